using System.Collections.Immutable;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Scoring;

namespace ReadinessPortal.Domain.Criteria;

/// <summary>
/// Whose word an assessment is: the lead's, who answers for it, or the launch manager's, who does not. Set by the
/// portal when it is given. A report that a launch was taken from may name nobody: then it is the source's.
/// </summary>
public enum Assessor { Lead, Manager, Source }

/// <summary>Says whose word an assessment is, in one place for pages, API and report.</summary>
public static class Assessors
{
    /// <summary>Why nobody types whose word something is.</summary>
    internal const string AsGiven = "The lead who answers for it, or the launch manager: whoever gives it.";

    /// <summary>In the middle of a sentence: <c>the lead</c>, <c>the launch manager</c>.</summary>
    public static string Name(Assessor by) => by switch
    {
        Assessor.Manager => "the launch manager",
        Assessor.Source => "the source report",
        _ => "the lead",
    };

    /// <summary>A person named with a score: <c>Mia, launch manager</c>, where they do not lead the category.</summary>
    public static string Name(string person, Assessor by) =>
        by == Assessor.Manager ? $"{person}, launch manager" : person;

    /// <summary>The assessment as it was given: <c>the lead says passed, 80 % done</c>; who has given nothing yet where
    /// it is not assessed.</summary>
    public static string Sentence(Criterion criterion)
    {
        var (result, progress) = (criterion.Result, criterion.Progress);
        var said = result == CriterionResult.NotAssessed
            ? "nobody has assessed it"
            : $"{Name(criterion.ResultBy)} says {Format.Word(result)}";
        return progress is null ? said
            : result != CriterionResult.NotAssessed && criterion.ProgressBy == criterion.ResultBy
                ? $"{said}, {progress} % done"
            : $"{said}, {Name(criterion.ProgressBy)} says {progress} % done";
    }

    /// <summary>The rationale behind what was said before it, named apart where it is somebody else's.</summary>
    internal static string Because(Criterion criterion, Assessor saidBefore) =>
        string.IsNullOrWhiteSpace(criterion.Rationale) ? ""
        : (criterion.RationaleBy == saidBefore ? ": " : $"; {Name(criterion.RationaleBy)} adds: ")
            + criterion.Rationale.Trim().TrimEnd('.');

    /// <summary>What goes before the rationale where it stands by itself: who gave it, if not whoever gave the
    /// result.</summary>
    public static string RationaleOf(Criterion criterion) =>
        criterion.RationaleBy == criterion.ResultBy ? "" : $"{Counted.Capital(Name(criterion.RationaleBy))} adds: ";

    /// <summary>Who scored: <c>the leads</c>, <c>the launch manager</c>, <c>the source report</c>, or several of
    /// them.</summary>
    public static string Name(OverallScore score)
    {
        var who = score.Categories.Where(c => c.Value is not null).Select(c => c.Assessor).Distinct().Order()
            .Select(a => a == Assessor.Lead ? "the leads" : Name(a)).ToList();
        return who.Count == 0 ? "the leads" : Counted.List(who);
    }

    /// <summary>What somebody is to an assessment of a subject: who holds a role that answers for it is its
    /// lead.</summary>
    public static Assessor Of(Guid userId, LaunchBoard board, SubjectRef subject) =>
        Of(userId, board, Permissions.AnsweringRoles(subject, board.Facts));

    /// <inheritdoc cref="Of(Guid, LaunchBoard, SubjectRef)"/>
    public static Assessor Of(Guid userId, LaunchBoard board, IEnumerable<string> answering) =>
        answering.Intersect(Permissions.RolesHeldBy(userId, board), StringComparer.Ordinal).Any()
            ? Assessor.Lead
            : Assessor.Manager;

    /// <summary>
    /// The facts of a package with whose word each assessment is: what stood already stays whose it was, and what the
    /// package changes is the word of whoever brings it.
    /// </summary>
    public static LaunchFacts Brought(LaunchFacts next, LaunchBoard board, Guid userId) => next with
    {
        Criteria = [.. next.Criteria.Select(c => Brought(c, board, board with { Facts = next }, userId))],
        Categories = [.. next.Categories.Select(c => Brought(c, board, board with { Facts = next }, userId))],
    };

    // Who answers for it is asked of the facts with it: it may be new.
    private static Criterion Brought(Criterion next, LaunchBoard board, LaunchBoard after, Guid userId)
    {
        var before = Same(board.Facts.Criteria, next)
            ?? new() { Key = next.Key, Title = next.Title, Category = next.Category };
        var by = Of(userId, after, new SubjectRef(SubjectKind.Criterion, next.Key));
        return next with
        {
            ResultBy = next.Result == before.Result ? before.ResultBy : by,
            ProgressBy = next.Progress == before.Progress ? before.ProgressBy : by,
            RationaleBy = next.Rationale == before.Rationale ? before.RationaleBy : by,
        };
    }

    private static Category Brought(Category next, LaunchBoard board, LaunchBoard after, Guid userId)
    {
        var stands = Same(board.Facts.Categories, next);
        var by = Of(userId, after, new SubjectRef(SubjectKind.Category, next.Key));
        return next with
        {
            Scores =
            [
                .. next.Scores.Select(s => stands is not null && Same(stands.Scores, s) is { } old
                    && (old.Value, old.Rationale, old.By, old.At) == (s.Value, s.Rationale, s.By, s.At)
                        ? s with { Assessor = old.Assessor }
                        : s with { Assessor = by }),
            ],
        };
    }

    private static T? Same<T>(ImmutableArray<T> all, T fact)
        where T : Fact => all.FirstOrDefault(f => f.Key == fact.Key);
}
