using Microsoft.Playwright;
using ReadinessPortal.Application;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Application.Facts;
using ReadinessPortal.Application.Revisions;
using ReadinessPortal.Application.SignOffs;
using ReadinessPortal.BrowserTests.Fixtures;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.SignOffs;
using ReadinessPortal.IntegrationTests.Fixtures;
using static Microsoft.Playwright.Assertions;

namespace ReadinessPortal.BrowserTests.Journeys;

/// <summary>After a YES something gets worse: the decider, and nobody else, confirms it and later revokes.</summary>
public sealed class LookingAgainAtAYes(PortalBrowser browser) : IClassFixture<PortalBrowser>
{
    [Fact]
    public async Task The_decider_confirms_a_yes_after_something_got_worse_and_revokes_it_later()
    {
        await using var portal = await DemoPortal.StartAsync();
        await DecideYesAsync(portal);
        await using var ceo = await Person.AtAsync(browser, portal, "ceo");
        await ceo.OpenAsync("sign-off");
        await Expect(ceo.Page.GetByText("You sign revision")).ToHaveCountAsync(0);
        await ceo.ReadsAsync("No deterioration since.");

        await FailAsync(portal, "gdpr");
        await ceo.OpenAsync("sign-off");
        await ceo.ReadsAsync("Revision 1 was decided as it was frozen.");
        await Expect(ceo.Page.GetByText("You sign revision")).ToHaveCountAsync(0);
        var since = ceo.Page.GetByLabel("Since the YES on revision 1");
        await Expect(since).ToContainTextAsync("data residency", new() { IgnoreCase = true });
        await AnswerAsync(ceo, "Confirm it", "We accept the gap for a week.", "not-my-password");
        await Expect(ceo.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("The password is not right.");
        await Expect(ceo.Page.GetByLabel("Confirm it")).ToBeCheckedAsync();
        await ceo.EnterPasswordAsync();
        await ceo.ClickAsync("Confirm or revoke");
        await ceo.ReadsAsync("Your answer on the decision is recorded.");
        await ceo.ReadsAsync("Confirmed later: We accept the gap for a week.");

        await using var cfo = await Person.AtAsync(browser, portal, "cfo");
        await cfo.OpenAsync("sign-off");
        await Expect(cfo.Page.GetByLabel("Since the YES on revision 1")).ToBeVisibleAsync();
        await Expect(cfo.Page.GetByText("Confirm or revoke my YES")).ToHaveCountAsync(0);

        await ceo.Page.GetByText("Confirm or revoke my YES").ClickAsync();
        await AnswerAsync(ceo, "Revoke it", "The regulator asked us to wait.");
        await ceo.ReadsAsync("Revoked later: The regulator asked us to wait.");
        await cfo.OpenAsync();
        await cfo.ReadsAsync("YES, revoked");
        await Expect(cfo.Page.GetByLabel("Verdict", new() { Exact = true })).ToContainTextAsync("NO-GO");
    }

    private static async Task AnswerAsync(Person ceo, string answer, string reason, string? password = null)
    {
        await ceo.Page.GetByLabel(answer).CheckAsync();
        await ceo.Page.GetByRole(AriaRole.Textbox, new() { Name = "Reason" }).FillAsync(reason);
        await (password is null ? ceo.EnterPasswordAsync() : ceo.EnterPasswordAsync(password));
        await ceo.ClickAsync("Confirm or revoke");
    }

    private static async Task DecideYesAsync(DemoPortal portal)
    {
        var (manager, ceo) = (await portal.ViewerAsync("manager"), await portal.ViewerAsync("ceo"));
        var boards = portal.Get<LaunchBoards>();
        var board = (await boards.ViewAsync(DemoPortal.Launch, manager))!.Board;
        Done(await portal.Get<FreezeLaunch>().RunAsync(DemoPortal.Launch, FreezeRequest.Of(board), manager));
        var view = (await boards.ViewAsync(DemoPortal.Launch, ceo))!;
        var frozen = view.Board.NewestRevision!;
        var against = SigningRules.WhatAnOverrideWouldOverride(view.Board, view.UnderSignature!, view.At);
        Done(await portal.Get<DecideLaunch>().RunAsync(
            DemoPortal.Launch,
            new(frozen.Number, frozen.Sha256, true, null, [], "The market will not wait.", against, "password"), ceo));
    }

    private static void Done(Outcome outcome) => outcome.Should().BeOfType<Outcome.Done>();

    private static async Task FailAsync(DemoPortal portal, string criterion)
    {
        var path = FactPath.Of("criteria", criterion);
        var manager = await portal.ViewerAsync("manager");
        var view = await portal.Get<LaunchBoards>().ViewAsync(DemoPortal.Launch, manager);
        Done(await portal.Get<EditFacts>().RunAsync(DemoPortal.Launch,
        [
            FactChange.Setting(path, "result", FactText.Read(view!.Board.Facts, path, "result"), "failed"),
            FactChange.Setting(path, "rationale", FactText.Read(view.Board.Facts, path, "rationale"), "A gap"),
        ], manager));
    }
}
