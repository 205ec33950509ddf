using System.IO.Compression;
using System.Text;
using ReadinessPortal.Domain.Evidence;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Application.Evidence.Bundles;

/// <summary>Writes a bundle forward only, a chunk at a time.</summary>
internal static class BundleZip
{
    /// <summary>A file that its owner writes and everybody reads (0644), as Unix stores it in a zip.</summary>
    private const int ReadableFile = unchecked((int)0x81A4_0000);

    /// <param name="open">Opens the bytes of evidence in hand.</param>
    /// <exception cref="EvidenceDamagedException">Stored bytes are damaged. What was written is no archive then: the
    /// directory at its end is what makes it one.</exception>
    public static async Task WriteAsync(
        LaunchFacts facts, DateTimeOffset at, Func<EvidenceItem, CancellationToken, Task<EvidenceContent>> open,
        Stream target, CancellationToken ct)
    {
        var plan = BundlePlan.Of(facts);
        var index = new BundleIndex(plan, facts.Launch, at);

        // Put away only when everything is in it, since that writes the directory.
        var forward = new AsyncTarget(target);
        var zip = await ZipArchive.CreateAsync(forward, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8, ct);
        await AddAsync(BundleNames.Index, at, bytes => bytes.WriteAsync(index.OfAll(), ct).AsTask());
        await AddAsync(BundleManifest.Path, at,
            bytes => bytes.WriteAsync(BundleManifest.Of(plan, facts.Launch, at), ct).AsTask());
        foreach (var folder in plan.Folders)
        {
            await AddAsync(folder.Path + BundleNames.Index, at,
                bytes => bytes.WriteAsync(index.Of(folder), ct).AsTask());
        }

        foreach (var file in plan.Files.Where(f => f.Path is not null))
        {
            var content = await open(file.Item, ct);
            await AddAsync(file.Path!, file.Item.ReceivedAt ?? at, bytes => content.CopyToAsync(bytes, ct: ct));
        }

        await zip.DisposeAsync();
        await forward.FlushAsync(ct);

        async Task AddAsync(string path, DateTimeOffset changed, Func<Stream, Task> write)
        {
            var entry = zip.CreateEntry(path, CompressionLevel.Fastest);
            entry.LastWriteTime = changed.ToUniversalTime();
            entry.ExternalAttributes = ReadableFile;
            await using var bytes = await entry.OpenAsync(ct);
            await write(bytes);
        }
    }
}
