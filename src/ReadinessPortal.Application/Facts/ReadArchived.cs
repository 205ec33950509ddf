using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using ReadinessPortal.Application.Audit;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Application.Persistence;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Application.Facts;

/// <param name="Title">What it was called.</param>
/// <param name="Of">What it was a part of, or null.</param>
/// <param name="Parts">Parts that went with it and come back with it.</param>
/// <param name="WhyNot">Why this person may not restore it now, or null.</param>
public sealed record ArchivedFact(FactPath Fact, Guid Id, string Title, string? Of, int Parts, Refusal? WhyNot)
{
    public FactChange.Restore Back => new() { Fact = Fact, Id = Id };
}

/// <summary>What somebody archived at once and nobody has restored.</summary>
/// <param name="Entry">Number of the audit entry.</param>
/// <param name="Facts">Wholes before their parts, each list in its order.</param>
public sealed record ArchivedAct(long Entry, string By, DateTimeOffset At, ImmutableArray<ArchivedFact> Facts);

/// <param name="Acts">Newest first.</param>
/// <param name="Older">Entry before which there may be more; null where there is no more.</param>
public sealed record ArchivedList(ImmutableArray<ArchivedAct> Acts, long? Older);

/// <summary>What is archived in a launch and can be restored: what it was, who archived it and when.</summary>
public sealed class ReadArchived(IDbContextFactory<PortalDb> databases, LaunchBoards boards)
{
    /// <summary>Acts given at once.</summary>
    public const int MostActs = 20;

    /// <param name="before">Only what was archived before this audit entry; null from the newest.</param>
    /// <param name="within">Only this fact and its parts; null for all.</param>
    /// <returns>Null when there is no such launch for this person.</returns>
    public async Task<ArchivedList?> RunAsync(
        string key, Viewer viewer, long? before = null, FactPath? within = null, CancellationToken ct = default)
    {
        if (await boards.ViewAsync(key, viewer, ct) is not { } view)
        {
            return null;
        }

        await using var db = await databases.CreateDbContextAsync(ct);
        var acts = new List<ArchivedAct>();
        var given = new HashSet<Guid>();
        for (var at = before ?? long.MaxValue; ;)
        {
            var entries = await db.Set<AuditRow>()
                .Where(a => a.LaunchId == view.Launch.Id && a.TouchesFacts && a.Seq < at
                    && a.Entry.Contains("\"kind\":\"archived\""))
                .OrderByDescending(a => a.Seq).Take(MostActs).ToListAsync(ct);
            acts.AddRange(await ActsAsync(db, view, entries, within, given, ct));
            if (entries.Count < MostActs)
            {
                return new([.. acts], null);
            }

            at = entries[^1].Seq;
            if (acts.Count >= MostActs)
            {
                return new([.. acts], at);
            }
        }
    }

    private static async Task<IEnumerable<ArchivedAct>> ActsAsync(
        PortalDb db, LaunchView view, List<AuditRow> entries, FactPath? within, HashSet<Guid> given,
        CancellationToken ct)
    {
        var ids = entries.ToDictionary(e => e.Seq, ArchivedIn);
        var all = await BoardReader.ReadFactsAsync(db, view.Launch, [.. ids.Values.SelectMany(i => i).Distinct()], ct);
        var board = view.Board with { Facts = all };
        var facts = FactKinds.Each(all)
            .Where(f => f.Fact.ArchivedAt is not null && (within is null || f.Path.IsWithin(within.Value)))
            .OrderBy(f => f.Path.Lists.Length).ThenBy(f => f.Fact.Position)
            .Select(f => (f.Fact.ArchivedAt, Archived: Of(board, f.Path, f.Fact, view.Me))).ToList();

        // What was restored and archived again belongs to the act that archived it last.
        return entries.Select(e => (Line: AuditLine.Of(e), Ids: ids[e.Seq]))
            .Select(e => new ArchivedAct(e.Line.Seq, e.Line.Actor, e.Line.At,
                [.. facts.Where(f => e.Ids.Contains(f.Archived.Id) && f.ArchivedAt == e.Line.At
                    && given.Add(f.Archived.Id)).Select(f => f.Archived)]))
            .Where(a => !a.Facts.IsEmpty).ToList();
    }

    private static ArchivedFact Of(LaunchBoard board, FactPath path, Fact fact, Actor actor) => new(
        path, fact.Id, FactText.Title(board.Facts, path, fact),
        path.Parent is { } parent ? FactText.Title(board.Facts, parent) : null,
        FactKinds.Parts(path, fact).Count(),
        EditingRules.WhyNot(new FactChange.Restore { Fact = path, Id = fact.Id }, actor, board));

    private static HashSet<Guid> ArchivedIn(AuditRow entry) =>
        [.. JsonNode.Parse(entry.Entry)!["changes"]!.AsArray().Where(c => (string?)c!["kind"] == "archived")
            .Select(c => Guid.TryParse((string?)c!["id"], out var id) ? id : Guid.Empty)];
}
