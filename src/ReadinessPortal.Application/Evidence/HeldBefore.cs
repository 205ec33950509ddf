using Microsoft.EntityFrameworkCore;
using ReadinessPortal.Application.Launches;
using ReadinessPortal.Domain.Evidence;

namespace ReadinessPortal.Application.Evidence;

/// <summary>Bytes that a launch has held are no new proof, also where their evidence was archived.</summary>
internal static class HeldBefore
{
    /// <summary>SHA-256 of every file the launch holds or has held.</summary>
    public static async Task<HashSet<string>> EverHeldAsync(this LaunchChange change, CancellationToken ct) =>
        await Of(change).Select(e => e.Sha256!).ToHashSetAsync(ct);

    /// <summary>Archived evidence with these bytes, the newest; null where there is none.</summary>
    public static Task<EvidenceItem?> ArchivedAsync(
        this LaunchChange change, string sha256, CancellationToken ct) =>
        Of(change).Where(e => e.Sha256 == sha256 && e.ArchivedAt != null)
            .OrderByDescending(e => e.ArchivedAt).FirstOrDefaultAsync(ct);

    private static IQueryable<EvidenceItem> Of(LaunchChange change) => change.Db.Set<EvidenceItem>().AsNoTracking()
        .Where(e => e.LaunchId == change.Board.Launch.Id && e.Sha256 != null);
}
