using System.Collections.Immutable;
using System.Text.Json;
using ReadinessPortal.Domain;
using ReadinessPortal.Domain.Evidence;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Application.Evidence.Bundles;

/// <summary>What a bundle holds, for programs: every piece of evidence with its own name and the hash of its bytes.
/// </summary>
internal static class BundleManifest
{
    public const string Path = "manifest.json";

    private const string Format = "readiness-evidence/1";

    private static readonly JsonSerializerOptions _options = new(FactsJson.Options) { WriteIndented = true };

    public static byte[] Of(BundlePlan plan, Launch launch, DateTimeOffset at) => JsonSerializer.SerializeToUtf8Bytes(
        new Bundle(Format, launch.Key, launch.Title, launch.ChangeNumber, launch.AsOf, at,
            [.. plan.Files.Select(Entry)]),
        _options);

    private static Piece Entry(BundleFile file)
    {
        var item = file.Item;
        return new(item.Key, item.Title, item.Supports, item.Class, item.CapturedOn, item.CapturedAssumed,
            item.ReceivedAt, item.ReceivedBy, item.FileName, item.CitedAs, file.Path, item.MediaType, item.Size,
            item.Sha256, item.Release, item.Slot, item.Note, item.Reading);
    }

    private sealed record Bundle(
        string Format, string Launch, string Title, long ChangeNumber, DateOnly? AsOf, DateTimeOffset MadeAt,
        ImmutableArray<Piece> Evidence);

    /// <param name="FileName">Its own name, which need not be the one it has in the bundle.</param>
    /// <param name="Path">In the bundle; null for what is only cited.</param>
    private sealed record Piece(
        string Id, string Title, EquatableArray<SubjectRef> Subjects, EvidenceClass Class, DateOnly? Captured,
        bool CapturedAssumed, DateTimeOffset? Received, string? ReceivedBy, string FileName, string? CitedAs,
        string? Path, string? MediaType, long? Size, string? Sha256, string? Release, string? Slot, string? Note,
        EvidenceReading? Reading);
}
