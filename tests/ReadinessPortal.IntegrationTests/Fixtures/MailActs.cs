using ReadinessPortal.Application;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Application.Facts;
using ReadinessPortal.Application.Revisions;
using ReadinessPortal.Application.SignOffs;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.SignOffs;
using ReadinessPortal.Web.Demo;
using ReadinessPortal.Web.Mails;
using static ReadinessPortal.IntegrationTests.Fixtures.People;

namespace ReadinessPortal.IntegrationTests.Fixtures;

/// <summary>The demo with a mail server, and what people do there that others are told of.</summary>
internal static class MailActs
{
    /// <summary>The demo, which gives its mails to <paramref name="server"/>; everybody has an address.</summary>
    public static async Task<DemoPortal> PortalAsync(this TestMailServer server)
    {
        var portal = await DemoPortal.StartAsync(services => services.AddPortalMail(server.Settings));
        await portal.GiveAddressesAsync();
        return portal;
    }

    public static async Task GiveAddressesAsync(this DemoPortal portal)
    {
        foreach (var persona in DemoPersonas.All)
        {
            await portal.Get<MailAddresses>().SetAsync((await portal.ViewerAsync(persona.UserName)).UserId,
                MailAddresses.Read(TestMailServer.AddressOf(persona.UserName)));
        }
    }

    public static async Task FreezeAsync(this DemoPortal portal)
    {
        var manager = await portal.ViewerAsync("manager");
        Done(await portal.Get<FreezeLaunch>()
            .RunAsync(DemoPortal.Launch, FreezeRequest.Of((await portal.ViewAsync()).Board), manager));
    }

    public static async Task RetitleAsync(this DemoPortal portal, string title) => Done(await portal.Get<EditFacts>()
        .RunAsync(DemoPortal.Launch,
            [FactChange.Setting(FactPath.Launch, "title", (await portal.ViewAsync()).Launch.Title, title)],
            await portal.ViewerAsync("manager")));

    public static async Task SignAsync(
        this DemoPortal portal, string role, SignOffDecision decision = SignOffDecision.Approve)
    {
        var newest = (await portal.ViewAsync()).Board.NewestRevision!;
        Done(await portal.Get<SignLaunch>().RunAsync(DemoPortal.Launch,
            new(newest.Number, newest.Sha256, role, decision,
                decision == SignOffDecision.Approve ? null : $"Not <b>so</b>, says {role}", [], "password"),
            await portal.ViewerAsync(role)));
    }

    public static async Task WithdrawAsync(this DemoPortal portal, string role)
    {
        var given = (await portal.ViewAsync()).Board.SignOffs.Last(s => s.Role == role && s.Stands);
        Done(await portal.Get<WithdrawSignOff>().RunAsync(
            DemoPortal.Launch, new(given.Id, "Read it again", "password"), await portal.ViewerAsync(role)));
    }

    public static async Task<Outcome> DecideAsync(this DemoPortal portal, bool proceed, string? because = null)
    {
        var view = await portal.ViewAsync();
        var newest = view.Board.NewestRevision!;
        var shown = SigningRules.WhatAnOverrideWouldOverride(view.Board, view.UnderSignature!, view.At);
        return await portal.Get<DecideLaunch>().RunAsync(DemoPortal.Launch,
            new(newest.Number, newest.Sha256, proceed, "Noted", [], because, shown, "password"),
            await portal.ViewerAsync("ceo"));
    }

    public static async Task<LaunchView> ViewAsync(this DemoPortal portal) =>
        (await portal.Get<LaunchBoards>().ViewAsync(DemoPortal.Launch, await portal.ViewerAsync("manager")))!;

    /// <summary>How many mails are in a state.</summary>
    public static async Task<long> MailsAsync(this DemoPortal portal, string state) =>
        (long)(await portal.ScalarAsync($"select count(*) from mails where state = '{state}'"))!;
}
