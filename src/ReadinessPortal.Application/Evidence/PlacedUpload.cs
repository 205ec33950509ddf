using ReadinessPortal.Domain.Evidence;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Application.Evidence;

/// <summary>What a file becomes on a board, whether it is kept or only tried.</summary>
/// <param name="Was">What it was there until now: the same bytes, or cited evidence; null for new evidence.</param>
/// <param name="Item">What it becomes; what is there, where the launch holds these bytes already.</param>
/// <param name="IsKnown">It does.</param>
/// <param name="Replaced">The file that it replaces; null for none.</param>
/// <param name="WhyNot">The launch holds these bytes and knows otherwise what is said of them; null where it does not.
/// </param>
internal sealed record PlacedUpload(
    EvidenceItem? Was, EvidenceItem Item, bool IsKnown, EvidenceItem? Replaced, Refusal? WhyNot = null)
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
        var item = known is null ? ReceivedItem.Of(board, upload, bytes, cited, by, now) : Completed(known, upload);
        return new(known ?? cited, item with
        {
            PostedWith = item.PostedWith ?? upload.PostedWith,
            Slot = replaced is null ? item.Slot : Slots.Of(replaced) ?? replaced.Key,
            Supports = [.. item.Supports.Union(upload.Supports).Union(replaced?.Supports ?? [])],
        }, known is not null, replaced, known is null ? null : SaidOtherwise(known, upload));
    }

    // What nobody has said of these bytes yet is known from now on.
    private static EvidenceItem Completed(EvidenceItem known, EvidenceUpload upload) => known with
    {
        CapturedOn = known.CapturedOn ?? (known.IsDated ? null : upload.CapturedOn),
        Slot = known.Slot ?? (Slots.Of(known) is null ? upload.Slot : null),
        Release = known.Release ?? upload.Release,
    };

    // The day a file gives itself is not asked for, and what it was told stays.
    private static BytesSaidOtherwise? SaidOtherwise(EvidenceItem known, EvidenceUpload upload)
    {
        string?[] differ =
        [
            known is { CapturedOn: { } on, Reading: not { CapturedAt: not null } }
                && upload.CapturedOn is { } day && day != on ? $"captured on {Format.LongDay(on)}" : null,
            Slots.Of(known) is { } slot && upload.Slot is { } into
                && !string.Equals(slot, into, StringComparison.OrdinalIgnoreCase) ? $"in the slot {slot}" : null,
            known.Release is { } release && upload.Release is { } names && names != release ? $"about {release}" : null,
        ];
        return differ.OfType<string>().ToList() is { Count: > 0 } said ? new(known.Title, Counted.List(said)) : null;
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
