using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using ReadinessPortal.Application.Audit;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Application.Changes;
using ReadinessPortal.Application.Launches;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Application.Persistence;
using ReadinessPortal.Application.Revisions;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.SignOffs;

namespace ReadinessPortal.Application.Reports;

/// <summary>Keeps the report of a decided revision as it was rendered; the first one stays for ever.</summary>
public sealed class StoreFinalReport(LaunchChanges launches)
{
    private const string Stored = "FinalReportStored";

    /// <param name="upTo">Audit entry its decision record was read up to.</param>
    public Task<Outcome> RunAsync(
        string key, int revision, byte[] pdf, int rendererVersion, long upTo, Viewer viewer,
        CancellationToken ct = default) =>
        launches.RunAsync(key, viewer, LaunchAction.View.Of(revision), async change =>
        {
            var subject = new SubjectRef(SubjectKind.Revision, revision.ToString(CultureInfo.InvariantCulture));
            if (change.Board.RecordOf(revision).Decision is null)
            {
                return await change.RefuseAsync(
                    new RevisionNotDecided(revision),
                    Stored, subject, ct);
            }

            if (await change.Db.Set<StoredReport>()
                .AnyAsync(r => r.LaunchId == change.LaunchId && r.Revision == revision, ct))
            {
                return new Outcome.Done(change.Board.ChangeNumber);
            }

            var sha256 = Convert.ToHexStringLower(SHA256.HashData(pdf));
            change.Add(new StoredReport
            {
                LaunchId = change.LaunchId,
                Revision = revision,
                Pdf = pdf,
                Sha256 = sha256,
                RendererVersion = rendererVersion,
                UpTo = upTo,
                RenderedAt = change.Now,
            });
            return await change.CommitAsync(
                new AuditEntry(Stored, subject, $"Final report of revision {revision} stored: {sha256[..12]}"), ct);
        }, ct);
}

/// <summary>A decided revision whose final report is not kept yet.</summary>
/// <param name="ChangeNumber">The launch's.</param>
public sealed record MissingReport(Guid LaunchId, string Key, long ChangeNumber, int Revision);

/// <summary>The stored final report of a revision.</summary>
public sealed class ReadReport(IDbContextFactory<PortalDb> databases, LaunchBoards boards)
{
    /// <returns>Null while there is none, or none for this person.</returns>
    public async Task<StoredReport?> RunAsync(string key, int revision, Viewer viewer, CancellationToken ct = default)
    {
        if (await boards.ViewAsync(key, viewer, ct) is not { } view)
        {
            return null;
        }

        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Set<StoredReport>()
            .FirstOrDefaultAsync(r => r.LaunchId == view.Launch.Id && r.Revision == revision, ct);
    }

    /// <summary>Which final report a file is, to the byte.</summary>
    /// <param name="sha256">Lower-case hex.</param>
    /// <returns>Null where it is none that was stored here. For the operator: no part in the launch is asked for.
    /// </returns>
    public async Task<(string Launch, int Revision)?> FindAsync(string sha256, CancellationToken ct = default)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var found = await db.Set<StoredReport>().Where(r => r.Sha256 == sha256)
            .Join(db.Set<Launch>(), r => r.LaunchId, l => l.Id, (r, l) => new { l.Key, r.Revision })
            .FirstOrDefaultAsync(ct);
        return found is null ? null : (found.Key, found.Revision);
    }

    /// <param name="launch">Null asks of all launches.</param>
    public async Task<IReadOnlyList<MissingReport>> MissingAsync(
        Guid? launch, int most = 100, CancellationToken ct = default)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Set<FinalDecision>()
            .Where(d => (launch == null || d.LaunchId == launch)
                && !db.Set<StoredReport>().Any(r => r.LaunchId == d.LaunchId && r.Revision == d.Revision))
            .Join(db.Set<Launch>(), d => d.LaunchId, l => l.Id,
                (d, l) => new { l.Id, l.Key, l.ChangeNumber, d.Revision })
            .Distinct().OrderBy(m => m.Key).ThenBy(m => m.Revision).Take(most)
            .Select(m => new MissingReport(m.Id, m.Key, m.ChangeNumber, m.Revision)).ToListAsync(ct);
    }
}

public sealed record RevisionNotDecided(int Revision) : NotAcceptable
{
    public override string Text => $"Revision {Revision} is not decided, so its report is a draft.";
}
