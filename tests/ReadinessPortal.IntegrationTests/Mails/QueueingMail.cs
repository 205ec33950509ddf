using ReadinessPortal.Application.FollowUps;
using ReadinessPortal.Application.Mails;
using ReadinessPortal.Application.SignOffs;
using ReadinessPortal.Application.Waivers;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.SignOffs;
using ReadinessPortal.IntegrationTests.Fixtures;
using static ReadinessPortal.IntegrationTests.Fixtures.People;
using static ReadinessPortal.IntegrationTests.Fixtures.PortalDatabaseFixture;

namespace ReadinessPortal.IntegrationTests.Mails;

/// <summary>What is committed is told, once; what is refused or rolled back is not.</summary>
public sealed class QueueingMail
{
    private const string Turns = "select count(*) from mails where kind = 'YourTurn'";

    [Fact]
    public Task Without_a_mail_server_it_is_kept_and_says_why() => InALaunch(async portal =>
    {
        Done(await portal.FreezeAsync());

        (await portal.AsPortalAsync("select count(*) from mails where state = 'NotSent' and why = "
            + "'not sent: no SMTP configured'")).Should().Be(2L);
        var row = (await portal.Get<ListMails>().RunAsync(1, ALaunch.Manager))!.Rows[0];
        Refused<NoMailServer>(await portal.Get<SendMailAgain>().RunAsync(row.Mail.Id, ALaunch.Manager));
    });

    [Fact]
    public Task The_same_turn_is_told_once_however_often_it_comes() => InALaunch(async portal =>
    {
        Done(await portal.FreezeAsync());
        Done(await portal.SignAsync("platform", ALaunch.PlatformLead));
        Done(await portal.SignAsync("qa", ALaunch.QaLead));
        (await portal.AsPortalAsync(Turns)).Should().Be(3L);

        var given = (await portal.ViewAsync()).Board.SignOffs.Single(s => s.Role == "qa").Id;
        Done(await portal.Get<WithdrawSignOff>()
            .RunAsync(ALaunch.Key, new(given, "Read it again", "password"), ALaunch.QaLead));
        Done(await portal.SignAsync("qa", ALaunch.QaLead));

        (await portal.AsPortalAsync(Turns)).Should().Be(3L);
        Done(await portal.EditAsync(
            ALaunch.Manager, FactChange.Setting(FactPath.Launch, "title", "Small launch", "Another title")));
        Done(await portal.FreezeAsync());
        (await portal.AsPortalAsync(Turns)).Should().Be(5L, "a newer revision asks again");
    });

    [Fact]
    public Task What_is_refused_is_told_to_nobody() => InALaunch(async portal =>
    {
        Done(await portal.FreezeAsync());
        var before = await portal.AsPortalAsync("select count(*) from mails");

        Refused<NotYourTurn>(await portal.SignAsync("cfo", ALaunch.Cfo));

        (await portal.AsPortalAsync("select count(*) from mails")).Should().Be(before);
    });

    [Fact]
    public Task What_cannot_be_queued_is_not_committed_either() => InALaunch(async portal =>
    {
        await portal.AsOwnerAsync("alter table mails add constraint ck_none check (kind = '')");

        await portal.Awaiting(p => p.FreezeAsync()).Should().ThrowAsync<Exception>();

        (await portal.ViewAsync()).Board.Revisions.Should().BeEmpty();
    });

    [Fact]
    public Task Each_person_gets_what_they_chose() => InALaunch(async portal =>
    {
        var choose = portal.Get<ChooseMails>();
        Done(await choose.RunAsync([MailKind.Decision, MailKind.SecondPerson], isDigest: true, ALaunch.QaLead));
        Done(await choose.RunAsync([MailKind.YourTurn, MailKind.Setback], isDigest: true, ALaunch.PlatformLead));
        (await choose.FindAsync(ALaunch.Auditor)).Should().Be(new MailChoice { UserId = ALaunch.Auditor.UserId });

        Done(await portal.FreezeAsync());
        Done(await portal.SignAsync("platform", ALaunch.PlatformLead));
        Done(await portal.SignAsync("qa", ALaunch.QaLead, SignOffDecision.Reject));

        (await MailsOfAsync(portal, ALaunch.QaLead)).Should().BeEmpty();
        var mails = await MailsOfAsync(portal, ALaunch.PlatformLead);
        mails.Select(m => (m.Kind, m.IsDigest)).Should().BeEquivalentTo(
            [(MailKind.YourTurn, false), (MailKind.Setback, true)], "it is their turn at once, digest or not");
        mails.Single(m => m.IsDigest).DueAt.Should()
            .Be(new DateTimeOffset(2025, 11, 16, 6, 0, 0, TimeSpan.Zero), "it is seven in Oslo then");
    });

    [Fact]
    public Task Whoever_chose_a_time_zone_is_told_in_its_mornings() => InALaunch(async portal =>
    {
        await InZoneAsync(portal, ALaunch.Manager, "Asia/Tokyo");
        await portal.AsOwnerAsync($"insert into preferences values ('{ALaunch.Cfo.UserId}', 'English', 'Not/Here')");
        foreach (var person in new[] { ALaunch.Manager, ALaunch.Cfo, ALaunch.Ceo })
        {
            Done(await portal.Get<ChooseMails>().RunAsync(MailKinds.ToChoose, isDigest: true, person));
        }

        Done(await portal.AssessAsync(ALaunch.PlatformLead, "load-testing", "result", "inProgress", "failed"));
        Done(await portal.Get<RequestWaiver>().RunAsync(
            ALaunch.Key, new("load-testing", "known", "watched", new(2026, 3, 31)), ALaunch.PlatformLead));

        async Task<DateTimeOffset> DueOf(Application.Members.Viewer person) =>
            (await MailsOfAsync(portal, person)).Single().DueAt;
        (await DueOf(ALaunch.Manager)).Should().Be(new(2025, 11, 15, 22, 0, 0, TimeSpan.Zero), "seven in Tokyo");
        (await DueOf(ALaunch.Ceo)).Should().Be(new(2025, 11, 16, 6, 0, 0, TimeSpan.Zero), "seven in Oslo");
        (await DueOf(ALaunch.Cfo)).Should().Be(new(2025, 11, 16, 6, 0, 0, TimeSpan.Zero), "their zone is gone");
    });

    [Fact]
    public Task A_waiver_waits_for_those_who_may_answer_it() => InALaunch(async portal =>
    {
        Done(await portal.AssessAsync(ALaunch.PlatformLead, "load-testing", "result", "inProgress", "failed"));
        Done(await portal.Get<RequestWaiver>().RunAsync(
            ALaunch.Key, new("load-testing", "known", "watched", new(2026, 3, 31)), ALaunch.PlatformLead));

        var asked = await portal.AsPortalAsync("select string_agg(user_id::text, ' ') from mails");

        asked.Should().BeOfType<string>().Which.Split(' ').Should().BeEquivalentTo(
            [$"{ALaunch.Manager.UserId}", $"{ALaunch.Cfo.UserId}", $"{ALaunch.Ceo.UserId}"]);
    });

    [Fact]
    public Task A_condition_is_told_in_the_morning_of_the_days_on_which_it_falls_due() => InALaunch(async portal =>
    {
        Done(await portal.FreezeAsync());
        Done(await portal.SignAsync("platform", ALaunch.PlatformLead, SignOffDecision.Conditional,
            new ConditionDraft("Fix two tests", "QA lead", new(2025, 11, 20))));
        await RemindedAsync(portal);
        (await DueAsync(portal)).Should().BeEmpty();

        portal.Clock.Advance(TimeSpan.FromDays(2)); // Monday the 17th
        await RemindedAsync(portal);
        await RemindedAsync(portal);
        var soon = (await DueAsync(portal)).Should().ContainSingle().Subject;
        (soon.UserId, soon.Thing[..5]).Should().Be((ALaunch.QaLead.UserId, "soon:"));

        portal.Clock.Advance(TimeSpan.FromDays(3) - TimeSpan.FromHours(8)); // Thursday, at two in Oslo
        await RemindedAsync(portal);
        var due = await DueAsync(portal);
        due.Should().HaveCount(2);
        due.Single(m => m.Thing[..4] == "due:").DueAt.Should()
            .Be(new DateTimeOffset(2025, 11, 20, 6, 0, 0, TimeSpan.Zero), "mornings begin at seven");

        portal.Clock.Advance(TimeSpan.FromDays(1));
        await RemindedAsync(portal);
        (await DueAsync(portal)).Where(m => m.Thing.StartsWith("lapsed:", StringComparison.Ordinal))
            .Select(m => m.UserId).Should().BeEquivalentTo([ALaunch.QaLead.UserId, ALaunch.Manager.UserId]);
    });

    private static async Task InZoneAsync(TestPortal portal, Application.Members.Viewer person, string zone) => Done(
        await portal.Get<Application.Members.ChoosePreferences>().RunAsync(
            Application.Members.MailLanguage.English, zone, person));

    // As the search for missing follow-ups does, now and then.
    private static async Task RemindedAsync(TestPortal portal)
    {
        await portal.FollowedUpAsync();
        await portal.Get<FollowUpWorkers>().AddMissingAsync(10, default);
        await portal.FollowedUpAsync();
    }

    private static async Task<IReadOnlyList<Mail>> DueAsync(TestPortal portal) =>
    [
        .. (await portal.Get<ListMails>().RunAsync(1, ALaunch.Manager))!.Rows.Select(r => r.Mail)
            .Where(m => m.Kind == MailKind.Due),
    ];

    private static async Task<IReadOnlyList<Mail>> MailsOfAsync(
        TestPortal portal, Application.Members.Viewer person) =>
    [
        .. (await portal.Get<ListMails>().RunAsync(1, ALaunch.Manager))!.Rows.Select(r => r.Mail)
            .Where(m => m.UserId == person.UserId),
    ];
}
