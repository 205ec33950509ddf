using ReadinessPortal.Domain.Evidence;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Application.Evidence;

/// <summary>Bytes that are whole, and were looked into.</summary>
/// <param name="Type">Their media type, detected by content.</param>
internal sealed record ReceivedBytes(string Sha256, long Length, string Type, EvidenceReading Reading);

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
            CapturedOn = file.Reading.CapturedAt is { } at ? board.Launch.Day(at) : upload.CapturedOn,
            CapturedAssumed = false,
            Release = upload.Release ?? item.Release,
            Note = upload.Note ?? item.Note,
            ReceivedAt = now,
            ReceivedBy = by,
        };
    }
}
