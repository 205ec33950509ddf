using ReadinessPortal.Domain.Evidence;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Application.Evidence;

/// <summary>What a file becomes on a board, whether it is kept or only tried.</summary>
/// <param name="Was">What it was there until now: the same bytes, or cited evidence; null for new evidence.</param>
/// <param name="Item">What it becomes; what is there, where the launch holds these bytes already.</param>
/// <param name="IsKnown">It does.</param>
/// <param name="Replaced">The file that it replaces; null for none.</param>
internal sealed record PlacedUpload(EvidenceItem? Was, EvidenceItem Item, bool IsKnown, EvidenceItem? Replaced)
{
    /// <summary>What is replaced, put into the slot in which it is followed; null where it is there already.</summary>
    public EvidenceItem? History => Replaced is { Slot: null } ? Replaced with { Slot = Item.Slot } : null;

    /// <param name="upload">One that nothing is to be said against, to have it kept.</param>
    /// <param name="by">Who attaches it.</param>
    public static PlacedUpload Of(
        LaunchBoard board, EvidenceUpload upload, ReceivedBytes bytes, string by, DateTimeOffset now)
    {
        var all = board.Facts.Evidence;
        var cited = upload.Cited is null ? null : all.FirstOrDefault(e => e.Key == upload.Cited);
        var known = cited is null ? all.FirstOrDefault(e => e.Sha256 == bytes.Sha256) : null;
        var replaced = known is null ? Replacing(upload, board.Facts) : null;
        var item = known ?? ReceivedItem.Of(board, upload, bytes, cited, by, now);
        return new(known ?? cited, item with
        {
            PostedWith = item.PostedWith ?? upload.PostedWith,
            Slot = replaced is null ? item.Slot : Slots.Of(replaced) ?? replaced.Key,
            Supports = [.. item.Supports.Union(upload.Supports).Union(replaced?.Supports ?? [])],
        }, known is not null, replaced);
    }

    /// <summary>What an upload replaces; null for none, and where it is not there.</summary>
    public static EvidenceItem? Replacing(EvidenceUpload upload, LaunchFacts facts) => upload.Replaces is null ? null
        : facts.Evidence.FirstOrDefault(e => e.Key == upload.Replaces && e.IsInHand);

    /// <summary>The board with it.</summary>
    public LaunchBoard On(LaunchBoard board) => Followed(board.Proven(Was, Item));

    /// <summary>A board that has the item, with what it replaces in its slot.</summary>
    public LaunchBoard Followed(LaunchBoard board) =>
        History is { } history ? board.Proven(Replaced, history) : board;
}
