using ReadinessPortal.Domain.Evidence;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Application.Evidence;

/// <summary>A launch with a file as if it had been attached: nothing of it is kept.</summary>
/// <param name="Item">What it would be kept as; what is there, where the launch holds these bytes already.</param>
/// <param name="IsKnown">It does.</param>
internal sealed record TriedUpload(LaunchBoard Board, EvidenceItem Item, bool IsKnown)
{
    /// <param name="upload">One that nothing is to be said against.</param>
    /// <param name="by">Who would attach it.</param>
    public static TriedUpload On(
        LaunchBoard board, EvidenceUpload upload, ReceivedBytes bytes, string by, DateTimeOffset now)
    {
        var all = board.Facts.Evidence;
        var known = all.FirstOrDefault(e => e.Sha256 == bytes.Sha256);
        var cited = upload.Cited is null ? null : all.FirstOrDefault(e => e.Key == upload.Cited);
        var replaced = known is null ? AttachEvidence.Replaced(upload, board.Facts) : null;
        var item = known ?? ReceivedItem.Of(board, upload, bytes, cited, by, now);
        item = AttachEvidence.Following(
            item with { Supports = [.. item.Supports.Union(upload.Supports)] }, replaced);
        board = board.Proven(known ?? cited, item);
        return new(replaced is { Slot: null } ? board.Proven(replaced, replaced with { Slot = item.Slot }) : board,
            item, known is not null);
    }
}
