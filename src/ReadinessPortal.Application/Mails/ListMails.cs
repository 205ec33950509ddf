using Microsoft.EntityFrameworkCore;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Application.Persistence;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Application.Mails;

/// <summary>A mail and the launch it is of.</summary>
/// <param name="LaunchKey">Null where it is about an account.</param>
public sealed record MailRow(Mail Mail, string? LaunchKey);

/// <param name="Of">All there are, in pages.</param>
/// <param name="Counts">How many are in each state, of all.</param>
/// <param name="Rows">Of the page that was asked for, the newest first.</param>
public sealed record MailList(Paging Of, IReadOnlyDictionary<MailState, int> Counts, IReadOnlyList<MailRow> Rows);

/// <summary>What was sent to whom, for administrators: it says who is asked what in every launch.</summary>
public sealed class ListMails(IDbContextFactory<PortalDb> databases)
{
    private const int PageSize = 50;

    /// <summary>Whether this person may see it.</summary>
    public static Refusal? WhyNot(Viewer viewer) =>
        viewer is { IsAdministrator: true, Token: null } ? null : new MailsAreNotYours();

    /// <param name="page">From 1.</param>
    /// <returns>Null for whoever is no administrator.</returns>
    public async Task<MailList?> RunAsync(int page, Viewer viewer, CancellationToken ct = default)
    {
        if (WhyNot(viewer) is not null)
        {
            return null;
        }

        await using var db = await databases.CreateDbContextAsync(ct);
        var counts = await db.Set<Mail>().GroupBy(m => m.State).Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var of = new Paging(counts.Values.Sum(), PageSize, page);
        var rows = await db.Set<Mail>().OrderByDescending(m => m.QueuedAt).ThenByDescending(m => m.Id)
            .Skip(of.Before).Take(PageSize)
            .LeftJoin(db.Set<Launch>(), m => m.LaunchId, l => l.Id, (m, l) => new { m, l!.Key }).ToListAsync(ct);
        return new(of, counts,
        [
            .. rows.Select(r => new MailRow(r.m, r.Key))
                .OrderByDescending(r => r.Mail.QueuedAt).ThenByDescending(r => r.Mail.Id),
        ]);
    }

    /// <returns>One of them; null for whoever is no administrator, and where there is none.</returns>
    public async Task<MailRow?> FindAsync(Guid id, Viewer viewer, CancellationToken ct = default)
    {
        if (WhyNot(viewer) is not null)
        {
            return null;
        }

        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Set<Mail>().Where(m => m.Id == id)
            .LeftJoin(db.Set<Launch>(), m => m.LaunchId, l => l.Id, (m, l) => new MailRow(m, l!.Key))
            .FirstOrDefaultAsync(ct);
    }
}
