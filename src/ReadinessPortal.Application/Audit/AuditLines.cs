using System.Text.Json;

namespace ReadinessPortal.Application.Audit;

/// <summary>An audit as JSON Lines.</summary>
public static class AuditLines
{
    /// <summary>One JSON object in each line: number, hash before, hash, and the entry's canonical text, by which the
    /// chain is computed again.</summary>
    public static async Task WriteAsync(
        IAsyncEnumerable<AuditExportLine> lines, Stream file, CancellationToken ct = default)
    {
        await foreach (var line in lines.WithCancellation(ct))
        {
            await JsonSerializer.SerializeAsync(
                file, new { seq = line.Seq, prev = line.Previous, sha256 = line.Sha256, entry = line.Entry },
                cancellationToken: ct);
            await file.WriteAsync("\n"u8.ToArray(), ct);
        }
    }
}
