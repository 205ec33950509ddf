using ReadinessPortal.Application;
using ReadinessPortal.Application.Drills;
using ReadinessPortal.Application.Facts;
using ReadinessPortal.Application.Findings;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Application.Waivers;
using ReadinessPortal.Domain.Claims;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Verdicts;
using ReadinessPortal.Domain.Waivers;
using static ReadinessPortal.IntegrationTests.Fixtures.People;
using static ReadinessPortal.IntegrationTests.WhoMayDoWhat.Trial;

namespace ReadinessPortal.IntegrationTests.WhoMayDoWhat;

// What one person asks for and another one answers.
internal static partial class Trials
{
    private static IEnumerable<Trial> Seconds() =>
    [
        Of<RequestWaiver>(AsTheTableSays(LaunchAction.RequestWaiver), async (_, cast, v) => await AskAsync(cast, v),
            NotAskedAsync),
        Of<AnswerWaiver>(AsTheTableSays(LaunchAction.AnswerWaiver), async (it, cast, v) =>
            await it.RunAsync(Key, await WaiverAsync(cast), false, "Mend it", v), AskedAsync),
        Of<WithdrawWaiver>(AsTheTableSays(LaunchAction.WithdrawWaiver), async (it, cast, v) =>
            await it.RunAsync(Key, await WaiverAsync(cast), "It passes now", v), AskedAsync),
        Of<PickLog>(AsTheTableSays(LaunchAction.PickLog), async (it, _, v) =>
            await it.RunAsync(Key, "drill-1", "other", "It is the complete one", v)),
        Of<AcceptFinding>(AsTheTableSays(LaunchAction.AcceptFinding), async (it, cast, v) =>
            await it.RunAsync(Key, await FindingAsync(cast), v), OpenAsync),
        Of<ReopenFinding>(AsTheTableSays(LaunchAction.ReopenFinding), async (it, cast, v) =>
            await it.RunAsync(Key, (await FindingAsync(cast)).Finding, "It is not small", v), AcceptedAsync),
        Of<RequestGuardedChange>(AsTheTableSays(LaunchAction.EditFacts), async (it, cast, v) =>
            await it.RunAsync(Key, await cast.LooserAsync(), "Everybody measures so", v), c => c.FrozenAsync()),
        Of<AnswerGuardedChange>(AsTheTableSays(LaunchAction.AnswerChange), async (it, cast, v) =>
            await it.RunAsync(Key, (await GuardedAsync(cast))!.Id, false, "Keep it", v), GuardAskedAsync),
        Of<WithdrawGuardedChange>(
            w => w == Who.Administrator ? nameof(NotAMember) : Only(nameof(NotYours), Who.Lead)(w),
            async (it, cast, v) => await it.RunAsync(Key, (await GuardedAsync(cast))!.Id, v), GuardAskedAsync),
    ];

    private static Task<Outcome> AskAsync(Cast cast, Viewer viewer) => cast.Portal.Get<RequestWaiver>().RunAsync(Key,
        new WaiverRequest("load-testing", "Known and small", "Watched", new(2025, 12, 31)), viewer);

    private static async Task NotAskedAsync(Cast cast)
    {
        Done(await cast.EditAsync(Cast.As(Who.Lead), Criterion, "result", "failed"));
        if (WaiverRules.Pending("load-testing", (await cast.BoardAsync()).Waivers) is { } pending)
        {
            Done(await cast.Portal.Get<WithdrawWaiver>().RunAsync(Key, pending.Id, "Again", Cast.As(Who.Manager)));
        }
    }

    private static async Task AskedAsync(Cast cast)
    {
        if (WaiverRules.Pending("load-testing", (await cast.BoardAsync()).Waivers) is null)
        {
            await NotAskedAsync(cast);
            Done(await AskAsync(cast, Cast.As(Who.Lead)));
        }
    }

    private static async Task<Guid> WaiverAsync(Cast cast) =>
        WaiverRules.Pending("load-testing", (await cast.BoardAsync()).Waivers)!.Id;

    private static async Task<FindingToAccept> FindingAsync(Cast cast)
    {
        var board = await cast.BoardAsync();
        var finding = Readiness.At(board, cast.Portal.Clock.GetUtcNow()).Findings[0];
        return FindingToAccept.Of(finding, "Rounded in the summary");
    }

    private static async Task<bool> IsAcceptedAsync(Cast cast) =>
        Readiness.At(await cast.BoardAsync(), cast.Portal.Clock.GetUtcNow()).Findings[0].Acceptance is not null;

    private static async Task OpenAsync(Cast cast)
    {
        if (await IsAcceptedAsync(cast))
        {
            Done(await cast.Portal.Get<ReopenFinding>()
                .RunAsync(Key, (await FindingAsync(cast)).Finding, "Again", Cast.As(Who.Manager)));
        }
    }

    private static async Task AcceptedAsync(Cast cast)
    {
        if (!await IsAcceptedAsync(cast))
        {
            Done(await cast.Portal.Get<AcceptFinding>().RunAsync(Key, await FindingAsync(cast), Cast.As(Who.Manager)));
        }
    }

    private static async Task<GuardedChange?> GuardedAsync(Cast cast) =>
        (await cast.BoardAsync()).GuardedChanges.FirstOrDefault(g => g.Answer == GuardedAnswer.Pending);

    private static async Task GuardAskedAsync(Cast cast)
    {
        await cast.FrozenAsync();
        if (await GuardedAsync(cast) is null)
        {
            Done(await cast.Portal.Get<RequestGuardedChange>()
                .RunAsync(Key, await cast.LooserAsync(), "Everybody measures so", Cast.As(Who.Lead)));
        }
    }
}
