using ReadinessPortal.Application.Evidence;
using ReadinessPortal.Domain.Evidence;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Application.Packages;

/// <summary>What follows from the bytes that a package brings, whatever its text says.</summary>
internal static class PackageFiles
{
    /// <summary>The facts with the media type and the figures of each file.</summary>
    public static async Task<LaunchFacts> ReadAsync(LaunchPackage package, CancellationToken ct)
    {
        var files = package.Files.ToDictionary(f => f.EvidenceKey, StringComparer.Ordinal);
        var evidence = package.Facts.Evidence.ToArray();
        for (var i = 0; i < evidence.Length; i++)
        {
            evidence[i] = files.TryGetValue(evidence[i].Key, out var file)
                ? await ReadAsync(evidence[i], file, ct)
                : evidence[i] with { Reading = null };
        }

        return package.Facts with { Evidence = [.. evidence] };
    }

    private static async Task<EvidenceItem> ReadAsync(EvidenceItem item, PackageFile file, CancellationToken ct)
    {
        await using var start = file.Open();
        await using var whole = file.Open();
        return item with
        {
            MediaType = await MediaTypes.DetectAsync(start, item.FileName, ct),
            Reading = await ReadFile.OfAsync(whole, item.FileName, ct),
        };
    }
}
