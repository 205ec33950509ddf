using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Application.Persistence;

namespace ReadinessPortal.Application.Audit;

/// <summary>An entry as it is taken along.</summary>
/// <param name="Previous">Lower-case SHA-256 of the entry before it; empty for the first.</param>
/// <param name="Entry">The canonical text.</param>
public sealed record AuditExportLine(long Seq, string Previous, string Sha256, string Entry)
{
    private JsonNode Node => field ??= JsonNode.Parse(Entry)!;

    public DateTimeOffset At => DateTimeOffset.Parse(Text("at"), null);

    public string Person => (string?)Node["actor"]?["name"] ?? "";

    /// <summary>A text that the entry has under this name; empty where it has none.</summary>
    public string Text(string name) => (string?)Node[name] ?? "";
}

/// <summary>The audit of a launch, oldest first, however long it is.</summary>
public sealed class ExportAudit(IDbContextFactory<PortalDb> databases, LaunchBoards boards)
{
    // Read in parts: no connection waits for whoever takes the lines slowly.
    private const int AtOnce = 500;

    /// <returns>Null when there is no such launch for this person, or its audit is not theirs to read.</returns>
    public async Task<IAsyncEnumerable<AuditExportLine>?> RunAsync(
        string key, AuditFilter filter, Viewer viewer, CancellationToken ct = default) =>
        await boards.ViewAsync(key, viewer, ct) is { } view && ReadAudit.WhyNot(view) is null
            ? LinesAsync(view, filter, CancellationToken.None) : null;

    private async IAsyncEnumerable<AuditExportLine> LinesAsync(
        LaunchView view, AuditFilter filter, [EnumeratorCancellation] CancellationToken ct)
    {
        var (last, until) = (0L, view.Board.ChangeNumber);
        while (true)
        {
            await using var db = await databases.CreateDbContextAsync(ct);
            var part = await filter.In(db, view.Launch).Where(a => a.Seq > last && a.Seq <= until)
                .OrderBy(a => a.Seq).Take(AtOnce).Select(a => new { a.Seq, a.Prev, a.Sha256, a.Entry })
                .ToListAsync(ct);
            foreach (var row in part)
            {
                yield return new(
                    row.Seq, Convert.ToHexStringLower(row.Prev), Convert.ToHexStringLower(row.Sha256), row.Entry);
            }

            if (part.Count < AtOnce)
            {
                yield break;
            }

            last = part[^1].Seq;
        }
    }
}
