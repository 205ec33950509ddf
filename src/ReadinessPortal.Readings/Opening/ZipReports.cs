using System.IO.Compression;
using ReadinessPortal.Readings.TestReports;

namespace ReadinessPortal.Readings.Opening;

/// <summary>The reports in a zip. Each entry is unpacked in a stream, counted, and checked against its
/// CRC-32.</summary>
internal static class ZipReports
{
    public static FileReading Read(Stream archive, string name, int depth, ReadingTerms terms)
    {
        try
        {
            archive.Position = 0;
            RefuseManyEntries(archive, terms.Limits.Entries);
            using var zip = new ZipArchive(archive, ZipArchiveMode.Read, leaveOpen: true);
            var read = new List<FileReading>();
            foreach (var entry in zip.Entries)
            {
                if (IsReport(entry) && Entry(entry, depth, terms) is { Format: not null } one)
                {
                    read.Add(one);
                }
            }

            return Together(read, name);
        }
        catch (Exception problem) when (problem is InvalidDataException or EndOfStreamException)
        {
            throw new UnreadableEvidenceException(
                $"The archive is damaged: {ReadingCollector.Clean(problem.Message)} Pack it again.", problem);
        }
    }

    // Before the directory is taken into memory: APPNOTE 4.3.16, the number stands ten bytes into the last record.
    private static void RefuseManyEntries(Stream archive, int most)
    {
        const int recordSize = 22;
        const int longestComment = ushort.MaxValue;
        var tail = new byte[Math.Min(archive.Length, recordSize + longestComment)];
        archive.Position = archive.Length - tail.Length;
        archive.ReadExactly(tail);
        archive.Position = 0;
        var at = tail.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        if (at >= 0 && at + recordSize <= tail.Length && BitConverter.ToUInt16(tail, at + 10) > most)
        {
            throw new UnreadableEvidenceException(
                $"The archive has more than {most} entries. Attach the reports in it by themselves.");
        }
    }

    private static bool IsReport(ZipArchiveEntry entry) =>
        !entry.FullName.EndsWith('/') && !entry.FullName.StartsWith("__MACOSX/", StringComparison.Ordinal)
        && entry.Length > 0;

    private static FileReading Entry(ZipArchiveEntry entry, int depth, ReadingTerms terms)
    {
        var what = $"'{ReadingCollector.Clean(entry.FullName)}' in the archive";
        if (entry.IsEncrypted)
        {
            throw new UnreadableEvidenceException($"{what} is protected by a password. Pack it without one.");
        }

        using var unpacked = entry.Open();
        using var metered = new Metered(unpacked, () => entry.CompressedLength, what, terms);
        FileReading read;
        try
        {
            read = EvidenceReader.Read(metered, entry.Name, depth + 1, terms);
        }
        catch (UnreadableEvidenceException problem)
        {
            throw new UnreadableEvidenceException($"{what}: {problem.Message}", problem);
        }

        if (read.Error is { } error)
        {
            throw new UnreadableEvidenceException($"{what}: {error}");
        }

        metered.Drain();
        return metered.Count == entry.Length && metered.Checksum == entry.Crc32
            ? read
            : throw new UnreadableEvidenceException($"{what} unpacks to something else than the archive's directory "
                + "says (size or CRC-32). Pack it again.");
    }

    private static FileReading Together(List<FileReading> read, string name) => read switch
    {
        [] => new FileReading { File = name },
        [var only] => only with { File = name },
        _ when read.All(r => r.Format == read[0].Format) && TestTally.IsOf(read[0].Format) =>
            TestTally.Together(read, name),
        _ => new FileReading
        {
            File = name,
            Warnings = [new(WarningCodes.SeveralReports, "The archive holds several reports that cannot be added up: "
                + $"{string.Join(", ", read.Take(5).Select(r => $"{ReadingCollector.Clean(r.File)} ({r.Format})"))}"
                + $"{(read.Count > 5 ? ", …" : "")}. Attach them one by one.")],
        },
    };
}
