using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using ReadinessPortal.Application.Audit;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Application.Changes;
using ReadinessPortal.Application.Persistence;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Application.Launches;

/// <summary>Remembers that a person has seen a launch as it is now.</summary>
public sealed class RecordVisit
{
    private const int MostAtOnce = 2000;

    private readonly NpgsqlDataSource _source;
    private readonly TimeProvider _time;
    private readonly Coalescer<Seen, int> _seen;

    public RecordVisit(NpgsqlDataSource source, TimeProvider time)
    {
        (_source, _time) = (source, time);
        _seen = new(WriteAsync, MostAtOnce);
    }

    /// <summary>One statement writes it for everybody whose page followed the same change.</summary>
    public Task RunAsync(LaunchView view, CancellationToken ct = default) =>
        _seen.AddAsync(new(view.Launch.Id, view.Me.UserId, view.Board.ChangeNumber), ct);

    private async Task<int> WriteAsync(IReadOnlyList<Seen> seen)
    {
        var last = seen.GroupBy(s => (s.Launch, s.Person)).Select(s => s.MaxBy(one => one.Number)!).ToList();
        var now = _time.GetUtcNow().ToMicroseconds();
        await using var command = _source.CreateCommand("""
            insert into visits (launch_id, user_id, change_number, since_number, at)
            select launch, person, number, number, $4 from unnest($1, $2, $3) as seen(launch, person, number)
            on conflict (launch_id, user_id) do update set
                since_number = case when visits.at < $5 then visits.change_number else visits.since_number end,
                change_number = greatest(visits.change_number, excluded.change_number), at = excluded.at
            """);
        command.Parameters.Add(new() { Value = last.Select(s => s.Launch).ToArray() });
        command.Parameters.Add(new() { Value = last.Select(s => s.Person).ToArray() });
        command.Parameters.Add(new() { Value = last.Select(s => s.Number).ToArray() });
        command.Parameters.Add(new() { Value = now });
        command.Parameters.Add(new() { Value = now - VisitNow.One });
        return await command.ExecuteNonQueryAsync();
    }

    private sealed record Seen(Guid Launch, Guid Person, long Number);
}

/// <param name="Since">When the person was here before; null on a first visit.</param>
/// <param name="Lines">What others and they themselves changed since, newest first; refusals left out.</param>
public sealed record VisitChanges(DateTimeOffset? Since, IReadOnlyList<AuditLine> Lines);

/// <summary>What changed since a person's last visit, in the words of the audit.</summary>
public sealed class ChangesSinceVisit(IDbContextFactory<PortalDb> databases)
{
    private const int Most = 100;

    // Read once for everybody whose page shows the same board.
    private readonly ConditionalWeakTable<LaunchBoard, Lazy<Task<ImmutableArray<AuditLine>>>> _newest = [];

    public async Task<VisitChanges> RunAsync(LaunchView view, CancellationToken ct = default)
    {
        if (view.Visit is not { } visit)
        {
            return new(null, []);
        }

        var seen = visit.SeenBefore(view.At);
        var readsAudit = ReadAudit.WhyNot(view) is null;
        return new(visit.At, seen >= view.Board.ChangeNumber ? []
            :
            [
                .. (await NewestAsync(view.Board, ct)).TakeWhile(l => l.Seq > seen)
                    .Where(l => readsAudit || !ReadAudit.OfThoseWhoRun.Contains(l.Action)),
            ]);
    }

    private async Task<ImmutableArray<AuditLine>> NewestAsync(LaunchBoard board, CancellationToken ct)
    {
        var reading = _newest.GetValue(board, b => new(() => ReadAsync(b.Launch.Id)));
        try
        {
            return await reading.Value.WaitAsync(ct);
        }
        catch when (reading.Value.IsFaulted)
        {
            _newest.Remove(board); // for whoever asks next
            throw;
        }
    }

    private async Task<ImmutableArray<AuditLine>> ReadAsync(Guid launch)
    {
        await using var db = await databases.CreateDbContextAsync();
        var rows = await db.Set<AuditRow>().Where(a => a.LaunchId == launch && a.Action != RefusedAttempts.Refused)
            .OrderByDescending(a => a.Seq).Take(Most).ToListAsync();
        return [.. rows.Select(AuditLine.Of)];
    }
}
