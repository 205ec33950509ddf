using Bunit;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Work;
using ReadinessPortal.Web.Shell;
using ReadinessPortal.Web.Work;

namespace ReadinessPortal.ComponentTests.Work;

public sealed class ReadingWhatWaits : BunitContext
{
    private static readonly WorkLine _criterion = new(WorkKind.Criterion, new(SubjectKind.Criterion, "load"),
        "Load: 7 s, target below 5 s", "Fix or ask for a waiver", Due: new(2025, 11, 10), IsOverdue: true);

    private static readonly WorkLine _sign = new(WorkKind.Sign, new(SubjectKind.Role, "qa"),
        "Your sign-off as QA lead on revision 2", "Sign", new(2025, 11, 14, 9, 0, 0, TimeSpan.Zero));

    [Fact]
    public void A_line_says_what_waits_of_which_launch_since_or_until_when_and_leads_to_where_it_is_done()
    {
        var table = Render<WorkTable>(p => p.Add(t => t.Items,
            [new("GA-1", "First", _criterion), new("GA-2", "Second", _sign)]));

        var rows = table.FindAll("tbody tr");
        rows[0].QuerySelector("th")!.TextContent.Should().Contain("Load: 7 s, target below 5 s");
        rows[0].QuerySelector("[data-label=When]")!.TextContent.Should().Contain("was due 10 Nov 2025");
        rows[0].QuerySelector("a.btn")!.GetAttribute("href").Should().Be("/launches/GA-1/criteria/load");
        rows[1].QuerySelector("[data-label=When]")!.TextContent.Should().Contain("since 14 Nov 2025");
        rows[1].QuerySelector("[data-label=Launch]")!.TextContent.Should().Contain("GA-2").And.Contain("Second");
        rows[1].QuerySelector("a.btn")!.GetAttribute("aria-label").Should()
            .Be("Sign: Your sign-off as QA lead on revision 2, GA-2");
    }

    [Theory]
    [InlineData(WorkKind.Review, "/launches/GA-1/sign-off#since")]
    [InlineData(WorkKind.Decide, "/launches/GA-1/sign-off#mine-title")]
    [InlineData(WorkKind.Freeze, "/launches/GA-1/revisions/freeze")]
    [InlineData(WorkKind.Rerun, "/launches/GA-1/rerun-plan")]
    [InlineData(WorkKind.Guarded, "/launches/GA-1/changes")]
    public void An_act_stands_where_it_is_done(WorkKind kind, string href) =>
        Links.ToWork("GA-1", _sign with { Kind = kind }).Should().Be(href);

    [Fact]
    public void A_card_sums_up_criteria_and_counts_what_comes_after_the_first()
    {
        var other = _criterion with { At = new(SubjectKind.Criterion, "keys") };

        WaitingFor.Of("GA-1", [_criterion, other, _sign]).Should().Be(new WaitingFor(
            "2 of your criteria are not proven, and 1 more.", "Show", "/launches/GA-1/criteria?show=mine"));
        WaitingFor.Of("GA-1", [_sign, _criterion]).Should().Be(new WaitingFor(
            "Your sign-off as QA lead on revision 2, and 1 more.", "Sign", "/launches/GA-1/sign-off#mine-title"));
        WaitingFor.Of("GA-1", []).Should().BeNull();
    }

    [Fact]
    public void The_navigation_counts_launches_and_work_and_marks_the_page()
    {
        var nav = Render<PortalNav>(p => p.Add(n => n.Current, Links.Work).Add(n => n.Launches, 3).Add(n => n.Work, 0));

        nav.FindAll("a").Select(a => (a.TextContent.Trim(), a.GetAttribute("aria-current"))).Should()
            .Equal(("Launches 3", null), ("My work 0", "page"), ("Mail", null), ("Verify a file", null));
    }
}
