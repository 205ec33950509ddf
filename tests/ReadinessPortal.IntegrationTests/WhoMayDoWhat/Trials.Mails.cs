using ReadinessPortal.Application.Mails;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Application.Persistence;
using ReadinessPortal.IntegrationTests.Fixtures;
using static ReadinessPortal.IntegrationTests.WhoMayDoWhat.Trial;

namespace ReadinessPortal.IntegrationTests.WhoMayDoWhat;

// Mail belongs to no launch: each person chooses their own, and administrators look after what is sent.
internal static partial class Trials
{
    private static readonly Guid _mail = Cast.Id(99);

    private static IEnumerable<Trial> Mails() =>
    [
        Of<ChooseMails>(_ => Done, async (it, _, v) => await it.RunAsync([MailKind.YourTurn], isDigest: true, v)),
        Of<ChoosePreferences>(_ => Done,
            async (it, _, v) => await it.RunAsync(MailLanguage.German, "Europe/Berlin", v)),
        Of<ListMails>(who => who == Who.Administrator ? Done : Nothing,
            async (it, _, v) => await it.RunAsync(1, v)),
        Of<SendMailAgain>(who => who == Who.Administrator ? Done : nameof(MailsAreNotYours),
            async (_, cast, v) => await WithAServer(cast.Portal).RunAsync(_mail, v), FailedAsync),
    ];

    private static SendMailAgain WithAServer(TestPortal portal) => new(
        portal.Get<WritingDbs>(), portal.Get<IAdministrators>(), new(IsSent: true), portal.Get<OutgoingMail>(),
        portal.Get<TimeProvider>());

    private static Task FailedAsync(Cast cast) => cast.Portal.AsOwnerAsync($"""
        insert into mails (id, launch_id, user_id, kind, thing, state, queued_at, due_at, is_digest, round, attempts)
        select '{_mail}', id, '{_mail}', 'YourTurn', 'turn:1/qa', 'Failed', now(), now(), false, 0, 12 from launches
        where key = '{Key}'
        on conflict (id) do update set state = 'Failed'
        """);
}
