using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using ReadinessPortal.Application.Changes;
using ReadinessPortal.Domain.Evidence;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Application.Audit;

/// <summary>
/// What was done since the first revision was frozen, out of the audit: whoever moved a thing, or stepped aside from it
/// for a moment, is not the second person who agrees to it.
/// </summary>
internal static class SinceFreeze
{
    // What a file may be worth by, and how it is told from another.
    private static readonly string[] _worth =
        ["capturedOn", "capturedAssumed", "class", "release", "sha256", "size", "archivedAt"];

    private static readonly string[] _sides = ["before", "after"];

    private static readonly string[] _logs = ["drill_logs", "drill_events"];

    /// <summary>
    /// The board with this person in every role that they held or stood in for at any time since then, and with each
    /// criterion and category under the role that it was under while they did.
    /// </summary>
    public static async Task<LaunchBoard> BoardAsEverHeldAsync(this LaunchChange change, CancellationToken ct)
    {
        var (board, me) = (change.Board, change.Actor.UserId.ToString());
        var held = (await RowsAsync(change, "\"role_holdings\"", ct))
            .Where(r => Sides(r.Row, "holderId", "deputyId").Contains(me))
            .Select(r => (string?)r.Row["id"]).ToHashSet();
        var mine = board.Holdings
            .Where(h => held.Contains(h.Id.ToString()) || h.HolderId == change.Actor.UserId
                || h.DeputyId == change.Actor.UserId)
            .Select(h => h.Role).ToHashSet(StringComparer.Ordinal);
        if (mine.Count == 0)
        {
            return board;
        }

        var criteria = await FormerAsync(change, "criteria", "owner", mine, ct);
        var categories = await FormerAsync(change, "categories", "lead", mine, ct);
        return board with
        {
            Holdings =
            [
                .. board.Holdings.Select(h => mine.Contains(h.Role) ? h with { HolderId = change.Actor.UserId } : h),
            ],
            Facts = board.Facts with
            {
                Criteria =
                [
                    .. board.Facts.Criteria.Select(c => c with { Owner = criteria.GetValueOrDefault(c.Id, c.Owner) }),
                ],
                Categories =
                [
                    .. board.Facts.Categories.Select(c => c with { Lead = categories.GetValueOrDefault(c.Id, c.Lead) }),
                ],
            },
        };
    }

    /// <summary>Whether this person added, changed or archived a log of the drill, or a time in one.</summary>
    public static async Task<bool> HasMovedLogsAsync(this LaunchChange change, string drill, CancellationToken ct)
    {
        var others = change.Board.Facts.Drills.Where(d => d.Key != drill).SelectMany(d => d.Logs)
            .SelectMany(l => l.Events.Select(e => e.Id).Prepend(l.Id)).Select(id => id.ToString()).ToHashSet();
        return (await RowsAsync(change, "\"drill_", ct)).Any(r => r.IsMine
            && _logs.Contains((string?)r.Row["table"]) && !others.Contains((string)r.Row["id"]!));
    }

    /// <summary>Whether anybody changed what the evidence is worth by, since its bytes came or since the freeze.
    /// </summary>
    public static async Task<bool> HasMovedWorthAsync(
        this LaunchChange change, EvidenceItem item, CancellationToken ct)
    {
        var rows = (await RowsAsync(change, item.Id.ToString(), ct)).Select(r => r.Row)
            .Where(r => (string?)r["table"] == "evidence" && (string?)r["id"] == item.Id.ToString()).ToList();
        return rows.Skip(rows.FindLastIndex(Attaches) + 1).Any(r =>
            _worth.Any(f => r["after"]!.AsObject().ContainsKey(f) || r["before"]!.AsObject().ContainsKey(f)));
    }

    // The bytes of what was only cited until then: its date comes with them.
    private static bool Attaches(JsonNode row) =>
        row["after"]!["sha256"] is not null && row["before"]!["sha256"] is null;

    private static async Task<Dictionary<Guid, string?>> FormerAsync(
        LaunchChange change, string table, string field, HashSet<string> mine, CancellationToken ct) =>
        (await RowsAsync(change, $"\"{table}\"", ct))
            .Where(r => (string?)r.Row["table"] == table)
            .Select(r => (Id: (string)r.Row["id"]!, Role: Sides(r.Row, field).FirstOrDefault(mine.Contains)))
            .Where(r => r.Role is not null).DistinctBy(r => r.Id)
            .ToDictionary(r => Guid.Parse(r.Id), r => (string?)r.Role);

    // Rows changed since the first freeze in entries that hold this text; none before the first freeze.
    private static async Task<List<(JsonNode Row, bool IsMine)>> RowsAsync(
        LaunchChange change, string text, CancellationToken ct)
    {
        if (change.Board.Revisions.IsEmpty)
        {
            return [];
        }

        var first = change.Board.Revisions.Min(r => r.ChangeNumber);
        var entries = await change.Db.Set<AuditRow>()
            .Where(a => a.LaunchId == change.LaunchId && a.Seq > first && a.Entry.Contains(text))
            .OrderBy(a => a.Seq).Select(a => a.Entry).ToListAsync(ct);
        return
        [
            .. from entry in entries.Select(e => JsonNode.Parse(e)!)
            let isMine = (string?)entry["actor"]!["id"] == change.Actor.UserId.ToString()
            from row in entry["changes"]!.AsArray()
            select (row, isMine),
        ];
    }

    private static IEnumerable<string> Sides(JsonNode row, params string[] fields) =>
        from side in _sides
        from field in fields
        let value = row[side]![field]
        where value is not null
        select value.ToString();
}
