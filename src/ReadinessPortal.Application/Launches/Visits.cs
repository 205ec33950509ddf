using Microsoft.EntityFrameworkCore;
using ReadinessPortal.Application.Audit;
using ReadinessPortal.Application.Persistence;

namespace ReadinessPortal.Application.Launches;

/// <summary>Remembers that a person has seen a launch as it is now. Looks within half an hour are one visit.</summary>
public sealed class RecordVisit(WritingDbs databases, TimeProvider time)
{
    private static readonly TimeSpan _oneVisit = TimeSpan.FromMinutes(30);

    public async Task RunAsync(LaunchView view, CancellationToken ct = default)
    {
        var now = time.GetUtcNow().ToMicroseconds();
        var number = view.Board.ChangeNumber;
        await using var db = databases.Open();
        await db.Database.ExecuteSqlAsync($"""
            insert into visits (launch_id, user_id, change_number, since_number, at)
            values ({view.Launch.Id}, {view.Me.UserId}, {number}, {number}, {now})
            on conflict (launch_id, user_id) do update set
                since_number = case when visits.at < {now - _oneVisit} then visits.change_number
                    else visits.since_number end,
                change_number = greatest(visits.change_number, excluded.change_number), at = excluded.at
            """, ct);
    }
}

/// <param name="Since">When the person was here before; null on a first visit.</param>
/// <param name="Lines">What others and they themselves changed since, newest first; refusals left out.</param>
public sealed record VisitChanges(DateTimeOffset? Since, IReadOnlyList<AuditLine> Lines);

/// <summary>What changed since a person's last visit, in the words of the audit.</summary>
public sealed class ChangesSinceVisit(IDbContextFactory<PortalDb> databases)
{
    private const int Most = 100;

    public async Task<VisitChanges> RunAsync(LaunchView view, CancellationToken ct = default)
    {
        var visit = view.Arrival is { } arrival ? arrival.Visit : await LastAsync(view, ct);
        if (visit is null)
        {
            return new(null, []);
        }

        if (visit.SinceNumber >= view.Board.ChangeNumber)
        {
            return new(visit.At, []);
        }

        await using var db = await databases.CreateDbContextAsync(ct);
        var rows = await db.Set<AuditRow>()
            .Where(a => a.LaunchId == view.Launch.Id && a.Seq > visit.SinceNumber
                && a.Action != RefusedAttempts.Refused)
            .OrderByDescending(a => a.Seq).Take(Most).ToListAsync(ct);
        return new(visit.At, [.. rows.Select(AuditLine.Of)]);
    }

    private async Task<VisitNow?> LastAsync(LaunchView view, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Set<Visit>().Where(v => v.LaunchId == view.Launch.Id && v.UserId == view.Me.UserId)
            .Select(v => new VisitNow(v.SinceNumber, v.At)).FirstOrDefaultAsync(ct);
    }
}
