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

    /// <summary>A file that its owner writes and everybody reads (0644), as Unix stores it in a zip.</summary>
    private const int ReadableFile = unchecked((int)0x81A4_0000);

    /// <param name="record">Files of <see cref="PackageRecord"/>, which nobody reads in again.</param>
    /// <param name="comment">Of the archive.</param>
    public static async Task WriteAsync(
        LaunchFacts facts, Func<EvidenceItem, Task<Stream?>> open, Stream target, IAsyncEnumerable<RecordFile>? record,
        string? comment, CancellationToken ct)
    {
        var text = Encoding.UTF8.GetBytes(LaunchPackage.WriteText(facts));
        if (text.Length > LaunchPackage.MaxTextBytes)
        {
            throw new PackageException(PackageSource.LaunchFile,
                $"is larger than the {LaunchPackage.MaxTextBytes >> 20} MiB that are read again");
        }

        using var zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8);
        zip.Comment = comment;
        await AddAsync(zip, PackageSource.LaunchFile, text.Length,
            () => Task.FromResult<Stream>(new MemoryStream(text)), ct);
        foreach (var (path, item) in facts.Evidence.Where(e => e.IsInHand)
            .Select(e => (Path: EvidencePath.Of(e), Item: e)).OrderBy(e => e.Path, StringComparer.Ordinal))
        {
            await AddAsync(zip, path, item.Size ?? 0, async () => await open(item)
                ?? throw new PackageException(path, "its bytes cannot be had; the package would be incomplete"), ct);
        }

        await foreach (var file in (record ?? NoRecord()).WithCancellation(ct))
        {
            await AddAsync(zip, EvidencePath.Record + file.Path, file.Content.Length,
                () => Task.FromResult<Stream>(new MemoryStream(file.Content)), ct);
        }
    }

    private static async IAsyncEnumerable<RecordFile> NoRecord()
    {
        await Task.CompletedTask;
        yield break;
    }

    private static async Task AddAsync(
        ZipArchive zip, string path, long size, Func<Task<Stream>> open, CancellationToken ct)
    {
        var level = await LooksLikeABombAsync(size, open, ct)
            ? CompressionLevel.NoCompression : CompressionLevel.Optimal;
        var entry = zip.CreateEntry(path, level);
        entry.LastWriteTime = _always;
        entry.ExternalAttributes = ReadableFile;
        await using var bytes = await open();
        await using var packed = entry.Open();
        await bytes.CopyToAsync(packed, ct);
    }

    /// <summary>
    /// Whether it could be packed to so little that nobody would unpack it again, as the log of an idle night can be.
    /// </summary>
    private static async Task<bool> LooksLikeABombAsync(long size, Func<Task<Stream>> open, CancellationToken ct)
    {
        if (size <= PackageSource.RatioMattersFrom)
        {
            return false;
        }

        var enough = size / (PackageSource.MaxRatio / 2);
        using var packed = new MemoryStream();
        await using var deflate = new DeflateStream(packed, CompressionLevel.Optimal);
        await using var bytes = await open();
        var chunk = new byte[81920];
        for (int read; packed.Length < enough && (read = await bytes.ReadAsync(chunk, ct)) > 0;)
        {
            await deflate.WriteAsync(chunk.AsMemory(0, read), ct);
        }

        return packed.Length < enough;
    }
}
