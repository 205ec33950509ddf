using Microsoft.EntityFrameworkCore;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Application.Changes;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Application.Persistence;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Application.Audit;

/// <summary>
/// What was done to one thing of a launch, and to the evidence behind it, newest first; for who does not read the audit
/// without <see cref="ReadAudit.OfThoseWhoRun"/>.
/// </summary>
public sealed class ReadHistory(IDbContextFactory<PortalDb> databases, LaunchBoards boards)
{
    /// <summary>Entries given at most; the audit has them all.</summary>
    public const int MostLines = 50;

    private static readonly string _evidence = new SubjectRef(SubjectKind.Evidence, "").ToString();

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
        var quoted = $"\"{about}\"";
        var behind = view.Board.Facts.Evidence.Where(e => e.Supports.Contains(subject))
            .Select(e => new SubjectRef(SubjectKind.Evidence, e.Key).ToString()).ToList();

        // Evidence that ever stood behind it: an entry about evidence names what it stands behind, or gave up.
        var left = ReadAudit.WhyNot(view) is null ? [] : ReadAudit.OfThoseWhoRun;
        var all = db.Set<AuditRow>().Where(a => a.LaunchId == view.Launch.Id
            && !left.Contains(a.Action!));
        var once = all.Where(a => a.Subject!.StartsWith(_evidence) && a.Entry.Contains(quoted)).Select(a => a.Subject);
        var rows = await all
            .Where(a => a.Subject == about || behind.Contains(a.Subject!) || once.Contains(a.Subject))
            .OrderByDescending(a => a.Seq).Take(MostLines).ToListAsync(ct);
        return [.. rows.Select(AuditLine.Of)];
    }
}
