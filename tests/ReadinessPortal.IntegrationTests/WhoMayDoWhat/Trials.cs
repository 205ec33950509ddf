using System.Collections.Immutable;
using ReadinessPortal.Application.Audit;
using ReadinessPortal.Application.Changes;
using ReadinessPortal.Application.Evidence;
using ReadinessPortal.Application.Facts;
using ReadinessPortal.Application.Launches;
using ReadinessPortal.Application.Life;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Application.Packages;
using ReadinessPortal.Application.Reports;
using ReadinessPortal.Application.Revisions;
using ReadinessPortal.Application.Seals;
using ReadinessPortal.Application.Tokens;
using ReadinessPortal.Application.Verification;
using ReadinessPortal.Application.Work;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.SignOffs;
using ReadinessPortal.Domain.Tokens;
using ReadinessPortal.IntegrationTests.Fixtures;
using static ReadinessPortal.IntegrationTests.WhoMayDoWhat.Trial;

namespace ReadinessPortal.IntegrationTests.WhoMayDoWhat;

/// <summary>
/// One line or more for every use case: those that read and those that run a launch here, the others beside.
/// </summary>
internal static partial class Trials
{
    private const string Key = Cast.Key;

    public static ImmutableArray<Trial> All { get; } =
    [
        .. Reads(), .. Runs(), .. Facts(), .. Seconds(), .. SignOffs(), .. Tokens(), .. Mails(),
    ];

    private static Trial Of<T>(
        Func<Who, string> expected, Func<T, Cast, Viewer, Task<object?>> act, Func<Cast, Task>? ready = null,
        string? what = null)
        where T : class => new(what is null ? typeof(T).Name : $"{typeof(T).Name}: {what}", typeof(T), expected,
            (cast, viewer) => act(cast.Portal.Get<T>(), cast, viewer), ready ?? (_ => Task.CompletedTask));

    private static IEnumerable<Trial> Reads() =>
    [
        Of<ListLaunches>(Reading, async (it, _, v) => await it.RunAsync(v)),
        Of<ListWork>(Reading, async (it, _, v) => (await it.RunAsync(v)).Launches == 1 ? Done : null),
        // Whoever asks is told of their own requests, and nobody of anybody else's.
        Of<AskOutcome>(_ => Done, async (it, cast, v) =>
        {
            var (mine, theirs) = (Guid.CreateVersion7(), Guid.CreateVersion7());
            await cast.EditAsync(Cast.As(Who.Manager).By(theirs), FactPath.Launch, "title", $"Title {theirs:N}");
            await cast.EditAsync(v.By(mine), FactPath.Launch, "title", $"Title {mine:N}");
            var isManager = v.UserId == Cast.As(Who.Manager).UserId;
            return await it.RunAsync(Key, mine, v) is not null == isManager
                && await it.RunAsync(Key, theirs, v) is not null == isManager ? Done : null;
        }),
        Of<ReadAudit>(
            w => w is Who.Stranger or Who.Contributor or Who.Viewer or Who.Deputy ? Nothing : Done,
            async (it, _, v) => await it.RunAsync(Key, 1, v)),
        Of<VerifyLaunch>(
            w => w is Who.Stranger or Who.Contributor or Who.Viewer or Who.Deputy ? Nothing : Done,
            async (it, _, v) => await it.RunAsync(Key, v)),
        Of<ExportAudit>(
            w => w is Who.Stranger or Who.Contributor or Who.Viewer or Who.Deputy ? Nothing : Done,
            async (it, _, v) => await it.RunAsync(Key, new(), v)),
        Of<ExportWithRecord>(
            w => w is Who.Stranger ? nameof(NoSuchLaunch)
                : w is Who.Contributor or Who.Viewer or Who.Deputy ? nameof(AuditIsNotTheirs) : Done,
            async (it, _, v) => (object?)await it.RunAsync(Key, Stream.Null, v) ?? Done),
        Of<ExportSignatures>(
            w => w is Who.Stranger or Who.Contributor or Who.Viewer or Who.Deputy ? Nothing : Done,
            async (it, _, v) => await it.RunAsync(Key, v)),
        Of<ReadArchived>(Reading, async (it, _, v) => await it.RunAsync(Key, v)),
        Of<ReadHistory>(Reading, async (it, _, v) =>
            await it.RunAsync(Key, new(SubjectKind.Launch, Key), v)),
        Of<OpenEvidence>(Reading, async (it, cast, v) =>
            await it.RunAsync(Key, await cast.InHandAsync(), v)),
        Of<ReadRevision>(Reading, async (it, _, v) => await it.RunAsync(Key, 1, v), c => c.FrozenAsync()),
        Of<CompareRevisions>(Reading, async (it, cast, v) =>
        {
            await cast.EditAsync(Cast.As(Who.Manager), FactPath.Launch, "title", $"Title {Guid.NewGuid():N}");
            return await it.RunAsync(Key, 1, null, v);
        }, c => c.FrozenAsync()),
        Of<ExportLaunch>(AsTheTableSays(LaunchAction.Export), async (it, _, v) =>
        {
            using var zip = new MemoryStream();
            return (object?)await it.RunAsync(Key, zip, v) ?? Done;
        }),
        Of<ExportEvidence>(AsTheTableSays(LaunchAction.Export), async (it, _, v) =>
        {
            using var zip = new MemoryStream();
            return (object?)await it.RunAsync(Key, () => zip, v) ?? Done;
        }),
        // Whoever opens the report first has it kept; the page renders it, nobody hands bytes in.
        Of<StoreFinalReport>(AsTheTableSays(LaunchAction.View), async (it, _, v) =>
            await it.RunAsync(Key, 1, [1, 2, 3], 1, 1, v), c => c.DecidedAsync()),
        Of<ReadReport>(Reading, async (it, _, v) => await it.RunAsync(Key, 1, v), async cast =>
        {
            await cast.DecidedAsync();
            await cast.Portal.Get<StoreFinalReport>().RunAsync(Key, 1, [1, 2, 3], 1, 1, Cast.As(Who.Manager));
        }),
    ];

    private static IEnumerable<Trial> Runs() =>
    [
        Of<CreateLaunch>(Administering, async (it, _, v) =>
            await it.RunAsync(new NewLaunch("GA-2026-100", "New", new(2026, 6, 1)), v)),
        Of<ImportLaunch>(Administering, async (it, _, v) =>
            await it.RunAsync(Cast.Package("GA-2026-101"), update: false, v), what: "new"),
        Of<ImportLaunch>(AsTheTableSays(LaunchAction.Import), async (it, _, v) =>
            await it.RunAsync(Cast.Package(), update: true, v), what: "update"),
        Of<FreezeLaunch>(AsTheTableSays(LaunchAction.Freeze), async (it, cast, v) =>
            await it.RunAsync(Key, FreezeRequest.Of(await cast.BoardAsync()), v)),
        Of<ChangeStage>(AsTheTableSays(LaunchAction.ChangeStage), async (it, _, v) =>
            await it.RunAsync(Key, new(LaunchStage.Cancelled, "Not this year"), v), OpenAgainAsync),
        Of<MoveTargetDate>(AsTheTableSays(LaunchAction.MoveTargetDate), async (it, _, v) =>
            await it.RunAsync(Key, new(new(2026, 2, 1), "More time"), v)),
        Of<ChangeRelease>(AsTheTableSays(LaunchAction.ChangeRelease), async (it, cast, v) =>
            await it.RunAsync(Key, new(
                new() { Name = "small:v2" }, (await cast.BoardAsync()).Launch.Release, "A fix"), v)),
        Of<AddMember>(AsTheTableSays(LaunchAction.ManageMembers), async (it, _, v) =>
            await it.RunAsync(Key, Cast.Id(90), "Nora New", LaunchPart.Viewer, v)),
        Of<InviteColleague>(AsTheTableSays(LaunchAction.InviteColleague), async (it, _, v) =>
            (await it.RunAsync(Key, new("nora", "Nora New", null), LaunchPart.Viewer, v)).Outcome),
        Of<ChangeMember>(AsTheTableSays(LaunchAction.ManageMembers), async (it, _, v) =>
            await it.RunAsync(Key, Cast.As(Who.Auditor).UserId, LaunchPart.Auditor, LaunchPart.Viewer, v)),
        Of<RemoveMember>(AsTheTableSays(LaunchAction.ManageMembers), async (it, _, v) =>
            await it.RunAsync(Key, Cast.As(Who.Auditor).UserId, LaunchPart.Auditor, v)),
    ];

    private static IEnumerable<Trial> Tokens() =>
    [
        Of<CreateToken>(AsTheTableSays(LaunchAction.ManageTokens), async (it, _, v) =>
            await it.RunAsync(Key, AToken(), TokenSecret.Hash(TokenSecret.New()), v)),
        Of<ListTokens>(w => w == Who.Manager ? Done : Nothing, async (it, _, v) =>
            (await it.RunAsync(Key, v)) is { Length: > 0 } ? Done : null, MadeAsync),
        Of<RevokeToken>(AsTheTableSays(LaunchAction.ManageTokens), async (it, cast, v) =>
            await it.RunAsync(Key, (await TokensAsync(cast))[0].Name, v), MadeAsync),
    ];

    private static NewToken AToken() => new($"ci-{Guid.NewGuid():N}", TokenScope.EvidenceWrite, []);

    private static async Task<ImmutableArray<ApiToken>> TokensAsync(Cast cast) =>
        (await cast.Portal.Get<ListTokens>().RunAsync(Key, Cast.As(Who.Manager)))!.Value;

    private static async Task MadeAsync(Cast cast)
    {
        if ((await TokensAsync(cast)).Length < 2)
        {
            People.Done(await cast.Portal.Get<CreateToken>()
                .RunAsync(Key, AToken(), TokenSecret.Hash(TokenSecret.New()), Cast.As(Who.Manager)));
        }
    }

    private static async Task OpenAgainAsync(Cast cast)
    {
        if ((await cast.BoardAsync()).Launch.Stage == LaunchStage.Cancelled)
        {
            People.Done(await cast.Portal.Get<ChangeStage>()
                .RunAsync(Key, new(LaunchStage.Preparing, "After all"), Cast.As(Who.Manager)));
        }
    }
}
