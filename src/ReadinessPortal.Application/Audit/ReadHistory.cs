using Microsoft.EntityFrameworkCore;
using ReadinessPortal.Application.Launches;
using ReadinessPortal.Application.Persistence;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Application.Audit;

/// <summary>What was done to one thing of a launch, newest first.</summary>
public sealed class ReadHistory(IDbContextFactory<PortalDb> databases, LaunchBoards boards)
{
    /// <summary>Entries given at most; the audit has them all.</summary>
    public const int MostLines = 50;

    /// <returns>Empty for a launch that this person may not see.</returns>
    public async Task<IReadOnlyList<AuditLine>> RunAsync(
        string key, SubjectRef subject, Viewer viewer, CancellationToken ct = default)
    {
        if (await boards.ViewAsync(key, viewer, ct) is not { } view)
        {
            return [];
        }

        await using var db = await databases.CreateDbContextAsync(ct);
        var about = subject.ToString();
        var rows = await db.Set<AuditRow>().Where(a => a.LaunchId == view.Launch.Id && a.Subject == about)
            .OrderByDescending(a => a.Seq).Take(MostLines).ToListAsync(ct);
        return [.. rows.Select(AuditLine.Of)];
    }
}
