using System.Collections.Immutable;
using ReadinessPortal.Domain.Claims;
using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Evidence;
using ReadinessPortal.Domain.Gates;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Scoring;
using ReadinessPortal.Domain.SignOffs;
using ReadinessPortal.Domain.Verdicts;
using static ReadinessPortal.UnitTests.ALaunch;

namespace ReadinessPortal.UnitTests.Verdicts;

/// <summary>What would read better is measured, by whatever way somebody tries it.</summary>
public sealed class LooseningALaunch
{
    private static readonly Criterion _load = Criterion() with { Measurements = [Measurement("4.1 s")] };

    [Fact]
    public void Before_the_first_freeze_nothing_is_measured() =>
        Loosening.Of(Board(Facts(Failed())), Board(Facts()), Now).Should().BeEmpty();

    [Fact]
    public void Afterwards_the_same_facts_and_worse_and_stricter_ones_are_free()
    {
        Better(Facts(_load), Facts(_load)).Should().BeEmpty();
        Better(Facts(_load), Facts(_load with { Result = CriterionResult.Failed })).Should().BeEmpty();
        Better(Facts(_load), Facts(With(Measurement("4.5 s")))).Should().BeEmpty();
        Better(Facts(_load), Facts(With(Measurement("4.1 s", target: "4.5 s")))).Should().BeEmpty();
        Better(Facts(_load), Facts(With(Measurement("4.1 s"), Measurement("9 s", key: "new") with { Metric = "Lag" })))
            .Should().BeEmpty();
        Better(Facts(_load), Facts(_load) with { Gates = [Gate("main", "load"), Gate("other", "load")] })
            .Should().BeEmpty();
    }

    [Fact]
    public void What_only_reads_differently_is_free() => Better(
        Facts(With(Measurement("9 s"))),
        Facts(_load with { Title = "Load", Measurements = [Measurement("9 s") with { Metric = "Lag of NATS" }] }))
        .Should().BeEmpty("a typo in a name is mended, and nothing reads better by it");

    [Theory]
    [InlineData("4.1 s", "LessThan", "5 s", "LessThan", "9 s")]
    [InlineData("4.1 s", "LessThan", "5 s", "AtMost", "5 s")]
    [InlineData("4.1 s", "LessThan", "5 s", null, null)]
    [InlineData("0", "AtMost", "0", "AtMost", "3")]
    [InlineData("2", "AtMost", "0", "AtMost", "1")]
    [InlineData("22", "Equal", "22", "AtLeast", "22")]
    [InlineData("22", "Equal", "22", "AtMost", "23")]
    [InlineData("99.97 %", "AtLeast", "99.95 %", "AtLeast", "99.9 %")]
    public void A_target_that_asks_less_reads_better_also_where_nothing_changes_colour(
        string value, string comparator, string target, string? looser, string? to)
    {
        var before = Facts(With(Measurement(value, Enum.Parse<Comparator>(comparator), target)));
        var comparing = looser is null ? (Comparator?)null : Enum.Parse<Comparator>(looser);

        Better(before, Facts(With(Measurement(value, comparing, to)))).Should()
            .Contain(b => b.StartsWith("Criterion load, Replication lag: target", StringComparison.Ordinal));
    }

    [Fact]
    public void A_measurement_with_a_target_is_not_taken_away() => Better(Facts(_load), Facts(With())).Should()
        .Contain("Criterion load, Replication lag: 4.1 s, target below 5 s, is removed");

    [Theory]
    [InlineData("4.1 s", "3 s", "5 s", "LessThan")]
    [InlineData("9 s", "8 s", "5 s", "LessThan")]
    [InlineData("4", "2", "0", "AtMost")]
    [InlineData("3", "2", "0", "Equal")]
    [InlineData("99.90 %", "99.94 %", "99.95 %", "AtLeast")]
    public void A_better_value_reads_better_as_far_as_there_is_room(
        string from, string to, string target, string comparator)
    {
        var asked = Enum.Parse<Comparator>(comparator);

        Better(Facts(With(Measurement(from, asked, target))), Facts(With(Measurement(to, asked, target))))
            .Should().Contain(b => b.Contains("against", StringComparison.Ordinal));
        Better(Facts(With(Measurement(to, asked, target))), Facts(With(Measurement(from, asked, target))))
            .Should().BeEmpty();
    }

    [Fact]
    public void A_failing_value_that_is_blanked_or_doubled_by_a_milder_one_reads_better()
    {
        var failing = Facts(With(Measurement("9 s")));

        Better(failing, Facts(With(Measurement(null)))).Should().Contain("Criterion load: failed \u2192 unproven");
        Better(failing, Facts(With(Measurement("9 s"), Measurement("3 s", key: "milder"))))
            .Should().Contain("Criterion load: failed \u2192 disputed");
    }

    [Fact]
    public void A_dispute_that_is_settled_for_the_worse_value_is_free_and_for_the_better_one_it_is_not()
    {
        var (good, bad) = (Measurement("3 s", target: null), Measurement("9 s", key: "n"));
        var disputed = Facts(With(good, bad));

        Better(disputed, Facts(With(bad))).Should().BeEmpty();
        Better(disputed, Facts(With(good))).Should().NotBeEmpty();
    }

    [Fact]
    public void A_persons_word_does_not_make_it_better()
    {
        Better(Facts(Failed()), Facts()).Should().Equal(
            "Readiness: NO-GO \u2192 GO", "Gate Gate main: red \u2192 green", "Criterion load: failed \u2192 passed",
            "Criterion load, no longer: the lead says failed");
        Better(Facts(Criterion() with { Progress = 80 }), Facts(Criterion() with { Progress = 100 }))
            .Should().Contain("Gate Gate main: yellow \u2192 green");
        Better(Facts() with { Gates = [Gate("main", "load") with { ManualColour = GateColour.Red }] }, Facts())
            .Should().Contain("Gate Gate main: red \u2192 green");
    }

    [Fact]
    public void What_something_worse_covers_is_measured_as_well()
    {
        var covered = Facts(Failed() with { Measurements = [Measurement("3 s"), Measurement("9 s", key: "n")] });
        var red = Gate("main", "load") with { ManualColour = GateColour.Red };

        Better(covered, Facts(Failed() with { Measurements = [Measurement("3 s")] })).Should()
            .Contain("Criterion load, no longer: Replication lag is given as 3 s and 9 s");
        Better(Facts(Failed()) with { Gates = [red] }, Facts(Failed())).Should()
            .Contain("Gate Gate main, set manually: red \u2192 green");
    }

    [Fact]
    public void What_the_launch_stands_on_is_not_taken_away_while_it_is_fine()
    {
        var two = Facts(Criterion(), Criterion("keys")) with { Gates = [Gate("main", "load", "keys")] };
        var nice = Gate("nice", "keys") with { Kind = GateKind.NiceToHave };

        Better(two, two with { Gates = [Gate("main", "load"), nice] }).Should()
            .Equal("Criterion keys, if it failed: NO-GO \u2192 NOT YET");
        Better(two, two with { Gates = [Gate("main", "load")] }).Should()
            .BeEmpty("a criterion in no gate counts like a critical gate of its own");
        Better(two, two with { Gates = [two.Gates[0] with { Kind = GateKind.NiceToHave }] }).Should()
            .Contain("Gate Gate main is no longer critical");
        Better(two, two with { Gates = [], Criteria = [two.Criteria[0]] }).Should()
            .Contain(["Gate Gate main, green, is removed", "Criterion keys, passed, is removed"]);
        Better(two, two with { Gates = [Gate("main", "load"), Gate("other", "keys")] }).Should()
            .BeEmpty("another critical gate stands on it");
    }

    [Fact]
    public void A_blocking_item_that_blocks_no_more_reads_better_however()
    {
        var facts = Facts() with { Items = [new() { Key = "i", Title = "Rotate the keys", Blocking = true }] };
        const string What = "No longer against the launch: Blocking item is open: Rotate the keys";

        Better(facts, facts with { Items = [] }).Should().Contain(What);
        Better(facts, facts with { Items = [facts.Items[0] with { Blocking = false }] }).Should().Contain(What);
        Better(facts, facts with { Items = [facts.Items[0] with { Closed = true }] }).Should().Contain(What);
    }

    [Fact]
    public void A_sign_off_stays_required()
    {
        var facts = Facts();

        Better(facts, facts with { Roles = facts.Roles.RemoveAt(3) }).Should()
            .Equal("The sign-off of CFO is no longer required");
        Better(facts, facts with { Roles = [.. facts.Roles.Select(r => r with { Accountable = r.Key == "cto" })] })
            .Should().Equal("The sign-off of CTO is no longer required", "CEO no longer decides");
        Better(facts, facts with { Roles = facts.Roles.Add(Role("qa", RoleKind.Technical)) }).Should().BeEmpty();
    }

    [Fact]
    public void A_finding_is_not_settled_by_one_person()
    {
        var facts = Facts() with
        {
            Claims =
            [
                new() { Key = "c", Figure = "criteria.proven", Stated = "23", Place = "summary", Headline = true },
            ],
        };
        const string Text = "Criteria proven. Summary: 23 is stated, the facts give 1";

        Better(facts, facts with { Claims = [] }).Should().Contain($"No longer an open finding: {Text}");
        Better(facts, facts with { Claims = [facts.Claims[0] with { Stated = "1" }] })
            .Should().Contain($"No longer an open finding: {Text}");
        Better(facts, facts with { Claims = [facts.Claims[0] with { Headline = false }] })
            .Should().Contain($"{Text}: high \u2192 medium");
        var board = Board(facts);
        Better(board, board with
        {
            Acceptances =
            [
                AcceptanceRules.Accept(board, FindingToAccept.Of(
                    Readiness.At(board, Now).Findings[0], "Known"), Cfo, Now),
            ],
        }).Should().Contain($"No longer an open finding: {Text}");
    }

    [Fact]
    public void Evidence_that_failure_is_seen_in_stays_behind_it()
    {
        var facts = Facts(Failed() with { Validations = [Validation() with { Output = "2 failed" }] }) with
        {
            Evidence = [File("run")],
        };

        Better(facts, facts with { Evidence = [facts.Evidence[0] with { Supports = [] }] }).Should()
            .Equal("Criterion load, failed, is no longer shown by File run");
        Better(facts, facts with { Evidence = [] }).Should()
            .Equal("Criterion load, failed, is no longer shown by File run");
        Better(facts, facts with { Criteria = [Failed() with { Validations = [Validation()] }] }).Should()
            .Equal("Criterion load, failed, is no longer shown by ./check.sh");
        Better(facts, facts with { Evidence = [facts.Evidence[0] with { Title = "Night run" }] }).Should().BeEmpty();
    }

    [Fact]
    public void Proof_does_not_last_longer_or_count_again_by_another_date_class_or_release()
    {
        var old = File("run") with { CapturedOn = Today.AddDays(-60), Class = EvidenceClass.Tests };
        var facts = Facts(Criterion() with { Validations = [] }) with { Evidence = [old] };
        LaunchFacts As(EvidenceItem item) => facts with { Evidence = [item] };
        const string What = "Criterion load: unproven \u2192 passed";

        Better(facts, As(old with { CapturedOn = Today })).Should().Contain(What);
        Better(facts, As(old with { Class = EvidenceClass.Certificate })).Should().Contain(What);
        Better(As(old with { CapturedOn = Today }), As(old with { CapturedOn = Today, Class = EvidenceClass.Load }))
            .Should().Equal("Criterion load: proven until 22 Nov 2025 \u2192 15 Dec 2025");
        var other = As(old with { CapturedOn = Today, Release = "app:v1" });
        Better(other, other with { Launch = other.Launch with { Release = new() { Name = "app:v1" } } })
            .Should().Contain(What);
        Better(other, other with { Launch = other.Launch with { Release = null } }).Should().Contain(What);
    }

    [Fact]
    public void The_clock_is_neither_set_back_nor_stopped()
    {
        var facts = Facts(Criterion() with { Validations = [Validation(Today.AddDays(-100))] });
        LaunchFacts On(DateOnly? day) => facts with { Launch = facts.Launch with { AsOf = day } };

        Better(facts, On(Today.AddDays(-50))).Should().Contain("Criterion load: unproven \u2192 passed");
        var fresh = Facts();
        var running = fresh with { Launch = fresh.Launch with { AsOf = null } };
        Better(running, fresh).Should()
            .Equal("Evidence is judged as of today \u2192 15 Nov 2025",
                "Criterion load, once its proof has run out: unproven \u2192 passed");
        Better(fresh, running).Should().BeEmpty();
    }

    [Fact]
    public void A_waiver_does_not_reach_a_launch_that_is_moved_under_it()
    {
        var board = Board(Facts(Failed())) with { Waivers = [Waiver(Target.AddDays(-3))] };
        var earlier = board.With(board.Launch with { TargetDate = Target.AddDays(-5) });

        Better(board, earlier).Should().Contain("Criterion load: failed \u2192 waived");
        Better(earlier, board).Should().BeEmpty();
    }

    [Fact]
    public void A_score_does_not_rise_by_its_leads_word_alone_nor_by_its_weight()
    {
        var scored = Scored(80, 60);

        Better(scored, Scored(80, 70)).Should().Equal("Score: 70 \u2192 75", "Score of Security: 60 \u2192 70");
        Better(scored, Scored(60, 70)).Should().Equal("Score of Security: 60 \u2192 70");
        Better(scored, Scored(80, 60, weight: 3)).Should().Equal("Score: 70 \u2192 75");
        Better(scored, Scored(70, 60)).Should().BeEmpty();
        Better(Scored(80, null), scored).Should().Equal("Score: none \u2192 70", "Score of Security: none \u2192 60");

        static LaunchFacts Scored(int infra, int? security, decimal weight = 1)
        {
            var other = Criterion("hardening") with { Category = "security" };
            return Facts(Criterion(), other) with
            {
                Categories =
                [
                    new() { Key = "infra", Title = "Infrastructure", Weight = weight, Scores = [Score(infra)] },
                    new() { Key = "security", Title = "Security", Scores = security is { } s ? [Score(s)] : [] },
                ],
            };
        }

        static Score Score(int value) => new() { Key = "s", Value = value, By = "the lead", At = Now };
    }

    private static Criterion Failed() => Criterion(result: CriterionResult.Failed);

    private static Criterion With(params Measurement[] measurements) =>
        Criterion() with { Measurements = [.. measurements] };

    private static ImmutableArray<string> Better(LaunchFacts before, LaunchFacts after) =>
        Better(Board(before), Board(after));

    private static ImmutableArray<string> Better(LaunchBoard before, LaunchBoard after) =>
        [.. Loosening.Of(Frozen(before).Board, after, Now).Select(b => b.Text)];
}
