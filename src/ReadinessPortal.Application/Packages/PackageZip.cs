using System.IO.Compression;
using System.Text;
using ReadinessPortal.Domain.Evidence;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Application.Packages;

/// <summary>Writes a package so that equal content gives equal bytes: sorted entries, one fixed time.</summary>
internal static class PackageZip
{
    /// <summary>The earliest time a zip can hold.</summary>
    private static readonly DateTimeOffset _always = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static async Task WriteAsync(
        LaunchFacts facts, Func<EvidenceItem, Task<Stream?>> open, Stream target, CancellationToken ct)
    {
        using var zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8);
        await using (var text = Entry(zip, PackageSource.LaunchFile))
        {
            await text.WriteAsync(Encoding.UTF8.GetBytes(FactsWriter.Write(facts)), ct);
        }

        foreach (var (path, item) in facts.Evidence.Where(e => e.IsInHand)
            .Select(e => (Path: EvidenceFiles.PathOf(e, facts.Evidence), Item: e))
            .OrderBy(e => e.Path, StringComparer.Ordinal))
        {
            await using var bytes = await open(item)
                ?? throw new PackageException(path, "its bytes cannot be had; the package would be incomplete");
            await using var entry = Entry(zip, path);
            await bytes.CopyToAsync(entry, ct);
        }
    }

    private static Stream Entry(ZipArchive zip, string path)
    {
        var entry = zip.CreateEntry(path, CompressionLevel.Optimal);
        entry.LastWriteTime = _always;
        entry.ExternalAttributes = 0;
        return entry.Open();
    }
}
