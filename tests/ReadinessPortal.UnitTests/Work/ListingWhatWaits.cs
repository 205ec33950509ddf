using System.Collections.Immutable;
using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Revisions;
using ReadinessPortal.Domain.SignOffs;
using ReadinessPortal.Domain.Verdicts;
using ReadinessPortal.Domain.Waivers;
using ReadinessPortal.Domain.Work;
using static ReadinessPortal.UnitTests.ALaunch;

namespace ReadinessPortal.UnitTests.Work;

public sealed class ListingWhatWaits
{
    private static readonly LaunchBoard _failed = Board(Facts(Criterion(result: CriterionResult.Failed)));

    [Fact]
    public void A_lead_sees_the_own_criteria_that_are_not_proven_and_nobody_elses()
    {
        Of(_failed, Platform).Should().ContainSingle().Which.Should().Match<WorkLine>(l =>
            l.Kind == WorkKind.Criterion && l.At == new SubjectRef(SubjectKind.Criterion, "load")
            && l.Text == "Criterion load: the lead says failed" && l.Action == "Fix or ask for a waiver");
        Of(_failed, Security).Should().BeEmpty();
        Of(Board(), Platform).Should().BeEmpty();
    }

    [Fact]
    public void A_criterion_past_its_day_is_overdue_and_comes_first()
    {
        var late = Criterion("late", CriterionResult.InProgress) with { Due = Today.AddDays(-1) };
        var due = Criterion("due", CriterionResult.InProgress) with { Due = Today };
        var board = Board(Facts(Criterion("first", CriterionResult.Failed), due, late));

        Of(board, Platform).Select(l => (l.At.Key, l.IsOverdue)).Should()
            .Equal(("late", true), ("due", false), ("first", false));
    }

    [Fact]
    public void What_will_be_stale_on_the_target_date_waits_for_its_owner_once_that_is_near()
    {
        var facts = Facts(Criterion() with { Validations = [Validation(Today.AddDays(-80))] });

        Of(On(14), Platform).Should().ContainSingle().Which.Should().Match<WorkLine>(l => l.Kind == WorkKind.Rerun
            && l.Text == "./check.sh: valid until 25 Nov 2025, stale on the target date"
            && l.Due == new DateOnly(2025, 11, 25));
        Of(On(15), Platform).Should().BeEmpty();
        Of(On(14), Security).Should().BeEmpty();

        LaunchBoard On(int daysBefore) =>
            Board(facts with { Launch = facts.Launch with { AsOf = Target.AddDays(-daysBefore) } });
    }

    [Fact]
    public void A_waived_failure_asks_nothing_of_its_lead_until_the_waiver_has_run_out()
    {
        var waived = _failed with { Waivers = [Waiver(Target)] };

        Of(waived, Platform).Should().BeEmpty();
        Of(Without(waived), Platform, Now.AddDays(30)).Should().ContainSingle();
    }

    [Fact]
    public void A_waiver_waits_for_the_manager_and_the_executives_and_not_for_whoever_asked()
    {
        var asked = _failed with { Waivers = [Pending(Manager)] };

        Of(asked, Cfo).Should().ContainSingle().Which.Should().Match<WorkLine>(l =>
            l.Kind == WorkKind.Waiver && l.Action == "Answer" && l.Since == Now
            && l.Text == "Mia asks for a waiver of Criterion load");
        Of(asked, Manager).Should().NotContain(l => l.Kind == WorkKind.Waiver);
        Of(asked, Platform).Should().ContainSingle().Which.Text.Should().EndWith("; a waiver waits for its answer");
    }

    [Fact]
    public void Signatures_wait_for_technical_roles_then_business_roles_then_the_decision()
    {
        var (board, frozen) = Frozen();

        KindsOf(board, frozen, Platform).Should().Equal(WorkKind.Sign);
        KindsOf(board, frozen, Cfo).Should().BeEmpty();
        List(board, frozen, Cfo).Later.Should().Be("You sign as CFO after two technical sign-offs.");
        List(board, frozen, Ceo).Later.Should().Be("You decide as CEO after four sign-offs.");

        var technical = board.SignedBy(frozen, Platform, Request("platform"))
            .SignedBy(frozen, Security, Request("security"));
        KindsOf(technical, frozen, Platform).Should().BeEmpty();
        KindsOf(technical, frozen, Cfo).Should().Equal(WorkKind.Sign);
        KindsOf(technical, frozen, Ceo).Should().BeEmpty();

        var all = board.SignedByAll(frozen);
        List(all, frozen, Ceo).Lines.Should().ContainSingle().Which.Should().Match<WorkLine>(l =>
            l.Kind == WorkKind.Decide && l.Text == "Your final decision as CEO on revision 1" && l.Since == Now);
        KindsOf(all.Decided(frozen, Yes()), frozen, Ceo).Should().BeEmpty();
    }

    [Fact]
    public void A_deputy_is_asked_until_the_last_day_of_standing_in()
    {
        var deputy = Person("Dana", LaunchPart.Viewer);
        var until = DateOnly.FromDateTime(Now.UtcDateTime).AddDays(1);
        var (board, frozen) = Frozen(Board() with
        {
            Holdings =
            [
                .. Board().Holdings.Where(h => h.Role != "platform"),
                Holding("platform", Platform) with { DeputyId = deputy.UserId, Deputy = deputy.Name,
                    DeputyUntil = until },
            ],
        });

        List(board, frozen, deputy).Lines.Should().ContainSingle().Which.Text.Should()
            .Be("Your sign-off as deputy of Pat, PLATFORM, on revision 1");
        var sources = Sources(board, frozen, Now);
        WorkList.ValidUntil(sources).Should().Be(new DateTimeOffset(2025, 11, 16, 0, 0, 0, TimeSpan.Zero));
        WorkList.Of(Sources(board, frozen, Now.AddDays(2)), deputy).Lines.Should().BeEmpty();
        WorkList.ValidUntil(Sources(board, frozen, Now.AddDays(2))).Should().BeNull();
    }

    [Fact]
    public void Logs_that_disagree_wait_for_somebody_who_does_not_answer_for_the_drill()
    {
        var criterion = Criterion() with { Drills = ["dr"] };
        var board = Board(Facts(criterion) with { Drills = [Drill("dr", "10:00", "20:00")] });

        Of(board with { Members = [] }, Cto).Should().ContainSingle("no manager can").Which.Should().Match<WorkLine>(
            l => l.Kind == WorkKind.Drill && l.At == new SubjectRef(SubjectKind.Drill, "dr"));
        var managed = board with
        {
            Members = [new() { UserId = Manager.UserId, Name = Manager.Name, Part = LaunchPart.Manager }],
        };
        Of(managed, Manager).Should().Contain(l => l.Kind == WorkKind.Drill);
        Of(managed, Cto).Should().BeEmpty("a manager can");
        Of(board, Platform).Should().ContainSingle().Which.Should().Match<WorkLine>(l =>
            l.Kind == WorkKind.Criterion && l.Action == "Look at the logs");
        Of(board, Security).Should().BeEmpty();
    }

    [Fact]
    public void A_condition_waits_for_its_owner_and_for_the_manager_where_nobody_here_is_the_owner()
    {
        var (board, frozen) = Frozen();
        var due = Today.AddDays(3);
        var signed = board.SignedBy(frozen, Platform, Request("platform", SignOffDecision.Conditional, "Nearly",
            new ConditionDraft("Rotate the keys", "SECURITY", due), new ConditionDraft(
                "Tell the press", "Agency", due)));

        var mine = List(signed, frozen, Security).Lines.Where(l => l.Kind == WorkKind.Condition).ToList();
        mine.Should().ContainSingle().Which.Should().Match<WorkLine>(l =>
            l.Text == "Condition: Rotate the keys" && l.Due == due && !l.IsOverdue);
        List(signed, frozen, Manager).Lines.Where(l => l.Kind == WorkKind.Condition).Should().ContainSingle()
            .Which.Text.Should().Be("Condition: Tell the press");
        var later = WorkList.Of(Sources(Without(signed), frozen, Now.AddDays(4)), Security).Lines;
        later.Should().Contain(l => l.Kind == WorkKind.Condition && l.IsOverdue);
    }

    [Fact]
    public void Whoever_said_YES_is_asked_about_what_got_worse()
    {
        var (board, frozen) = Frozen();
        var decided = board.SignedByAll(frozen).Decided(frozen, Yes()) with
        {
            Facts = Facts(Criterion(result: CriterionResult.Failed)),
        };

        List(decided, frozen, Ceo).Lines.Should().ContainSingle().Which.Should().Match<WorkLine>(l =>
            l.Kind == WorkKind.Review && l.Action == "Confirm or revoke");
        KindsOf(decided, frozen, Cfo).Should().BeEmpty();
    }

    [Fact]
    public void A_revision_is_wanted_of_the_manager_while_none_is_frozen_or_facts_have_moved()
    {
        var moved = Board() with { Facts = Facts() with { Launch = Facts().Launch with { FactsNumber = 3 } } };
        var (board, frozen) = Frozen();

        Of(Board(), Manager).Should().ContainSingle().Which.Text.Should()
            .Be("No revision is frozen, so nobody can sign");
        KindsOf(board, frozen, Manager).Should().BeEmpty();
        KindsOf(moved with { Revisions = board.Revisions }, frozen, Manager).Should().Equal(WorkKind.Freeze);
        Of(Board(), Cto).Should().BeEmpty();
    }

    [Fact]
    public void High_findings_are_one_line_for_the_launch_manager()
    {
        var facts = Facts() with
        {
            Figures = [new() { Key = "two", Title = "Two", Formula = "1 + 1" }],
            Claims =
            [
                new() { Key = "a", Figure = "two", Stated = "3", Place = "summary", Headline = true },
                new() { Key = "b", Figure = "two", Stated = "4", Place = "matrix", Headline = true },
            ],
        };

        Of(Board(facts), Manager).Should().Contain(l => l.Text == "Two findings of high severity are open");
        Of(Board(facts), Security).Should().BeEmpty();
        Of(Board(facts), Cfo).Should().BeEmpty("an executive may accept them, and nobody waits for one to");
    }

    [Fact]
    public void The_day_it_waits_since_is_that_of_the_launch()
    {
        var launch = _failed.Facts.Launch with { TimeZone = "Asia/Tokyo" };
        var board = _failed with { Facts = _failed.Facts with { Launch = launch }, Waivers = [Pending(Platform)] };

        Of(board, Cfo).Single().Since!.Value.Offset.Should().Be(TimeSpan.FromHours(9));
    }

    [Fact]
    public void A_change_that_loosens_waits_for_somebody_who_did_not_ask()
    {
        var asked = new GuardedChange
        {
            Changes = [], Summary = "target 5 s to 9 s", Loosens = ["the target"], Reason = "So be it",
            RequestedById = Manager.UserId, RequestedBy = Manager.Name, RequestedAt = Now,
        };
        var board = Board() with { GuardedChanges = [asked] };

        Of(board, Cfo).Should().ContainSingle().Which.Should().Match<WorkLine>(l =>
            l.Kind == WorkKind.Guarded && l.Text.EndsWith("target 5 s to 9 s", StringComparison.Ordinal));
        Of(board, Manager).Should().NotContain(l => l.Kind == WorkKind.Guarded);
        Of(board, Platform).Should().BeEmpty();
    }

    [Fact]
    public void Nothing_waits_for_an_auditor_or_in_a_launch_that_is_closed()
    {
        Of(_failed, Auditor).Should().BeEmpty();
        Of(_failed, Person("Alex")).Should().BeEmpty();
        var closed = _failed.Facts.Launch with { Stage = LaunchStage.Cancelled };
        Of(_failed with { Facts = _failed.Facts with { Launch = closed } }, Platform).Should().BeEmpty();
    }

    private static Waiver Pending(Actor by) => Waiver(Target) with
    {
        RequestedById = by.UserId,
        RequestedBy = by.Name,
        Answer = WaiverAnswer.Pending,
        AnsweredById = null,
        AnsweredBy = null,
        AnsweredAt = null,
    };

    /// <summary>The launch takes the real day for today.</summary>
    private static LaunchBoard Without(LaunchBoard board) =>
        board with { Facts = board.Facts with { Launch = board.Facts.Launch with { AsOf = null } } };

    private static ImmutableArray<WorkLine> Of(LaunchBoard board, Actor person, DateTimeOffset? at = null) =>
        WorkList.Of(Sources(board, null, at ?? Now), person).Lines;

    private static WorkList List(LaunchBoard board, RevisionContent frozen, Actor person) =>
        WorkList.Of(Sources(board, frozen, Now), person);

    private static IEnumerable<WorkKind> KindsOf(LaunchBoard board, RevisionContent frozen, Actor person) =>
        List(board, frozen, person).Lines.Select(l => l.Kind);

    private static WorkSources Sources(LaunchBoard board, RevisionContent? frozen, DateTimeOffset at)
    {
        var readiness = Readiness.At(board, at);
        return new(board, frozen, readiness, SinceDecision.Of(board, frozen, readiness, board.Launch.Day(at)), at);
    }
}
