using System.IO.Compression;
using System.Text;
using ReadinessPortal.Readings;
using ReadinessPortal.Readings.Attestations;

namespace ReadinessPortal.UnitTests.Readings;

/// <summary>Files written for these tests, and what is read of them.</summary>
internal static class AFile
{
    public static FileReading Read(string content, string name = "report") =>
        Read(Encoding.UTF8.GetBytes(content), name);

    public static FileReading Read(byte[] content, string name = "report") =>
        EvidenceReader.Read(new MemoryStream(content), name);

    public static FileReading Read(string content, TrustedSigners trusted) =>
        EvidenceReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(content)), "report", trusted: trusted);

    /// <summary>The value of a metric, or null where the file does not give it.</summary>
    public static decimal? Of(this FileReading reading, string metric) =>
        reading.Readings.SingleOrDefault(r => r.Metric == metric)?.Value;

    public static IEnumerable<string> Codes(this FileReading reading) => reading.Warnings.Select(w => w.Code);

    public static byte[] Gzip(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
        {
            gzip.Write(content);
        }

        return packed.ToArray();
    }

    public static byte[] Zip(params ReadOnlySpan<(string Name, byte[] Content)> files)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return packed.ToArray();
    }

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
