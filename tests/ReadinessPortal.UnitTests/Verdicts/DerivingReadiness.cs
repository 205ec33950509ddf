using ReadinessPortal.Domain.Claims;
using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Gates;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Verdicts;
using static ReadinessPortal.UnitTests.ALaunch;

namespace ReadinessPortal.UnitTests.Verdicts;

public sealed class DerivingReadiness
{
    [Fact]
    public void Everything_proven_is_go()
    {
        var readiness = At(Facts());

        readiness.Level.Should().Be(ReadinessLevel.Go);
        readiness.Reasons.Should().BeEmpty();
    }

    [Fact]
    public void A_red_critical_gate_is_no_go_with_owner_and_one_action()
    {
        var facts = Facts(Criterion() with { Measurements = [Measurement("6 s")] });

        var reason = At(facts).Reasons.Should().ContainSingle().Which;

        At(facts).Level.Should().Be(ReadinessLevel.NoGo);
        reason.Text.Should().Be("Gate main: Replication lag: 6 s, target below 5 s");
        reason.Context.Should().Be("Infrastructure");
        reason.Owner.Should().Be("PLATFORM");
        reason.Action.Should().Be(new NextAction("Fix or ask for a waiver", new(SubjectKind.Criterion, "load")));
    }

    [Fact]
    public void A_nice_to_have_gate_never_changes_it()
    {
        var facts = Facts();
        var nice = Gate("nice") with { Kind = GateKind.NiceToHave, ManualColour = GateColour.Red };

        At(facts with { Gates = [.. facts.Gates, nice] }).Level.Should().Be(ReadinessLevel.Go);
    }

    [Fact]
    public void An_open_blocking_item_is_no_go()
    {
        var item = new Domain.Items.OutstandingItem { Key = "i", Title = "Sign the contract", Blocking = true };

        At(Facts() with { Items = [item] }).Level.Should().Be(ReadinessLevel.NoGo);
        At(Facts() with { Items = [item with { Closed = true }] }).Level.Should().Be(ReadinessLevel.Go);
    }

    [Fact]
    public void A_yellow_critical_gate_is_not_yet_but_conditional_for_a_waiver_alone()
    {
        var failed = Facts(Criterion(result: CriterionResult.Failed));

        At(Facts(Criterion() with { Validations = [] })).Level.Should().Be(ReadinessLevel.NotYet);
        At(failed).Level.Should().Be(ReadinessLevel.NoGo);
        Readiness.At(Board(failed) with { Waivers = [Waiver()] }, Now).Level.Should().Be(ReadinessLevel.Conditional);
    }

    [Fact]
    public void A_failed_criterion_outside_every_critical_gate_is_not_yet()
    {
        var facts = With("nice", Criterion("nice", CriterionResult.Failed));

        At(facts).Level.Should().Be(ReadinessLevel.NotYet);
        At(facts).CriteriaOutsideCriticalGates.Should().Equal("nice");
        At(With("nice", Criterion("nice", CriterionResult.NotAssessed))).Level.Should().Be(ReadinessLevel.Go);
    }

    [Theory]
    [InlineData(CriterionResult.Failed, ReadinessLevel.NoGo, "the lead says failed")]
    [InlineData(CriterionResult.NotAssessed, ReadinessLevel.NotYet, "the lead has not assessed it")]
    [InlineData(CriterionResult.InProgress, ReadinessLevel.NotYet, "in progress, 80 % done as the lead says")]
    [InlineData(CriterionResult.Passed, ReadinessLevel.NotYet, "the lead says passed at 80 %")]
    public void A_criterion_in_no_gate_counts_like_a_critical_gate_of_its_own(
        CriterionResult result, ReadinessLevel level, string why)
    {
        var readiness = At(With(null, Criterion("lonely", result) with { Progress = 80 }));

        readiness.Level.Should().Be(level);
        var reason = readiness.Reasons.Should().ContainSingle().Which;
        reason.Text.Should().Be($"Criterion lonely, in no gate: {why}");
        reason.Subject.Should().Be(new SubjectRef(SubjectKind.Criterion, "lonely"));
        reason.Owner.Should().Be("PLATFORM");
    }

    [Fact]
    public void A_waived_criterion_in_no_gate_is_conditional_and_a_passed_one_is_nothing()
    {
        var waived = Board(With(null, Criterion("lonely", CriterionResult.Failed))) with
        {
            Waivers = [Waiver() with { Criterion = "lonely" }],
        };

        Readiness.At(waived, Now).Level.Should().Be(ReadinessLevel.Conditional);
        At(With(null, Criterion("lonely"))).Level.Should().Be(ReadinessLevel.Go);
    }

    [Fact]
    public void One_green_gate_beside_eleven_criteria_that_nobody_assessed_is_no_go_ahead()
    {
        var lonely = Enumerable.Range(1, 11).Select(i => Criterion($"c{i}", CriterionResult.NotAssessed));
        var facts = Facts([Criterion(), .. lonely]) with { Gates = [Gate("main", "load")] };

        var readiness = At(facts);

        readiness.Level.Should().Be(ReadinessLevel.NotYet);
        readiness.Reasons.Should().HaveCount(11);
        Verdict.Of(readiness, facts, [], new() { Revision = 0 }, Today).Summary.Should().StartWith(
            "The one critical gate is green. 11 criteria in no gate stand against it.");
    }

    [Fact]
    public void Headline_figures_that_differ_are_one_line_and_not_yet()
    {
        var facts = Facts() with
        {
            Claims =
            [
                Claim("a", "criteria.total", "24"), Claim("b", "criteria.proven", "23"), Claim("c", "items.total", "9"),
            ],
        };

        var reason = At(facts).Reasons.Should().ContainSingle().Which;

        reason.Level.Should().Be(ReadinessLevel.NotYet);
        reason.Text.Should().Be("Three headline figures contradict their facts: "
            + "Criteria 24, derived 1; Criteria proven 23, derived 1; Outstanding items 9, derived 0");
    }

    [Fact]
    public void A_launch_without_critical_gates_is_not_ready() =>
        At(Facts() with { Gates = [] }).Level.Should().Be(ReadinessLevel.NotYet);

    [Fact]
    public void Reasons_come_worst_first_one_line_per_gate()
    {
        var facts = Facts(Criterion("a") with { Validations = [] }, Criterion("b", CriterionResult.Failed),
            Criterion("c", CriterionResult.Failed)) with
        {
            Gates = [Gate("one", "a"), Gate("two", "b", "c")],
        };

        At(facts).Reasons.Select(r => r.Text).Should().Equal(
            "Gate two: Criterion b, the lead says failed; Criterion c: the lead says failed",
            "Gate one: no evidence that can be opened");
    }

    [Fact]
    public void The_score_changes_nothing()
    {
        var facts = Facts(Criterion(result: CriterionResult.Failed));

        At(facts).Score.Value.Should().Be(94);
        At(facts).Level.Should().Be(ReadinessLevel.NoGo);
    }

    [Fact]
    public void Headrooms_come_thinnest_first_and_zero_tolerance_has_none()
    {
        var facts = Facts(Criterion() with
        {
            Measurements =
            [
                Measurement("4.1 s") with { Statistic = "p95" },
                Measurement("99.97 %", Comparator.AtLeast, "99.95 %", "n") with { Metric = "Availability" },
                Measurement("0", Comparator.Equal, "0", "o") with { Metric = "Violations" },
            ],
            Drills = ["1", "2"],
        }) with
        {
            Drills = [Drill("1", "14:00"), Drill("2", "14:23", "15:00")],
        };

        At(facts).Headrooms.Select(h => (h.Title, h.ValueShown, decimal.Round(h.Headroom, 3))).Should().Equal(
            ("Drill 2, recovery time", "15:00 or 14:23", 0m),
            ("Drill 1, recovery time", "14:00", 0.067m),
            ("Replication lag, p95", "4.1 s", 0.18m),
            ("Availability", "99.97 %", 0.4m));
    }

    [Fact]
    public void An_as_of_date_counts_as_today_and_holds_for_good()
    {
        var readiness = Readiness.At(Board(), Now.AddYears(2));

        readiness.Today.Should().Be(Today);
        readiness.DaysToTarget.Should().Be(16);
        readiness.ValidUntil.Should().BeNull();
    }

    [Fact]
    public void Without_one_it_holds_until_the_day_ends_where_the_launch_is()
    {
        var facts = Facts();
        var live = facts with { Launch = facts.Launch with { AsOf = null, TimeZone = "Europe/Oslo" } };

        var readiness = Readiness.At(Board(live), new(2025, 11, 15, 23, 30, 0, TimeSpan.Zero));

        readiness.Today.Should().Be(new DateOnly(2025, 11, 16));
        readiness.ValidUntil.Should().Be(new DateTimeOffset(2025, 11, 16, 23, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public void The_same_board_on_the_same_day_derives_the_same_json()
    {
        var board = Board();

        Json(Readiness.At(board, Now)).Should().Be(Json(Readiness.At(board, Now.AddHours(3))));
    }

    private static string Json(Readiness readiness) =>
        System.Text.Json.JsonSerializer.Serialize(readiness, Domain.FactsJson.Options);

    private static Claim Claim(string key, string figure, string stated) =>
        new() { Key = key, Figure = figure, Stated = stated, Place = "summary", Headline = true };

    private static LaunchFacts With(string? niceGate, Criterion other) => Facts(Criterion(), other) with
    {
        Gates =
        [
            Gate("main", "load"),
            .. niceGate is null ? [] : new[] { Gate(niceGate, other.Key) with { Kind = GateKind.NiceToHave } },
        ],
    };

    private static Readiness At(LaunchFacts facts) => Readiness.At(Board(facts), Now);
}
