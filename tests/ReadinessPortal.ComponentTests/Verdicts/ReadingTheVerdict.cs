using Bunit;
using ReadinessPortal.ComponentTests.Life;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Verdicts;
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
        Panel(VerdictWith(1)).Find("em").TextContent.Should().Contain("nobody named");
    }

    [Fact]
    public void The_brief_as_text_says_verdict_reasons_and_score()
    {
        var text = BriefText.Of(ALaunchView.Of(DemoLaunch.Board));

        text.Should().Contain("NO-GO, 19 of 23 criteria proven.").And.Contain("94 of 100, Excellent")
            .And.Contain("19 of 23 criteria proven, 1 failed")
            .And.Contain("1. " + DemoLaunch.Verdict.Reasons[0].Text);
    }

    private static Verdict VerdictWith(int reasons) => new(
        ReadinessLevel.NotYet,
        [
            .. Enumerable.Range(1, reasons).Select(i => new Reason(
                ReadinessLevel.NotYet, new(SubjectKind.Item, $"item-{i}"), $"Item {i} is open", "Items", null,
                new("Close it", new(SubjectKind.Item, $"item-{i}")))),
        ],
        "Not yet.", DemoLaunch.Verdict.Criteria);

    private IRenderedComponent<VerdictPanel> Panel(Verdict verdict) =>
        Render<VerdictPanel>(p => p.Add(c => c.LaunchKey, DemoLaunch.Key).Add(c => c.Verdict, verdict));
}
