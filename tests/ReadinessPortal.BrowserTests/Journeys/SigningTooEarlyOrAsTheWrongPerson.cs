using Microsoft.Playwright;
using ReadinessPortal.Application;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Application.Facts;
using ReadinessPortal.BrowserTests.Fixtures;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.IntegrationTests.Fixtures;
using static Microsoft.Playwright.Assertions;

namespace ReadinessPortal.BrowserTests.Journeys;

/// <summary>Each step too early, too late or by somebody else: the page says why, in place.</summary>
[TakesLong]
public sealed class SigningTooEarlyOrAsTheWrongPerson(PortalBrowser browser) : IClassFixture<PortalBrowser>
{
    [Fact]
    public async Task Before_a_freeze_nobody_can_sign_and_only_the_manager_freezes()
    {
        await using var portal = await DemoPortal.StartAsync();
        await using var lead = await Person.AtAsync(browser, portal, "platform-lead");
        await lead.OpenAsync("sign-off");
        await lead.ReadsAsync("Nothing is frozen yet");
        await lead.OpenAsync("revisions/freeze");
        await lead.ReadsAsync("launch manager");
        await Expect(lead.Page.GetByRole(AriaRole.Button, new() { Name = "Freeze" })).ToHaveCountAsync(0);

        await using var auditor = await Person.AtAsync(browser, portal, "auditor");
        await auditor.OpenAsync("sign-off/roles");
        await auditor.ReadsAsync("auditor");
        await Expect(auditor.Page.GetByRole(AriaRole.Button, new() { Name = "Save" })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task After_the_freeze_each_reads_why_it_is_not_their_turn()
    {
        await using var portal = await DemoPortal.StartAsync();
        await using var manager = await Person.AtAsync(browser, portal, "manager");
        await manager.FreezeAsync();
        await Expect(manager.Page.GetByText("What you can do")).ToHaveCountAsync(0);

        await using var cfo = await Person.AtAsync(browser, portal, "cfo");
        await cfo.OpenAsync("sign-off");
        await cfo.ReadsAsync("signs after the technical roles. Still to sign:");

        await using var lead = await Person.AtAsync(browser, portal, "platform-lead");
        await lead.OpenAsync("sign-off");
        await lead.Page.GetByLabel("Reject").CheckAsync();
        await lead.EnterPasswordAsync("not-my-password");
        await lead.ClickAsync("Sign revision");
        var refused = lead.Page.GetByRole(AriaRole.Alert).First;
        await Expect(refused).ToContainTextAsync("The password is not right. Nothing was signed.");
        await Expect(refused).ToContainTextAsync("Say in a comment why you reject.");
        await Expect(refused).ToBeFocusedAsync();

        await lead.SignAsync();
        await lead.ReadsAsync("Say in a comment why you reject.");
        await Expect(lead.Page.GetByLabel("Reject")).ToBeCheckedAsync();

        await lead.Page.GetByLabel("Comment").FillAsync("Not ready.");
        await lead.SignAsync();
        await lead.IsRecordedAsync();
        await lead.ReadsAsync("You signed as Platform Engineering Lead: rejected.");
        await lead.Page.GoBackAsync(); // to what answered the refused form, which is asked for and sends nothing
        await lead.ReadsAsync("You signed as Platform Engineering Lead: rejected.");

        await using var auditor = await Person.AtAsync(browser, portal, "auditor");
        await auditor.OpenAsync("audit");
        await auditor.ReadsAsync("Refused attempt (signed): Say in a comment why you reject.");
        (await portal.ScalarAsync("select sum(times + 1) from refused_attempts where kind = 'signing'"))
            .Should().Be(2m, "the wrong password is an attempt too");
    }

    [Fact]
    public async Task A_page_that_was_left_open_cannot_sign_what_is_no_longer_the_newest()
    {
        await using var portal = await DemoPortal.StartAsync();
        await using var manager = await Person.AtAsync(browser, portal, "manager");
        await manager.FreezeAsync();
        await using var lead = await Person.AtAsync(browser, portal, "qa-lead");
        await lead.OpenAsync("sign-off");
        await MitigateAsync(portal);
        await manager.FreezeAsync();

        await lead.Page.GetByLabel("Approve", new() { Exact = true }).CheckAsync();
        await lead.SignAsync();

        await lead.ReadsAsync("Revision 1 is no longer open for signature: revision 2 is.");
    }

    [Fact]
    public async Task After_the_decision_nobody_signs_any_more()
    {
        await using var portal = await DemoPortal.StartAsync();
        await using var manager = await Person.AtAsync(browser, portal, "manager");
        await manager.FreezeAsync();
        await using var lead = await Person.AtAsync(browser, portal, "security-lead");
        await lead.OpenAsync("sign-off");

        await using var ceo = await Person.AtAsync(browser, portal, "ceo");
        await ceo.OpenAsync("sign-off");
        await ceo.Page.GetByLabel("NO, we do not launch").CheckAsync();
        await ceo.Page.GetByLabel("Comment").FillAsync("Not with a red gate.");
        await ceo.EnterPasswordAsync();
        await ceo.ClickAsync("Sign and decide");
        await ceo.ReadsAsync("NO, we do not launch");

        await lead.Page.GetByLabel("Approve", new() { Exact = true }).CheckAsync();
        await lead.SignAsync();
        await lead.ReadsAsync("has decided NO on this revision");
    }

    // A revision that would say what the last one says is not frozen.
    private static async Task MitigateAsync(DemoPortal portal)
    {
        var (risk, manager) = (FactPath.Parse("risks/soc2-delay"), await portal.ViewerAsync("manager"));
        var view = await portal.Get<LaunchBoards>().ViewAsync(DemoPortal.Launch, manager);
        var outcome = await portal.Get<EditFacts>().RunAsync(DemoPortal.Launch, [FactChange.Setting(
            risk, "mitigation", FactText.Read(view!.Board.Facts, risk, "mitigation"), "An interim letter")], manager);
        outcome.Should().BeOfType<Outcome.Done>();
    }
}
