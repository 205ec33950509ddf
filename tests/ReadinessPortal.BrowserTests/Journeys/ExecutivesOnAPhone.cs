using System.Text.RegularExpressions;
using Microsoft.Playwright;
using ReadinessPortal.Application;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Application.Evidence;
using ReadinessPortal.Application.Revisions;
using ReadinessPortal.Application.SignOffs;
using ReadinessPortal.Application.Waivers;
using ReadinessPortal.BrowserTests.Fixtures;
using ReadinessPortal.Domain.Evidence;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.SignOffs;
using ReadinessPortal.IntegrationTests.Fixtures;
using ReadinessPortal.Web.Demo;
using static Microsoft.Playwright.Assertions;

namespace ReadinessPortal.BrowserTests.Journeys;

/// <summary>
/// The executives' part of the way to a conditional YES, on a screen of 390 pixels and with the keyboard alone; what
/// the others do happens elsewhere.
/// </summary>
public sealed class ExecutivesOnAPhone(PortalBrowser browser) : IClassFixture<PortalBrowser>
{
    private const int Phone = 390;

    private static readonly Regex _signOff = new("/sign-off#");

    [Fact]
    public async Task Approve_pick_accept_sign_and_decide_with_the_keyboard_alone()
    {
        await using var portal = await DemoPortal.StartAsync();
        await AskAndProveAsync(portal);
        await using var cto = await Person.AtAsync(browser, portal, persona: null, Phone);
        await ApproveTheWaiverAsync(cto);
        await PickTheLogAsync(cto);
        await using var cfo = await Person.AtAsync(browser, portal, "cfo", Phone);
        await AcceptTheHeadlinesAsync(portal, cfo);
        await FreezeAndSignAsLeadsAsync(portal);
        await SignAsync(cto);
        await SignIfAsync(cfo);
        await DecideAsync(portal);
        (await portal.ReportAsync()).Should().Contain("FINAL").And.Contain("CONDITIONAL").And.Contain("YES, proceed")
            .And.Contain("Approved by CTO (demo)").And.Contain("Automate the fail-over")
            .And.Contain("Report the spend every week")
            .And.NotContain("This decision overrides");
    }

    private static async Task ApproveTheWaiverAsync(Person cto)
    {
        await cto.OpenAsync();
        await cto.PressAsync(Link(cto, "CTO (demo)"));
        await Expect(cto.Page.GetByLabel("User name")).ToHaveValueAsync("cto");
        await cto.PressAsync(Button(cto, "Sign in"));
        await cto.IsLiveAsync();
        await cto.LookAsync("cto-brief", Phone);
        await cto.PressAsync(Link(cto, "Answer").First);
        await cto.TypeAsync(cto.Page.GetByLabel("Your answer"), "Small enough.");
        await cto.LookAsync("cto-waiver", Phone);
        await cto.PressAsync(Button(cto, "Approve the waiver"));
        await cto.ReadsAsync("Waived until 31 Mar 2026");
    }

    private static async Task PickTheLogAsync(Person cto)
    {
        await cto.OpenAsync("drills");
        await cto.IsLiveAsync();
        var logs = cto.Page.Locator("input[name='pick-drill-2']");
        await cto.ChooseAsync(logs, cto.Page.GetByRole(AriaRole.Radio, new() { Name = "14:23" }));
        await cto.TypeAsync(cto.Page.GetByLabel("Why it counts and the other does not"), "Written while it happened.");
        await cto.LookAsync("cto-log", Phone);
        await cto.PressAsync(Button(cto, "Select this log"), "Space");
        await cto.ReadsAsync("chose the log: Written while it happened.");
    }

    private static async Task AcceptTheHeadlinesAsync(DemoPortal portal, Person cfo)
    {
        await cfo.OpenAsync("findings");
        await cfo.IsLiveAsync();
        foreach (var (index, claim) in (await portal.HeadlinesAsync()).Index())
        {
            var row = cfo.Page.Locator($"#claim-{claim}");
            await cfo.PressAsync(row.GetByRole(AriaRole.Button, new() { Name = "Accept: " }));
            await cfo.TypeAsync(row.GetByLabel("Reason for acceptance"), "As it was printed.");
            if (index == 0)
            {
                await cfo.LookAsync("cfo-accept", Phone);
            }

            await cfo.PressAsync(row.GetByRole(AriaRole.Button, new() { Name = "Accept", Exact = true }));
            await Expect(row).ToContainTextAsync("by CFO (demo): As it was printed.");
        }
    }

    private static async Task SignAsync(Person signer)
    {
        await signer.OpenAsync("sign-off");
        await signer.ReadsAsync("CONDITIONAL");
        await signer.PressAsync(signer.Page.GetByLabel("Approve", new() { Exact = true }), "Space");
        await signer.TypeAsync(signer.Page.GetByLabel("Your password, again"), DemoPersonas.Password);
        await signer.LookAsync("sign", Phone);
        await signer.PressAsync(Button(signer, "Sign revision"));
        await signer.IsRecordedAsync();
    }

    // From the brief, by the step under the verdict, and at the first attempt.
    private static async Task SignIfAsync(Person signer)
    {
        await signer.OpenAsync();
        await signer.IsLiveAsync();
        await signer.PressAsync(Link(signer, "Sign").First);
        await Expect(signer.Page).ToHaveURLAsync(_signOff);
        await signer.ChooseAsync(
            signer.Page.Locator("[name='Form.Decision']"), signer.Page.GetByLabel("Approve with conditions"));
        await signer.TypeAsync(signer.Page.GetByLabel("Condition 1"), "Report the spend every week");
        await signer.TypeAsync(signer.Page.GetByLabel("Owner"), "Launch manager");
        await signer.Page.GetByLabel("Due").FillAsync(SignOffActs.NextWeek.ToString("yyyy-MM-dd", null));
        await signer.TypeAsync(signer.Page.GetByLabel("Comment"), "As long as I see the spend.");
        await signer.TypeAsync(signer.Page.GetByLabel("Your password, again"), DemoPersonas.Password);
        await signer.LookAsync("cfo-sign", Phone);
        await signer.PressAsync(Button(signer, "Sign revision"));
        await signer.IsRecordedAsync();
    }

    private async Task DecideAsync(DemoPortal portal)
    {
        await using var ceo = await Person.AtAsync(browser, portal, "ceo", Phone);
        await ceo.OpenAsync();
        await ceo.IsLiveAsync();
        await ceo.LookAsync("ceo-brief", Phone);
        await ceo.PressAsync(Link(ceo, "Decide").First);
        await Expect(ceo.Page).ToHaveURLAsync(_signOff);
        await ceo.ReadsAsync("CONDITIONAL");
        await ceo.PressAsync(ceo.Page.GetByLabel("YES, we launch"), "Space");
        await ceo.TypeAsync(ceo.Page.GetByLabel("Your password, again"), DemoPersonas.Password);
        await ceo.LookAsync("ceo-decide", Phone);
        await ceo.PressAsync(Button(ceo, "Sign and decide"));
        await Expect(ceo.Page.GetByLabel("Final decision")).ToContainTextAsync("YES, we launch");
        await ceo.LookAsync("ceo-decided", Phone);
    }

    private static async Task AskAndProveAsync(DemoPortal portal)
    {
        Done(await portal.Get<RequestWaiver>().RunAsync(DemoPortal.Launch,
            new("e2e-tests", "Two tests of a page nobody uses", "Looked at by hand", new(2026, 3, 31)),
            await portal.ViewerAsync("qa-lead")));
        using var bytes = new MemoryStream("Every runbook was walked through."u8.ToArray());
        Done(await portal.Get<AttachEvidence>().RunAsync(DemoPortal.Launch,
            new(bytes, "runbook-review.txt", "Runbook review", EvidenceClass.Other, new(2025, 11, 14),
                [new(SubjectKind.Criterion, "runbooks")]),
            await portal.ViewerAsync("platform-lead")));
    }

    private static async Task FreezeAndSignAsLeadsAsync(DemoPortal portal)
    {
        var manager = await portal.ViewerAsync("manager");
        var view = (await portal.Get<LaunchBoards>().ViewAsync(DemoPortal.Launch, manager))!;
        Done(await portal.Get<FreezeLaunch>().RunAsync(DemoPortal.Launch, FreezeRequest.Of(view.Board), manager));
        var newest = (await portal.Get<LaunchBoards>().ViewAsync(DemoPortal.Launch, manager))!.Board.NewestRevision!;
        foreach (var role in view.Board.Facts.Roles.Where(r => r.Kind == RoleKind.Technical).Select(r => r.Key))
        {
            var isConditional = role == "database-lead";
            Done(await portal.Get<SignLaunch>().RunAsync(DemoPortal.Launch,
                new(newest.Number, newest.Sha256, role,
                    isConditional ? SignOffDecision.Conditional : SignOffDecision.Approve,
                    isConditional ? "If this is done" : null,
                    isConditional
                        ? [new("Automate the fail-over", "Database lead", SignOffActs.NextWeek)]
                        : [], "password"),
                await portal.ViewerAsync(role)));
        }
    }

    private static void Done(Outcome outcome) => outcome.Should().BeOfType<Outcome.Done>();

    private static ILocator Link(Person person, string name) =>
        person.Page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true });

    private static ILocator Button(Person person, string name) =>
        person.Page.GetByRole(AriaRole.Button, new() { Name = name });
}
