using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Application.Persistence;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Application.Audit;

/// <summary>Which entries of an audit somebody wants; all of them where nothing is said.</summary>
/// <param name="Person">Printed name of whoever acted.</param>
/// <param name="Act">Name of the act, such as <c>Signed</c> or <c>Refused</c>.</param>
/// <param name="From">First day, in the launch's time zone.</param>
/// <param name="Until">Last day.</param>
public sealed record AuditFilter(
    string? Person = null, string? Act = null, SubjectRef? Subject = null, DateOnly? From = null,
    DateOnly? Until = null);

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
        var (launch, last, until) = (view.Launch.Id, 0L, view.Board.ChangeNumber);
        var subject = filter.Subject?.ToString();
        while (true)
        {
            await using var db = await databases.CreateDbContextAsync(ct);
            var part = await db.Set<AuditRow>()
                .Where(a => a.LaunchId == launch && a.Seq > last && a.Seq <= until
                    && (filter.Person == null || a.Actor == filter.Person)
                    && (filter.Act == null || a.Action == filter.Act) && (subject == null || a.Subject == subject))
                .OrderBy(a => a.Seq).Take(AtOnce).Select(a => new { a.Seq, a.Prev, a.Sha256, a.Entry })
                .ToListAsync(ct);
            foreach (var row in part)
            {
                var line = new AuditExportLine(
                    row.Seq, Convert.ToHexStringLower(row.Prev), Convert.ToHexStringLower(row.Sha256), row.Entry);
                if (IsWithin(filter, view.Launch, line))
                {
                    yield return line;
                }
            }

            if (part.Count < AtOnce)
            {
                yield break;
            }

            last = part[^1].Seq;
        }
    }

    private static bool IsWithin(AuditFilter filter, Launch launch, AuditExportLine line) =>
        (filter.From is null && filter.Until is null)
        || (launch.Day(line.At) is var day && (filter.From ?? day) <= day && day <= (filter.Until ?? day));
}
