using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Application.Mails;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Application.Persistence;
using ReadinessPortal.Application.Tokens;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Application.Audit;

/// <summary>One entry as a page shows it.</summary>
/// <param name="Sha256">Lower-case hex.</param>
/// <param name="Entry">The canonical text: the only truth.</param>
public sealed record AuditLine(
    long Seq, DateTimeOffset At, Guid ActorId, string Actor, string Action, SubjectRef Subject, string Summary,
    bool TouchesFacts, string Sha256, string Entry)
{
    /// <summary>How often the same was refused again within minutes; null where it was not.</summary>
    public RefusedAgain? Again { get; init; }

    /// <summary>It was tried and did not happen; the summary says why.</summary>
    public bool IsRefused => Action == RefusedAttempts.Refused;

    /// <summary>Of what was refused: the act that it would have been; null for what was done.</summary>
    public string? Attempted => IsRefused ? (string?)Node["details"]?["refused"] : null;

    /// <summary>Every row that it changed.</summary>
    public IReadOnlyList<AuditedChange> Changes => field ??= AuditedChange.Of(Node);

    private JsonNode Node => field ??= JsonNode.Parse(Entry)!;

    internal static AuditLine Of(ChainedRow row)
    {
        var entry = JsonNode.Parse(row.Entry)!;
        return new(row.Seq, DateTimeOffset.Parse((string)entry["at"]!, null),
            Guid.Parse((string)entry["actor"]!["id"]!),
            row.Actor!, row.Action!, SubjectRef.Parse(row.Subject!), (string)entry["summary"]!, row.TouchesFacts,
            Convert.ToHexStringLower(row.Sha256), row.Entry);
    }
}

/// <param name="Times">At least 1.</param>
/// <param name="Until">The last time.</param>
public sealed record RefusedAgain(int Times, DateTimeOffset Until);

/// <param name="Lines">Newest first.</param>
/// <param name="Of">Which of all entries they are.</param>
/// <param name="Verified">Every entry of this page hashes to what it says and, where none is left out, follows the one
/// before it.</param>
/// <param name="Broken">Number of the first entry that does not; null when verified.</param>
public sealed record AuditPage(IReadOnlyList<AuditLine> Lines, Paging Of, bool Verified, long? Broken);

/// <summary>Who did what in a launch, newest first, with its chain recomputed for the page.</summary>
public sealed class ReadAudit(IDbContextFactory<PortalDb> databases, LaunchBoards boards)
{
    public const int PageSize = 50;

    /// <param name="page">From 1; beyond the last page the last is given.</param>
    /// <returns>Null when there is no such launch for this person, or its audit is not theirs to read.</returns>
    public Task<AuditPage?> RunAsync(string key, int page, Viewer viewer, CancellationToken ct = default) =>
        RunAsync(key, page, new(), viewer, ct);

    /// <inheritdoc cref="RunAsync(string, int, Viewer, CancellationToken)"/>
    /// <param name="filter">Which entries are wanted.</param>
    public async Task<AuditPage?> RunAsync(
        string key, int page, AuditFilter filter, Viewer viewer, CancellationToken ct = default)
    {
        if (await boards.ViewAsync(key, viewer, ct) is not { } view || WhyNot(view) is not null)
        {
            return null;
        }

        await using var db = await databases.CreateDbContextAsync(ct);
        var all = filter.In(db, view.Launch);
        var shown = new Paging(await all.CountAsync(ct), PageSize, page);

        // One more than shown: the page's oldest entry is held against the hash before it.
        var rows = await all.OrderByDescending(a => a.Seq).Skip(shown.Before).Take(PageSize + 1)
            .ToListAsync(ct);
        var broken = filter.IsAll ? Broken(rows) : Altered(rows);
        var again = await AgainAsync(db, view.Launch.Id, rows, ct);
        var lines = rows.Take(PageSize).Select(r => AuditLine.Of(r) with { Again = again.GetValueOrDefault(r.Seq) });
        return new([.. lines], shown, broken is null, broken);
    }

    /// <summary>Why this person does not read the audit of a launch that they see; null when they do. An administrator
    /// sees launches, whatever part they have.</summary>
    public static Refusal? WhyNot(LaunchView view) => view.Me.IsAdministrator ? null
        : Permissions.WhyNot(LaunchAction.ReadAudit, view.Me, view.Board);

    /// <summary>Actions that only who reads the audit reads of: what was refused, and who was let in, by token too.
    /// </summary>
    internal static IReadOnlyList<string> OfThoseWhoRun { get; } =
    [
        RefusedAttempts.Refused, AddMember.Added, ChangeMember.Changed, RemoveMember.Removed, InviteColleague.Invited,
        CreateToken.Created, RevokeToken.Revoked, SendMailAgain.Action,
    ];

    private static async Task<Dictionary<long, RefusedAgain>> AgainAsync(
        PortalDb db, Guid launch, List<AuditRow> rows, CancellationToken ct)
    {
        var refused = rows.Where(r => r.Action == RefusedAttempts.Refused).Select(r => r.Seq).ToList();
        return refused is [] ? [] : await db.Set<RefusedAttempt>()
            .Where(a => a.LaunchId == launch && refused.Contains(a.Seq) && a.Times > 0)
            .ToDictionaryAsync(a => a.Seq, a => new RefusedAgain(a.Times, a.LastAt), ct);
    }

    /// <summary>What can be asked for: everybody who acted, and every act there was.</summary>
    /// <returns>Empty where the audit is not theirs to read.</returns>
    public async Task<(IReadOnlyList<string> People, IReadOnlyList<string> Acts)> ChoicesAsync(
        LaunchView view, CancellationToken ct = default)
    {
        if (WhyNot(view) is not null)
        {
            return ([], []);
        }

        await using var db = await databases.CreateDbContextAsync(ct);
        var all = db.Set<AuditRow>().Where(a => a.LaunchId == view.Launch.Id);
        return (
            await all.Select(a => a.Actor!).Distinct().OrderBy(a => a).ToListAsync(ct),
            await all.Select(a => a.Action!).Distinct().OrderBy(a => a).ToListAsync(ct));
    }

    // Of entries among which others are left out.
    private static long? Altered(List<AuditRow> rows) => rows.LastOrDefault(r =>
        !AuditText.Hash(r.Prev, r.Entry).AsSpan().SequenceEqual(r.Sha256))?.Seq;

    private static long? Broken(List<AuditRow> newestFirst)
    {
        long? broken = null;
        for (var i = 0; i < newestFirst.Count; i++)
        {
            var row = newestFirst[i];
            var before = i + 1 < newestFirst.Count ? newestFirst[i + 1] : null;
            var follows = before is null
                ? row.Seq > 1 ? newestFirst.Count > PageSize : row.Prev.Length == 0
                : before.Seq == row.Seq - 1 && row.Prev.AsSpan().SequenceEqual(before.Sha256);
            if (!follows || !AuditText.Hash(row.Prev, row.Entry).AsSpan().SequenceEqual(row.Sha256))
            {
                broken = row.Seq;
            }
        }

        return broken;
    }
}
