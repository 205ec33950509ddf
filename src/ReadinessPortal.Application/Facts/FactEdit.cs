using System.Collections.Immutable;
using ReadinessPortal.Application.Launches;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Application.Facts;

/// <summary>What a list of changes makes of the facts that stand, or why it makes nothing of them.</summary>
internal sealed record FactEdit
{
    public const int MostChanges = 20_000;

    private ImmutableArray<FactChange> Changes { get; init; }

    public Refusal? Refusal { get; private init; }

    /// <summary>Null when refused.</summary>
    public LaunchFacts? Facts { get; private init; }

    /// <summary>The refusal to whoever approves what somebody asked for earlier.</summary>
    public Refusal? OutOfDate => Refusal is null ? null : new GuardedOutOfDate(Refusal.Text);

    /// <summary>The one thing that all changes are about, or the launch.</summary>
    public required SubjectRef Subject { get; init; }

    public string Summary { get; private init; } = "";

    /// <summary>Key of the first fact.</summary>
    public string? Key => Changes.IsEmpty ? null : Changes[0].Fact.Key;

    public static async Task<FactEdit> OfAsync(
        LaunchChange change, ImmutableArray<FactChange> changes, Actor actor, CancellationToken ct)
    {
        // Whoever may not do it is told so before being told what is wrong with it.
        var mayNot = changes.Length > MostChanges
            ? new NotAcceptable($"At most {MostChanges} changes go together.")
            : changes.Select(c => EditingRules.WhyNot(c, actor, change.Board)).FirstOrDefault(r => r is not null);
        return mayNot is null
            ? await AppliedAsync(change, changes, actor.UserId, actor.Name, ct)
            : Begun(change, changes) with { Refusal = mayNot };
    }

    /// <summary>What somebody asked for and was allowed to ask, on the facts that stand now.</summary>
    public static Task<FactEdit> OfRequestAsync(LaunchChange change, GuardedChange asked, CancellationToken ct) =>
        AppliedAsync(change, asked.Changes, asked.RequestedById, asked.RequestedBy, ct);

    /// <returns>Whether anything differs from what stands.</returns>
    public bool Write(LaunchChange change)
    {
        var board = change.Board;
        var moved = change.Change(board.Launch, Facts!.Launch);
        var writing = new FactsWriting(change, board.Facts) { ArchivesEvidence = true };
        writing.Write(Facts);
        return moved || writing is not { Added: 0, Changed: 0, Archived: 0 };
    }

    private static async Task<FactEdit> AppliedAsync(
        LaunchChange change, ImmutableArray<FactChange> changes, Guid authorId, string author, CancellationToken ct)
    {
        var edit = Begun(change, changes);
        var tree = new FactTree(change.Board.Facts, new(authorId, author, change.Board, change.Now));
        foreach (var one in changes)
        {
            tree.Apply(one);
        }

        var facts = tree.Facts();
        return tree.Gone is { } gone ? edit with { Refusal = new FactGone(gone) }
            : tree.Conflicts.Count > 0 ? edit with { Refusal = await MeanwhileAsync(change, tree.Conflicts, ct) }
            : facts is null ? edit with { Refusal = new FieldsNotAcceptable(tree.Problems) }
            : edit with { Facts = facts, Summary = FactWords.Summary(tree.Words) };
    }

    private static FactEdit Begun(LaunchChange change, ImmutableArray<FactChange> changes) =>
        new() { Changes = changes, Subject = SubjectOf(changes, change.Board.Launch.Key) };

    private static SubjectRef SubjectOf(ImmutableArray<FactChange> changes, string launchKey)
    {
        var subjects = changes.Select(c => c.Fact.Subject(launchKey)).Distinct().Take(2).ToList();
        var roots = changes.Select(c => c.Fact.Root.Subject(launchKey)).Distinct().Take(2).ToList();
        return subjects is [var one] ? one : roots is [var root] ? root : new(SubjectKind.Launch, launchKey);
    }

    private static async Task<FieldsChangedMeanwhile> MeanwhileAsync(
        LaunchChange change, IEnumerable<FactChange.Set> conflicts, CancellationToken ct)
    {
        var said = ImmutableArray.CreateBuilder<FieldConflict>();
        foreach (var set in conflicts)
        {
            var author = await FieldAuthors.LastAsync(change.Db, change.Board.Facts, set.Fact, set.Field, ct);
            said.Add(new(set.Fact, set.Field, set.From, set.To, author?.By ?? "Somebody", author?.At ?? change.Now));
        }

        return new(said.ToImmutable());
    }
}
