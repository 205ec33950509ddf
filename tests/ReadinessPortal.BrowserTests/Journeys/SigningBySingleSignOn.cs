using System.Text.RegularExpressions;
using Microsoft.Playwright;
using ReadinessPortal.Application;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Application.Revisions;
using ReadinessPortal.Application.SignOffs;
using ReadinessPortal.BrowserTests.Fixtures;
using ReadinessPortal.Domain.SignOffs;
using ReadinessPortal.IntegrationTests.Fixtures;
using UglyToad.PdfPig;
using static Microsoft.Playwright.Assertions;

namespace ReadinessPortal.BrowserTests.Journeys;

/// <summary>A CFO who has no password comes in by the company's provider, confirms there, signs, and is signed out
/// there.</summary>
public sealed partial class SigningBySingleSignOn(PortalBrowser browser) : IClassFixture<PortalBrowser>
{
    private const string Comment = "Within the budget of the year.";

    [Fact]
    public async Task A_cfo_comes_in_signs_and_is_out_when_the_provider_says_so()
    {
        await using var provider = await ProviderProcess.StartAsync();
        await using var portal = await DemoPortal.StartAsync(provider.Settings);
        await provider.RegisterAsync(portal.Address);
        await using var cara = await Person.AtAsync(browser, portal, persona: null);
        await StrangersStayOutsideAsync(cara.Page);
        await ComeInAsync(cara.Page);
        await AskTheCfoAsync(portal);
        await SignAsync(cara);
        await ReadTheReportAsync(portal);
        await cara.OpenAsync();
        await cara.IsLiveAsync();

        await provider.SignOutAsync("cara");

        await Expect(cara.Page).ToHaveURLAsync(SignInPage());
        await LeaveBothAsync(cara.Page, provider);
        cara.Complaints.Where(c => !c.Contains("403", StringComparison.Ordinal)).Should().BeEmpty();
    }

    private static async Task StrangersStayOutsideAsync(IPage page)
    {
        await page.GotoAsync("/work");
        await page.GetByRole(AriaRole.Link, new() { Name = "Sign in by Example ID" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Otto Example" }).ClickAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("nothing it says of you opens this portal");
        await page.Context.ClearCookiesAsync();
    }

    private static async Task ComeInAsync(IPage page)
    {
        await page.GotoAsync("/work");
        await page.GetByRole(AriaRole.Link, new() { Name = "Sign in by Example ID" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Cara Example" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(WorkPage());
        await Expect(page.GetByText("Cara Example")).ToBeVisibleAsync();
    }

    // Everybody before the CFO signs, by what a form would ask for.
    private static async Task AskTheCfoAsync(DemoPortal portal)
    {
        var manager = await portal.ViewerAsync("manager");
        var cara = await portal.ViewerAsync("cara");
        var boards = portal.Get<LaunchBoards>();
        Done(await portal.Get<AssignRole>().RunAsync(DemoPortal.Launch, "cfo", cara.UserId, cara.Name, manager));
        var live = await boards.ViewAsync(DemoPortal.Launch, manager);
        Done(await portal.Get<FreezeLaunch>().RunAsync(DemoPortal.Launch, FreezeRequest.Of(live!.Board), manager));
        var head = (await boards.ViewAsync(DemoPortal.Launch, manager))!.Board.NewestRevision!;
        foreach (var role in new[] { "platform-lead", "security-lead", "database-lead", "qa-lead", "cto" })
        {
            Done(await portal.Get<SignLaunch>().RunAsync(
                DemoPortal.Launch,
                new SignRequest(head.Number, head.Sha256, role, SignOffDecision.Approve, null, [], "password"),
                await portal.ViewerAsync(role)));
        }
    }

    private static async Task SignAsync(Person cara)
    {
        await cara.OpenAsync("sign-off");
        await cara.Page.GetByLabel("Approve", new() { Exact = true }).CheckAsync();
        await cara.Page.GetByLabel("Comment").FillAsync(Comment);
        await cara.Page.Locator("#sign").GetByRole(AriaRole.Link, new() { Name = "Confirm with Example ID" })
            .ClickAsync();
        await cara.Page.GetByRole(AriaRole.Button, new() { Name = "Cara Example" }).ClickAsync();

        await Expect(cara.Page.Locator("#sign")).ToContainTextAsync("Example ID confirmed at");
        await Expect(cara.Page.GetByLabel("Comment")).ToHaveValueAsync(Comment);
        await Expect(cara.Page.GetByLabel("Approve", new() { Exact = true })).ToBeCheckedAsync();
        await cara.ClickAsync("Sign revision");
        await cara.IsRecordedAsync();
    }

    private static async Task ReadTheReportAsync(DemoPortal portal)
    {
        using var auditor = await portal.SignedInAsync("auditor");
        var bytes = await auditor.GetByteArrayAsync(
            new Uri($"/api/v1/launches/{DemoPortal.Launch}/report.pdf?revision=1", UriKind.Relative));
        using var report = PdfDocument.Open(bytes);
        string.Concat(report.GetPages().Select(p => p.Text)).Should()
            .Contain("authenticated by single sign-on (Example ID)").And.Contain(Comment);
    }

    // Signing out of the portal leads to the provider, which ends its own session and leads back.
    private static async Task LeaveBothAsync(IPage page, ProviderProcess provider)
    {
        await page.GotoAsync("/work");
        await page.GetByRole(AriaRole.Link, new() { Name = "Sign in by Example ID" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(WorkPage()); // the browser is still known there
        await page.GotoAsync("/sign-out");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(SignInPage());
        await page.GetByRole(AriaRole.Link, new() { Name = "Sign in by Example ID" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Cara Example" })).ToBeVisibleAsync();
        page.Url.Should().StartWith(provider.Address.ToString());
    }

    private static void Done(Outcome outcome) => outcome.Should().BeOfType<Outcome.Done>(
        (outcome as Outcome.Refused)?.Refusal.Text ?? "");

    [GeneratedRegex("127.0.0.1:\\d+/sign-in($|\\?)")]
    private static partial Regex SignInPage();

    [GeneratedRegex("127.0.0.1:\\d+/work$")]
    private static partial Regex WorkPage();
}
