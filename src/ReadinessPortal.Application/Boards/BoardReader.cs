using System.Collections.Immutable;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using ReadinessPortal.Application.Findings;
using ReadinessPortal.Application.Persistence;
using ReadinessPortal.Application.SignOffs;
using ReadinessPortal.Domain.Claims;
using ReadinessPortal.Domain.Drills;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Revisions;
using ReadinessPortal.Domain.SignOffs;
using ReadinessPortal.Domain.Waivers;

namespace ReadinessPortal.Application.Boards;

/// <summary>Reads a launch whole: one statement per table, however large the launch is; where it is known how it was
/// and which tables changed since, only those.</summary>
internal sealed class BoardReader(PortalContext db, Guid launchId, CancellationToken ct) : IFactSource
{
    private IReadOnlyCollection<Guid> _archived = [];
    private KnownBoard? _known;

    /// <summary>
    /// Call it inside a snapshot, or under the launch's lock, so that number and content belong together.
    /// </summary>
    public static async Task<LaunchBoard?> ReadAsync(
        PortalContext db, Guid launchId, CancellationToken ct, KnownBoard? known = null) =>
        await db.Set<Launch>().FirstOrDefaultAsync(l => l.Id == launchId, ct) is { } launch
            ? await new BoardReader(db, launchId, ct) { _known = known }.ReadAsync(launch)
            : null;

    /// <summary>The facts that stand, and among them archived ones.</summary>
    /// <param name="archived">Ids of those.</param>
    public static Task<LaunchFacts> ReadFactsAsync(
        PortalContext db, Launch launch, IReadOnlyCollection<Guid> archived, CancellationToken ct) =>
        new BoardReader(db, launch.Id, ct) { _archived = archived }.FactsAsync(launch);

    private async Task<LaunchBoard> ReadAsync(Launch launch) => new()
    {
        ChangeNumber = launch.ChangeNumber,
        Facts = await FactsAsync(launch),
        Holdings = Known(typeof(RoleHolding))?.Holdings ??
        [
            .. (await AllAsync<RoleHolding>(h => h.LaunchId == launchId)).OrderBy(h => h.Role, StringComparer.Ordinal),
        ],
        Members = Known(typeof(Member))?.Members ??
        [
            .. (await AllAsync<Member>(m => m.LaunchId == launchId))
                .OrderBy(m => m.Name, StringComparer.Ordinal).ThenBy(m => m.Part).ThenBy(m => m.Id),
        ],
        Waivers = Known(typeof(Waiver))?.Waivers ?? [.. await RecordedAsync<Waiver>()],
        LogChoices = Known(typeof(LogChoice))?.LogChoices ?? [.. await RecordedAsync<LogChoice>()],
        Acceptances = Known(typeof(FindingAcceptance), typeof(FindingReopening))?.Acceptances
            ?? await AcceptancesAsync(),
        GuardedChanges = Known(typeof(GuardedChange))?.GuardedChanges ?? [.. await RecordedAsync<GuardedChange>()],
        TargetMoves = Known(typeof(TargetMove))?.TargetMoves ?? [.. await RecordedAsync<TargetMove>()],
        StageChanges = Known(typeof(StageChange))?.StageChanges ?? [.. await RecordedAsync<StageChange>()],
        Revisions = Known(typeof(RevisionHead))?.Revisions ??
            [.. (await AllAsync<RevisionHead>(r => r.LaunchId == launchId)).OrderBy(r => r.Number)],
        SignOffs = Known(typeof(SignOff), typeof(SignOffWithdrawal))?.SignOffs ?? await SignOffsAsync(),
        Conditions = Known(typeof(Condition))?.Conditions ??
        [
            .. (await AllAsync<Condition>(c => c.LaunchId == launchId)).OrderBy(c => c.Due).ThenBy(c => c.Id),
        ],
        Decisions = Known(typeof(FinalDecision))?.Decisions ??
        [
            .. (await AllAsync<FinalDecision>(d => d.LaunchId == launchId)).OrderBy(d => d.Entry).ThenBy(d => d.At),
        ],
    };

    private async Task<ImmutableArray<FindingAcceptance>> AcceptancesAsync()
    {
        var reopenings = (await AllAsync<FindingReopening>(r => r.LaunchId == launchId))
            .ToDictionary(r => r.AcceptanceId);
        return
        [
            .. (await RecordedAsync<FindingAcceptance>()).Select(a => reopenings.TryGetValue(a.Id, out var back)
                ? a with { WithdrawnAt = back.At, WithdrawnBy = back.By, WithdrawnReason = back.Reason }
                : a),
        ];
    }

    private async Task<ImmutableArray<SignOff>> SignOffsAsync()
    {
        var withdrawals = (await AllAsync<SignOffWithdrawal>(w => w.LaunchId == launchId))
            .ToDictionary(w => w.SignOffId);
        return
        [
            .. (await RecordedAsync<SignOff>()).Select(s => withdrawals.TryGetValue(s.Id, out var withdrawn)
                ? s with { WithdrawnAt = withdrawn.At, WithdrawnReason = withdrawn.Reason }
                : s),
        ];
    }

    /// <summary>The board as it was, for what nothing of changed since; null where it has to be read.</summary>
    private LaunchBoard? Known(params ReadOnlySpan<Type> rows)
    {
        foreach (var row in rows)
        {
            if (_known?.Touched.Contains(row) != false)
            {
                return null;
            }
        }

        return _known?.Board;
    }

    private async Task<LaunchFacts> FactsAsync(Launch launch)
    {
        var facts = new LaunchFacts { Launch = launch };
        foreach (var kind in FactKinds.OfLaunch)
        {
            facts = kind.With(facts, Known([.. kind.WithParts.Select(k => k.Type)]) is { } known
                ? kind.In(known.Facts)
                : await kind.ReadAsync(this));
        }

        return facts;
    }

    // Ordered here and never by the database, whose collation is not ours.
    async Task<IReadOnlyList<T>> IFactSource.ReadAsync<T>() =>
    [
        .. (await AllAsync<T>(_archived.Count == 0
            ? f => f.LaunchId == launchId && f.ArchivedAt == null
            : f => f.LaunchId == launchId && (f.ArchivedAt == null || _archived.Contains(f.Id))))
            .OrderBy(f => f.Position).ThenBy(f => f.Key, StringComparer.Ordinal),
    ];

    // As the database numbered them.
    private Task<List<T>> RecordedAsync<T>()
        where T : class =>
        db.Set<T>().Where(r => EF.Property<Guid>(r, "LaunchId") == launchId)
            .OrderBy(r => EF.Property<long>(r, FactMapping.Ordinal)).ToListAsync(ct);

    private Task<List<T>> AllAsync<T>(Expression<Func<T, bool>> which)
        where T : class => db.Set<T>().Where(which).ToListAsync(ct);
}
