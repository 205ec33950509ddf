using System.Globalization;
using System.Text;
using ReadinessPortal.Application.Audit;
using ReadinessPortal.Domain.Registers.Sheets;

namespace ReadinessPortal.Web.Audit;

/// <summary>Writes an audit for a spreadsheet, as long as somebody reads it.</summary>
internal static class AuditFiles
{
    private static readonly string[] _heads = ["entry", "at", "person", "act", "subject", "what", "sha256"];

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
