using System.Collections.Immutable;
using ReadinessPortal.Application.Changes;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Application.Facts;

/// <summary>What a list of changes makes of the facts that stand, or why it makes nothing of them.</summary>
internal sealed record PlannedEdit : PlannedChange
{
    private ImmutableArray<FactChange> Changes { get; init; }

    private string LaunchKey { get; init; } = "";

    /// <summary>Null when refused.</summary>
    private LaunchFacts? Facts { get; init; }

    /// <summary>What stands, and what is restored.</summary>
    private LaunchFacts? Known { get; init; }

    /// <summary>Key of the first fact.</summary>
    public string? Key => Changes.IsEmpty ? null : Changes[0].Fact.Key;

    public override ImmutableArray<SubjectRef> Subjects =>
        [.. Changes.Select(c => c.Fact.Root.Subject(LaunchKey)).Distinct()];

    public override LaunchBoard On(LaunchBoard board) => board with { Facts = Facts! };

    public static async Task<PlannedEdit> OfAsync(
        LaunchChange change, ImmutableArray<FactChange> changes, Actor actor, CancellationToken ct)
    {
        if (changes.Length > FactChange.MostTogether)
        {
            return Begun(change, changes) with
            {
                Refusal = new TooManyChanges(changes.Length),
            };
        }

        // Whoever may not do it is told so before being told what is wrong with it.
        var known = await ArchivedFacts.ReadAsync(change, changes, ct);
        var board = change.Board with { Facts = known.All };
        var mayNot = changes.Where(known.HasWhole).Select(c => EditingRules.WhyNot(c, actor, board))
            .FirstOrDefault(r => r is not null);
        return mayNot is null
            ? await AppliedAsync(change, changes, known, new(actor.UserId, actor.Name, change.Board, change.Now),
                ct)
            : Begun(change, changes) with { Refusal = mayNot };
    }

    /// <summary>What somebody asked for and was allowed to ask, on the facts that stand now.</summary>
    public static async Task<PlannedEdit> OfRequestAsync(
        LaunchChange change, GuardedChange asked, CancellationToken ct) =>
        await AppliedAsync(change, asked.Changes, await ArchivedFacts.ReadAsync(change, asked.Changes, ct),
            new(asked.RequestedById, asked.RequestedBy, change.Board, change.Now), ct);

    public override bool Write(LaunchChange change)
    {
        var moved = change.Change(change.Board.Launch, Facts!.Launch);
        var writing = new FactRowsWriter(change, Known) { ArchivesEvidence = true };
        writing.Write(Facts);
        return moved || writing is not { Added: 0, Changed: 0, Archived: 0 };
    }

    private static async Task<PlannedEdit> AppliedAsync(
        LaunchChange change, ImmutableArray<FactChange> changes, ArchivedFacts known, FactAuthor author,
        CancellationToken ct)
    {
        var edit = Begun(change, changes) with { Known = known.All };
        var applied = new AppliedChanges(change.Board.Facts, author, known.Wanted);
        foreach (var one in changes)
        {
            applied.Apply(one);
        }

        var facts = applied.Facts();
        return applied.Gone is { } gone ? edit with { Refusal = new FactGone(gone) }
            : applied.Conflicts.Count > 0
                ? edit with { Refusal = await EditConflicts.NamedAsync(change, applied.Conflicts, ct) }
            : facts is null ? edit with { Refusal = new FieldsNotAcceptable(applied.Problems) }
            : edit with { Facts = facts, Summary = FactWords.Summary(applied.Words) };
    }

    private static PlannedEdit Begun(LaunchChange change, ImmutableArray<FactChange> changes) =>
        new()
        {
            Changes = changes,
            LaunchKey = change.Board.Launch.Key,
            Subject = SubjectOf(changes, change.Board.Launch.Key),
        };

    private static SubjectRef SubjectOf(ImmutableArray<FactChange> changes, string launchKey)
    {
        var subjects = changes.Select(c => c.Fact.Subject(launchKey)).Distinct().Take(2).ToList();
        var roots = changes.Select(c => c.Fact.Root.Subject(launchKey)).Distinct().Take(2).ToList();
        return subjects is [var one] ? one : roots is [var root] ? root : new(SubjectKind.Launch, launchKey);
    }
}
