using System.Globalization;
using System.Text;
using System.Text.Json;
using ReadinessPortal.Application.Audit;
using ReadinessPortal.Domain.Registers.Sheets;

namespace ReadinessPortal.Web.Audit;

/// <summary>Writes an audit line by line, as long as somebody reads it.</summary>
internal static class AuditFiles
{
    private static readonly string[] _heads = ["entry", "at", "person", "act", "subject", "what", "sha256"];

    /// <summary>One JSON object in each line: number, hash before, hash, and the entry's canonical text, by which the
    /// chain is computed again.</summary>
    public static async Task JsonLinesAsync(
        IAsyncEnumerable<AuditExportLine> lines, Stream file, CancellationToken ct)
    {
        await foreach (var line in lines.WithCancellation(ct))
        {
            await JsonSerializer.SerializeAsync(
                file, new { seq = line.Seq, prev = line.Previous, sha256 = line.Sha256, entry = line.Entry },
                cancellationToken: ct);
            await file.WriteAsync("\n"u8.ToArray(), ct);
        }
    }

    /// <summary>For spreadsheets: what they would run as a formula is defused.</summary>
    public static async Task CsvAsync(IAsyncEnumerable<AuditExportLine> lines, Stream file, CancellationToken ct)
    {
        await WriteAsync(file, _heads, ct);
        await foreach (var line in lines.WithCancellation(ct))
        {
            await WriteAsync(
                file,
                [
                    line.Seq.ToString(CultureInfo.InvariantCulture), line.Text("at"), line.Person, line.Text("action"),
                    line.Text("subject"), line.Text("summary"), line.Sha256,
                ],
                ct);
        }
    }

    private static async Task WriteAsync(Stream file, string[] cells, CancellationToken ct) =>
        await file.WriteAsync(Encoding.UTF8.GetBytes(string.Join(',', cells.Select(Quoted)) + "\r\n"), ct);

    private static string Quoted(string cell) =>
        $"\"{Defusing.Defuse(cell).Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
