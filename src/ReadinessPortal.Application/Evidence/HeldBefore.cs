using Microsoft.EntityFrameworkCore;
using ReadinessPortal.Application.Audit;
using ReadinessPortal.Application.Changes;
using ReadinessPortal.Domain.Evidence;
using ReadinessPortal.Domain.Launches;

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

    /// <summary>
    /// The board with a file that is attached, or with one in hand that stands behind more: proof, for which nobody has
    /// to agree. Not where it was given another date, class or release after the first freeze: what a file is worth by
    /// is no new proof, and is measured wherever it stands.
    /// </summary>
    /// <param name="was">Null where the evidence is new.</param>
    public static async Task<LaunchBoard> ProvenAsync(
        this LaunchChange change, EvidenceItem? was, EvidenceItem becomes, CancellationToken ct) =>
        was is { IsInHand: true } && await change.HasMovedWorthAsync(was, ct)
            ? change.Board
            : change.Board.Proven(was, becomes);

    private static IQueryable<EvidenceItem> Of(LaunchChange change) => change.Db.Set<EvidenceItem>().AsNoTracking()
        .Where(e => e.LaunchId == change.Board.Launch.Id && e.Sha256 != null);
}
