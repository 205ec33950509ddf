using ReadinessPortal.Domain.Evidence;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Application.Evidence;

/// <summary>Bytes that are whole, and were looked into.</summary>
/// <param name="Type">Their media type, detected by content.</param>
/// <param name="HoldsPrivateKey">A private key stands in them, which nobody may keep here.</param>
internal sealed record ReceivedBytes(
    string Sha256, long Length, string Type, EvidenceReading Reading, bool HoldsPrivateKey = false)
{
    /// <summary>How far ahead the clock of the machine may be that wrote a file.</summary>
    internal static readonly TimeSpan ClocksDiffer = TimeSpan.FromMinutes(5);

    /// <summary>Looks into a file that is whole on disk.</summary>
    public static async Task<ReceivedBytes> OfAsync(EvidenceSpool.Spooled file, string name, CancellationToken ct) =>
        new(file.Sha256, file.Length, await MediaTypes.DetectAsync(file.FromStart(), name, ct),
            await ReadFile.OfAsync(file.FromStart(), name, ct),
            await PrivateKeys.AreInAsync(file.FromStart(), ct));

    /// <summary>Why a launch cannot keep it, whoever brings it; null when it can.</summary>
    /// <param name="isKnown">The launch holds these bytes already.</param>
    public Refusal? WhyNot(LaunchBoard board, bool isKnown, EvidenceLimits limits, DateTimeOffset now) =>
        HoldsPrivateKey ? new HoldsPrivateKey()
        : Reading.CapturedAt is { } at && at > now + ClocksDiffer
            ? Reading.ExpiresAt is null ? new CapturedAhead(at)
                : new NotValidYet(board.Launch.Day(at))
        : isKnown ? null
        : limits.WhyNoRoom(board, Length);
}

/// <summary>The evidence that a file becomes.</summary>
internal static class ReceivedItem
{
    /// <summary>As the launch would keep it; what it supports is left to whoever attaches it.</summary>
    /// <param name="cited">What it was until now, where it was only cited; null for new evidence.</param>
    public static EvidenceItem Of(
        LaunchBoard board, EvidenceUpload upload, ReceivedBytes file, EvidenceItem? cited, string by,
        DateTimeOffset now)
    {
        var all = board.Facts.Evidence;
        var name = upload.FileName;
        var item = cited ?? new EvidenceItem
        {
            Key = FactKey.Of(Path.GetFileNameWithoutExtension(name), all.Select(e => e.Key).ToHashSet(), "evidence"),
            LaunchId = board.Launch.Id,
            Position = all.IsEmpty ? 0 : all.Max(e => e.Position) + 1,
            Title = string.IsNullOrWhiteSpace(upload.Title) ? name : upload.Title.Trim(),
            FileName = name,
        };
        return item with
        {
            FileName = name,
            // What the file says of itself counts; where it says nothing, whoever attaches it does.
            Class = ReadFile.ClassOf(file.Reading) ?? upload.Class,
            Reading = file.Reading,
            Slot = upload.Slot ?? item.Slot,
            Sha256 = file.Sha256,
            Size = file.Length,
            MediaType = file.Type,
            CapturedOn = file.Reading.CapturedAt is { } at ? board.Launch.Day(at)
                : upload.CapturedOn ?? (upload.IsDelivered ? board.Launch.Day(now) : null),
            CapturedAssumed = upload is { IsDelivered: true, CapturedOn: null }
                && file.Reading is { CapturedAt: null, IsPosted: false },
            ExpiresOn = file.Reading.ExpiresAt is { } end ? board.Launch.Day(end) : item.ExpiresOn,
            PostedWith = upload.PostedWith,
            Release = upload.Release ?? item.Release,
            Note = upload.Note ?? item.Note,
            ReceivedAt = now,
            ReceivedBy = by,
        };
    }
}
