using ReadinessPortal.Application;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.IntegrationTests.Fixtures;
using static ReadinessPortal.IntegrationTests.Fixtures.People;

namespace ReadinessPortal.IntegrationTests.Members;

/// <summary>Somebody of a launch invites a colleague who has no account: account and part are there together.</summary>
public sealed class InvitingColleagues
{
    private static readonly Colleague _anna = new("a.meier", "Anna Meier", null);

    [Fact]
    public async Task A_lead_invites_to_read_and_a_manager_with_any_part()
    {
        await using var portal = await DemoPortal.StartAsync();
        var lead = await portal.ViewerAsync("qa-lead");

        var invited = await portal.Get<InviteColleague>().RunAsync(DemoPortal.Launch, _anna, LaunchPart.Viewer, lead);

        Done(invited.Outcome);
        invited.Made!.Link.Should().StartWith("/account/link/");
        (await PartsAsync(portal, "Anna Meier")).Should().Equal(LaunchPart.Viewer);
        (await portal.ScalarAsync("select string_agg(entry::jsonb->>'summary', '; ' order by seq) "
            + "from site_audit_entries where entry::jsonb->>'subject' = 'user:a.meier'")).Should()
            .Be($"Anna Meier is invited, to {DemoPortal.Launch}");
        var manager = await portal.ViewerAsync("manager");
        Done((await portal.Get<InviteColleague>().RunAsync(
            DemoPortal.Launch, new("b.kern", "Bea Kern", null), LaunchPart.Executive, manager)).Outcome);
        (await PartsAsync(portal, "Bea Kern")).Should().Equal(LaunchPart.Executive);
    }

    [Theory]
    [InlineData("qa-lead", LaunchPart.Manager, "a.meier", "LeadsInviteToRead")]
    [InlineData("qa-lead", LaunchPart.Viewer, "CFO", "UserNameIsTaken")]
    [InlineData("qa-lead", LaunchPart.Viewer, "a meier", "UserNameIsNone")]
    [InlineData("auditor", LaunchPart.Viewer, "a.meier", "MayOnlyRead")]
    [InlineData("qa-lead", LaunchPart.Viewer, "a.meier", "NameIsTaken", "ceo (demo)")]
    [InlineData("qa-lead", LaunchPart.Viewer, "a.meier", "NameTurns", "Anna\0Meier")]
    public async Task Who_is_not_invited_has_neither_account_nor_part(
        string by, LaunchPart part, string userName, string why, string name = "Anna Meier")
    {
        await using var portal = await DemoPortal.StartAsync();

        var (outcome, made) = await portal.Get<InviteColleague>().RunAsync(
            DemoPortal.Launch, new(userName, name, null), part, await portal.ViewerAsync(by));

        outcome.Should().BeOfType<Outcome.Refused>().Which.Refusal.Name.Should().Be(why);
        made.Should().BeNull();
        (await portal.ScalarAsync("select count(*) from identity.users where name = 'Anna Meier'")).Should().Be(0L);
        (await portal.ScalarAsync("select count(*) from identity.account_links")).Should().Be(0L);
        (await PartsAsync(portal, "Anna Meier")).Should().BeEmpty();
    }

    [Fact]
    public async Task Of_two_who_invite_one_name_at_once_one_does()
    {
        await using var portal = await DemoPortal.StartAsync();
        var lead = await portal.ViewerAsync("qa-lead");
        var manager = await portal.ViewerAsync("manager");

        var both = await Task.WhenAll(new[] { lead, manager }.Select(by => portal.Get<InviteColleague>()
            .RunAsync(DemoPortal.Launch, _anna, LaunchPart.Viewer, by)));

        both.Count(b => b.Outcome is Outcome.Done).Should().Be(1);
        (await portal.ScalarAsync("select count(*) from identity.users where name = 'Anna Meier'")).Should().Be(1L);
    }

    private static async Task<IEnumerable<LaunchPart>> PartsAsync(DemoPortal portal, string name) =>
        (await portal.Get<LaunchBoards>().ViewAsync(DemoPortal.Launch, await portal.ViewerAsync("manager")))!
            .Board.Members.Where(m => m.Name == name).Select(m => m.Part);
}
