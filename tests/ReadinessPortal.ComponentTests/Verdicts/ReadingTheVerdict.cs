using Bunit;
using ReadinessPortal.ComponentTests.Life;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Revisions;
using ReadinessPortal.Domain.SignOffs;
using ReadinessPortal.Domain.Verdicts;
using ReadinessPortal.Web.Brief;
using ReadinessPortal.Web.Verdicts;

namespace ReadinessPortal.ComponentTests.Verdicts;

public sealed class ReadingTheVerdict : BunitContext
{
    [Fact]
    public void The_word_stands_first_and_has_a_shape()
    {
        var panel = Panel(DemoLaunch.Verdict);

        panel.Find(".word").TextContent.Should().Be("NO-GO");
        panel.Find(".word use").GetAttribute("href").Should().Be("#m-no");
    }

    [Fact]
    public void An_action_is_offered_to_whoever_can_take_it_and_told_to_everybody_else()
    {
        var board = DemoLaunch.Board;
        var cfo = Guid.NewGuid();
        var lead = Guid.NewGuid();
        var held = board with
        {
            Holdings =
            [
                new() { Role = "cfo", HolderId = cfo, Holder = "Chief" },
                new() { Role = "qa-lead", HolderId = lead, Holder = "Quality" },
            ],
        };

        Offered(cfo).Should().BeEmpty();
        Offered(lead).Should().Equal("Fix or ask for a waiver");
        Panel(DemoLaunch.Verdict, _ => false).FindAll(".reasons .do").Should()
            .HaveCount(DemoLaunch.Verdict.Reasons.Length);

        IEnumerable<string> Offered(Guid who) => Panel(
            DemoLaunch.Verdict, r => r.IsFor(new(who, "Somebody", [LaunchPart.Viewer], false), held))
            .FindAll(".reasons a.do").Select(a => a.TextContent);
    }

    [Fact]
    public void Every_reason_links_to_the_one_action_that_would_clear_it()
    {
        var panel = Panel(DemoLaunch.Verdict);

        var actions = panel.FindAll(".reasons .do");
        actions.Should().HaveCount(DemoLaunch.Verdict.Reasons.Length);
        actions.Should()
            .OnlyContain(a => a.GetAttribute("href")!.StartsWith("/launches/GA-2025-001", StringComparison.Ordinal));
    }

    [Fact]
    public void Reasons_beyond_the_seventh_stand_behind_a_fold()
    {
        var panel = Panel(VerdictWith(9));

        panel.FindAll(".said > ol > li").Should().HaveCount(VerdictPanel.AtOnce);
        panel.Find("details summary").TextContent.Should().Be("2 more");
        panel.FindAll("details li").Should().HaveCount(2);
    }

    [Fact]
    public void Nobody_named_is_said_and_not_left_blank()
    {
        Panel(VerdictWith(1)).Find("em").TextContent.Should().Contain("no owner assigned");
    }

    [Fact]
    public void The_brief_as_text_says_verdict_reasons_and_score()
    {
        var text = BriefText.Of(ALaunchView.Of(DemoLaunch.Board));

        text.Should().Contain("NO-GO, 19 of 23 criteria proven.").And.Contain("94 of 100, Excellent")
            .And.Contain("19 of 23 criteria proven, 1 failed")
            .And.Contain("1. " + DemoLaunch.Verdict.Reasons[0].Text);
    }

    [Theory]
    [InlineData(false, "19 of 23 criteria proven")]
    [InlineData(true, "0 of 0 criteria proven")]
    public void What_stands_beside_the_reasons_is_of_the_same_facts_as_they(bool isDecided, string proven)
    {
        var revision = new RevisionHead
        {
            Number = 1, Sha256 = new string('a', 64), ChangeNumber = 1, FrozenAt = DemoLaunch.Now,
            FrozenById = Guid.CreateVersion7(), FrozenBy = "The manager", Readiness = ReadinessLevel.NoGo,
        };
        var yes = new FinalDecision
        {
            Revision = 1, SignOffId = Guid.NewGuid(), Proceed = true, At = DemoLaunch.Now, Entry = 1,
        };
        var live = DemoLaunch.Board with
        {
            Facts = DemoLaunch.Facts with { Criteria = [], Gates = [] },
            Revisions = [revision],
            Decisions = isDecided ? [yes] : [],
        };
        var view = ALaunchView.Of(live) with
        {
            UnderSignature = RevisionContent.Of(DemoLaunch.Board, DemoLaunch.Readiness, 1, "The manager",
                DemoLaunch.Now),
            Readiness = Readiness.At(live, DemoLaunch.Now),
        };

        view.StandingReadiness.Tally.Sentence.Should().StartWith(proven);
        view.StandingFacts.Criteria.Length.Should().Be(view.StandingReadiness.Criteria.Length);
        BriefText.Of(view).Should().Contain(proven);
    }

    private static Verdict VerdictWith(int reasons) => new(
        ReadinessLevel.NotYet,
        [
            .. Enumerable.Range(1, reasons).Select(i => new Reason(
                ReadinessLevel.NotYet, new(SubjectKind.Item, $"item-{i}"), $"Item {i} is open", "Items", null,
                new("Close it", new(SubjectKind.Item, $"item-{i}")))),
        ],
        "Not yet.", DemoLaunch.Verdict.Criteria);

    private IRenderedComponent<VerdictPanel> Panel(Verdict verdict, Func<Reason, bool>? isMine = null) =>
        Render<VerdictPanel>(p => p.Add(c => c.LaunchKey, DemoLaunch.Key).Add(c => c.Verdict, verdict)
            .Add(c => c.IsMine, isMine ?? (_ => true)));
}
