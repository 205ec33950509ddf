using System.IO.Compression;

namespace ReadinessPortal.Readings.Opening;

/// <summary>The archives that are opened.</summary>
internal enum ArchiveKind
{
    Zip,
    Gzip,
}

/// <summary>Opens archives within limits; what comes out is read like any other file.</summary>
internal static class Archives
{
    public static ArchiveKind? KindOf(ReadOnlySpan<byte> head) => head switch
    {
        // A zip that is empty has only the record that ends it.
        [(byte)'P', (byte)'K', 3, 4, ..] or [(byte)'P', (byte)'K', 5, 6, ..] => ArchiveKind.Zip,
        [0x1F, 0x8B, 8, ..] => ArchiveKind.Gzip,
        _ => null,
    };

    /// <param name="content">The archive's stream, past the bytes that were looked at.</param>
    /// <param name="peeked">The same from its beginning.</param>
    public static FileReading Read(
        ArchiveKind kind, Stream content, Peeked peeked, string name, int depth, ReadingTerms terms)
    {
        if (depth == terms.Limits.Depth)
        {
            throw new UnreadableEvidenceException(
                $"'{ReadingCollector.Clean(name)}' is an archive in an archive in an archive. Attach the report "
                    + "itself.");
        }

        if (kind == ArchiveKind.Gzip)
        {
            return Gunzip(peeked, name, depth, terms);
        }

        // Its directory stands at its end.
        using var held = content.CanSeek ? null : Held(peeked, terms.Limits.InnerArchive);
        return ZipReports.Read(held ?? content, name, depth, terms);
    }

    private static FileReading Gunzip(Peeked peeked, string name, int depth, ReadingTerms terms)
    {
        using var unpacked = new GZipStream(peeked, CompressionMode.Decompress, leaveOpen: true);
        using var metered = new Metered(unpacked, () => peeked.BytesRead, "The gzip file", terms);
        var inner = name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? name[..^3] : name;
        var read = EvidenceReader.Read(metered, inner, depth + 1, terms);
        metered.Drain();
        return read with { File = name };
    }

    private static MemoryStream Held(Stream archive, int most)
    {
        var held = new MemoryStream();
        var buffer = new byte[64 << 10];
        while (archive.Read(buffer) is > 0 and var read)
        {
            held.Write(buffer, 0, read);
            if (held.Length > most)
            {
                held.Dispose();
                throw new UnreadableEvidenceException(
                    $"An archive inside the archive has more than {most >> 20} MB. Attach the report itself.");
            }
        }

        held.Position = 0;
        return held;
    }
}
