using System.Collections.Concurrent;
using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using ReadinessPortal.Application.Audit;
using ReadinessPortal.Application.Changes;
using ReadinessPortal.Application.Measures;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Application.Persistence;
using ReadinessPortal.Application.Revisions;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Revisions;

namespace ReadinessPortal.Application.Boards;

/// <summary>
/// The one read model: a board per launch and change number, shared by everybody who looks. The number in the database
/// is asked on every entry; notifications only wake open pages sooner.
/// </summary>
public sealed partial class LaunchBoards(
    IDbContextFactory<PortalDb> databases, Freshness freshness, Outage outage, TimeProvider time,
    ILogger<LaunchBoards> log) : IDisposable
{
    /// <summary>Boards beyond this many bytes are dropped, least recently used and unwatched first.</summary>
    private const long MaxBytes = 256L << 20;

    /// <summary>Boards that are read at once, of however many launches: each takes a connection.</summary>
    private const int BuildsAtOnce = 4;

    private readonly SemaphoreSlim _builds = new(BuildsAtOnce);
    private readonly ConcurrentDictionary<Guid, Slot> _slots = new();

    /// <summary>The launch as this person may see it, never older than what is committed now.</summary>
    /// <returns>Null when there is no such launch, or this person has no part in it.</returns>
    public async Task<LaunchView?> ViewAsync(string key, Viewer viewer, CancellationToken ct = default)
    {
        if (await ArriveAsync(key, viewer, ct) is not { Launch: { } now } arrival)
        {
            return null;
        }

        var entry = await AtLeastAsync(now.Id, now.Number, ct);
        return Access.Of(viewer, entry.Board) is { } me ? ViewOf(entry, me, arrival.Visit) : null;
    }

    private async Task<Arrival> ArriveAsync(string key, Viewer viewer, CancellationToken ct)
    {
        if (viewer.Arrival is { } arrival && arrival.LaunchKey == key)
        {
            return arrival;
        }

        var now = await freshness.AskAsync(new(key, viewer.UserId), ct);
        return new(key, now.Launch, now.Visit);
    }

    private LaunchView ViewOf(BoardEntry entry, Actor me, VisitNow? visit)
    {
        var now = time.GetUtcNow();
        var derived = entry.At(now);
        return new()
        {
            Board = entry.Board,
            Readiness = derived.Readiness,
            Verdict = derived.Verdict,
            LiveVerdict = derived.LiveVerdict,
            UnderSignature = entry.UnderSignature,
            SinceDecision = derived.SinceDecision,
            ChangesSince = entry.Board.NewestRevision is { } newest
                ? (int)(entry.Board.Launch.FactsNumber - newest.FactsNumber)
                : 0,
            Me = me,
            Visit = visit,
            At = now,
        };
    }

    /// <summary>A board that holds at least change <paramref name="number"/>; built once for all who wait.</summary>
    internal async Task<BoardEntry> AtLeastAsync(Guid launchId, long number, CancellationToken ct)
    {
        var slot = _slots.GetOrAdd(launchId, id => new Slot(id));
        while (true)
        {
            Task<BoardEntry> build;
            lock (slot)
            {
                slot.LastUsed = time.GetTimestamp();
                if (slot.Current is { } current && current.Number >= number)
                {
                    return current;
                }

                build = slot.Building ??= BuildAsync(slot);
            }

            // A build that was joined may have read before the change: then once more.
            var built = await build.WaitAsync(ct);
            if (built.Number >= number)
            {
                return built;
            }
        }
    }

    private async Task<BoardEntry> BuildAsync(Slot slot)
    {
        await Task.Yield(); // the caller holds the slot's lock
        try
        {
            var built = await ReadAsync(slot);
            Publish(slot, built);
            return built;
        }
        finally
        {
            lock (slot)
            {
                slot.Building = null;
            }
        }
    }

    private async Task<BoardEntry> ReadAsync(Slot slot)
    {
        await _builds.WaitAsync();
        try
        {
            var begun = time.GetTimestamp();
            var built = await ReadInTurnAsync(slot);
            PortalMeasures.Built(time.GetElapsedTime(begun));
            return built;
        }
        finally
        {
            _builds.Release();
        }
    }

    private async Task<BoardEntry> ReadInTurnAsync(Slot slot)
    {
        await using var db = await databases.CreateDbContextAsync();
        await using var snapshot = await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead);
        await db.Database.ExecuteSqlRawAsync("set transaction read only");
        var head = await db.HeadAsync(slot.LaunchId, CancellationToken.None)
            ?? throw new InvalidOperationException($"Launch {slot.LaunchId} is gone.");
        var board = TakeOffered(slot, head)
            ?? (await BoardReader.ReadAsync(db, slot.LaunchId, CancellationToken.None, Since(slot, head)))!;
        var before = slot.Current;
        RevisionContent?[] known = [before?.UnderSignature, before?.Decided];
        var frozen = await ContentAsync(board.NewestRevision);
        known = [.. known, frozen];
        var decided = await ContentAsync(board.DecidedRevision());
        await snapshot.CommitAsync();
        var (kept, length) = BoardSections.Of(board, before?.Board);
        return new(kept, head, length, frozen, decided);

        // A revision never changes: what was read once is good.
        async Task<RevisionContent?> ContentAsync(RevisionHead? revision) =>
            revision is null ? null
            : known.FirstOrDefault(c => c?.Number == revision.Number)
                ?? await db.ContentAsync(revision, CancellationToken.None);
    }

    private void Publish(Slot slot, BoardEntry built)
    {
        lock (slot)
        {
            if (slot.Current is { } current && current.Number >= built.Number)
            {
                return;
            }

            slot.Current = built;
            slot.Forget(built.Number);
            slot.LastBuilt = time.GetTimestamp();
            slot.LastUsed = slot.LastBuilt;
        }

        Tell(slot, built);
        Trim();
    }

    private void Trim()
    {
        var cached = _slots.Values.Where(s => s.Current is not null).ToList();
        var total = cached.Sum(s => s.Current?.Bytes ?? 0);
        foreach (var slot in cached.OrderBy(s => s.IsWatched).ThenBy(s => s.LastUsed))
        {
            if (total <= MaxBytes)
            {
                return;
            }

            lock (slot)
            {
                total -= slot.Current?.Bytes ?? 0;
                slot.Current = null;
            }
        }
    }

    public void Dispose()
    {
        foreach (var slot in _slots.Values)
        {
            slot.Timer?.Dispose();
        }

        _builds.Dispose();
    }

    /// <summary>What this process knows of one launch. Its own lock guards it.</summary>
    private sealed class Slot(Guid launchId)
    {
        public Guid LaunchId => launchId;

        public BoardEntry? Current { get; set; }

        public Task<BoardEntry>? Building { get; set; }

        public (LaunchBoard Board, AuditHead Head)? Offered { get; set; }

        /// <summary>By the hash of the head that each leaves.</summary>
        public Dictionary<string, CommittedChange> Commits { get; } = new(StringComparer.Ordinal);

        /// <summary>What a board of this number holds needs nobody's commit any more.</summary>
        public void Forget(long number)
        {
            foreach (var (head, _) in Commits.Where(c => c.Value.After.Number <= number))
            {
                Commits.Remove(head);
            }
        }

        public long HighestSeen { get; set; }

        public long LastUsed { get; set; }

        public long LastBuilt { get; set; }

        public bool IsRebuildPlanned { get; set; }

        public ITimer? Timer { get; set; }

        public List<Watcher> Watchers { get; } = [];

        public bool IsWatched => Watchers.Count > 0;
    }
}
