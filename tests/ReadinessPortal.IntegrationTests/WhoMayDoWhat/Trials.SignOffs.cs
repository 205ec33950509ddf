using ReadinessPortal.Application.SignOffs;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.SignOffs;
using static ReadinessPortal.IntegrationTests.Fixtures.People;
using static ReadinessPortal.IntegrationTests.WhoMayDoWhat.Trial;

namespace ReadinessPortal.IntegrationTests.WhoMayDoWhat;

// Roles, signatures and what follows from them, which have rules of their own beside the table's.
internal static partial class Trials
{
    private static IEnumerable<Trial> SignOffs() =>
    [
        Of<AssignRole>(AsTheTableSays(LaunchAction.ManageRoles), async (it, _, v) =>
            await it.RunAsync(Key, "spare", Cast.Id(91), "Sid Spare", v)),
        Of<MakeRoleNotRequired>(AsTheTableSays(LaunchAction.ManageRoles), async (it, _, v) =>
            await it.RunAsync(Key, "qa", "Done by somebody else", v)),
        Of<NameDeputy>(
            w => w == Who.Lead ? Trial.Done : AsTheTableSays(LaunchAction.ManageRoles)(w),
            async (it, _, v) => await it.RunAsync(Key, "platform", Cast.Id(92), "Dirk Deputy", new(2026, 1, 31), v)),
        Of<SignLaunch>(Only(nameof(NotTheNamedPerson), Who.Lead, Who.Deputy), async (_, cast, v) =>
            await cast.Portal.SignAsync("platform", v), UnsignedAsync),
        Of<WithdrawSignOff>(Only(nameof(NotYourSignOff), Who.Lead), async (it, cast, v) =>
            await it.RunAsync(Key, new((await StandingAsync(cast))!.Id, "Read again", "password"), v), SignedAsync),
        Of<DecideLaunch>(Only(nameof(NotTheNamedPerson), Who.Chief), async (it, cast, v) =>
        {
            var newest = (await cast.BoardAsync()).NewestRevision!;
            return await it.RunAsync(Key,
                new(newest.Number, newest.Sha256, false, "Not yet", [], null, [], "password"), v);
        }, c => c.FrozenAsync()),
        Of<ReviewDecision>(Only(nameof(NotYourDecision), Who.Chief), async (it, cast, v) =>
        {
            var yes = (await cast.BoardAsync()).StandingYes()!.Revision;
            return await it.RunAsync(Key, new(yes, false, "It got worse", [], "password"), v);
        }, c => c.DecidedAsync()),
        Of<MeetCondition>(AsTheTableSays(LaunchAction.MeetCondition), async (it, cast, v) =>
        {
            var evidence = await cast.InHandAsync();
            var open = (await cast.BoardAsync()).Conditions.First(c => c.MetAt is null);
            return await it.RunAsync(Key, open.Id, "Done twice", evidence, v);
        }, ConditionedAsync),
    ];

    private static async Task UnsignedAsync(Cast cast)
    {
        await cast.FrozenAsync();
        if (await StandingAsync(cast) is { } signOff)
        {
            var signer = signOff.DeputyFor is null ? Who.Lead : Who.Deputy;
            Done(await cast.Portal.Get<WithdrawSignOff>()
                .RunAsync(Key, new(signOff.Id, "Again", "password"), Cast.As(signer)));
        }
    }

    private static async Task SignedAsync(Cast cast)
    {
        await cast.FrozenAsync();
        if (await StandingAsync(cast) is null)
        {
            Done(await cast.Portal.SignAsync("platform", Cast.As(Who.Lead)));
        }
    }

    private static async Task<SignOff?> StandingAsync(Cast cast) =>
        (await cast.BoardAsync()).RecordOf(1).Standing("platform");

    // One for each person who may say that it is met, and one that is left.
    private static async Task ConditionedAsync(Cast cast)
    {
        await cast.InHandAsync();
        await cast.FrozenAsync();
        if ((await cast.BoardAsync()).Conditions.IsEmpty)
        {
            var asked = new ConditionDraft("Run it again", "Platform lead", new(2025, 12, 1));
            Done(await cast.Portal.SignAsync("qa", Cast.As(Who.OtherLead), SignOffDecision.Conditional,
                asked, asked, asked));
        }
    }
}
