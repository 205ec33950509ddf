using System.Collections.Immutable;
using ReadinessPortal.Domain.Evidence;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Domain.Facts;

/// <summary>Some facts are set by the portal, or by an act of their own that keeps a reason.</summary>
/// <param name="Field">In words.</param>
/// <param name="Instead">What to do instead, as a sentence.</param>
public sealed record NotEditedHere(string Field, string Instead) : Refusal
{
    public override string Text => $"The {Field} cannot be typed. {Instead}";
}

/// <summary>
/// Who may make which change: the manager any; a lead what their criteria, categories and drills say of themselves, and
/// the rows of registers; nobody what the portal sets. Who may archive a fact may restore it.
/// </summary>
public static class EditingRules
{
    private static readonly ImmutableHashSet<string> _ofCriteria = ["result", "progress", "rationale", "due"];

    private static readonly ImmutableHashSet<string> _ofGates =
        ["evidenceSentence", "timeline", "confidence", "manualColour", "manualReason"];

    private static readonly ImmutableHashSet<string> _ofAssessors = ["resultBy", "progressBy", "rationaleBy"];

    private static readonly ImmutableHashSet<string> _ofBytes = ["sha256", "size", "mediaType", "postedWith"];

    private const string Acceptance = "acceptedBecause";

    private static readonly ImmutableHashSet<string> _ofAcceptance = ["acceptedBy", "acceptedAt"];

    /// <param name="board">With a fact that is to be restored in its place.</param>
    public static Refusal? WhyNot(FactChange change, Actor actor, LaunchBoard board) =>
        WhyNobody(change)
        ?? Needed(change is FactChange.Restore ? new FactChange.Archive { Fact = change.Fact } : change, board)
            .Select(n => Permissions.WhyNot(n.Action, actor, board, n.Subject)).FirstOrDefault(r => r is not null)
        ?? WhyNotAccept(change, actor, board);

    private static NotEditedHere? WhyNobody(FactChange change) => (change.Fact.Lists, change) switch
    {
        (_, FactChange.Set { Field: "key" }) =>
            new("key", "A key cannot be changed; change the title, or add another and archive this one."),
        ("", FactChange.Set { Field: "isDemo" }) => new("mark of a demo", "It comes with the demo's package."),
        ("", not FactChange.Set) => new("launch itself", "Its life is changed in its settings."),
        ("categories/scores", not FactChange.Add) =>
            new("score", "Scores are kept as they were given. Give a new one: the newest counts."),
        ("criteria", FactChange.Set { Field: var field }) when _ofAssessors.Contains(field) => OfAssessor(),
        ("criteria", FactChange.Add { Values: var values }) when values.Keys.Any(_ofAssessors.Contains) =>
            OfAssessor(),
        ("categories/scores", FactChange.Add { Values: var values }) when values.ContainsKey("by")
            || values.ContainsKey("at") || values.ContainsKey("assessor") =>
            new("author of a score", "It is whoever gives it, at the time it is given."),
        ("evidence", FactChange.Set { Field: var field }) when _ofAcceptance.Contains(field) => OfAcceptance(),
        ("evidence", FactChange.Add { Values: var values })
            when values.ContainsKey(Acceptance) || values.Keys.Any(_ofAcceptance.Contains) => OfAcceptance(),
        ("evidence", FactChange.Set { Field: var field }) when _ofBytes.Contains(field) => OfBytes(),
        ("evidence", FactChange.Add { Values: var values }) when values.Keys.Any(_ofBytes.Contains) => OfBytes(),
        _ => null,
    };

    // To take it back is anybody's who may edit the file.
    internal static Refusal? WhyNotAccept(FactChange change, Actor actor, LaunchBoard board) =>
        change is { Fact.Lists: "evidence" } and FactChange.Set { Field: Acceptance, To: not (null or "") }
            && board.Facts.Evidence.FirstOrDefault(e => e.Key == change.Fact.Key) is { } evidence
            ? DoubtRules.WhyNotAccept(evidence, actor)
            : null;

    private static NotEditedHere OfAcceptance() =>
        new("acceptance of totals", "It is given on the page of the file, by whoever accepts them.");

    private static NotEditedHere OfAssessor() => new("author of an assessment", "It is whoever gives it.");

    private static NotEditedHere OfBytes() => new("hash, size or origin", "They come with the bytes: attach the file.");

    private static IEnumerable<(LaunchAction Action, SubjectRef? Subject)> Needed(FactChange change, LaunchBoard board)
    {
        var subject = change.Fact.Subject(board.Launch.Key);
        return (change.Fact.Lists, change) switch
        {
            ("criteria", FactChange.Set { Field: var field }) when _ofCriteria.Contains(field) =>
                [(LaunchAction.AssessCriterion, subject)],
            ("criteria/statements" or "criteria/measurements" or "criteria/validations" or "criteria/documents", _) =>
                [(LaunchAction.EditFacts, subject)],
            ("categories/scores", _) => [(LaunchAction.ScoreCategory, subject)],
            ("categories", FactChange.Set { Field: "note" }) => [(LaunchAction.EditFacts, subject)],
            ("gates", FactChange.Set { Field: var field }) when _ofGates.Contains(field) =>
                [(LaunchAction.EditFacts, subject)],
            ("registers/rows", _) =>
                [(LaunchAction.EditRows, new(SubjectKind.Register, change.Fact.Root.Key))],
            ("drills", FactChange.Set { Field: not "owner" }) or ("drills/logs" or "drills/logs/events"
                or "drills/lessons", _) => [(LaunchAction.EditFacts, subject)],
            ("items", FactChange.Set or FactChange.Archive) => [(LaunchAction.EditFacts, subject)],
            ("items", FactChange.Add { Values: var values }) when values.TryGetValue("criterion", out var criterion) =>
                [(LaunchAction.EditFacts, new(SubjectKind.Criterion, criterion))],
            ("risks", FactChange.Set or FactChange.Archive) => [(LaunchAction.EditFacts, subject)],
            ("risks", FactChange.Add { Values: var values }) when values.TryGetValue("item", out var item) =>
                [(LaunchAction.EditFacts, new(SubjectKind.Item, item))],
            ("recommendations", FactChange.Add or FactChange.Set { Field: not "role" } or FactChange.Archive)
                when SpeakingRole(change, board) is { } role => [(LaunchAction.EditFacts, new(SubjectKind.Role, role))],
            ("evidence", FactChange.Set { Field: "supports" } set) =>
                [(LaunchAction.EditFacts, subject), .. Supported(set)],
            ("evidence", FactChange.Set or FactChange.Archive) => [(LaunchAction.EditFacts, subject)],
            _ => [(LaunchAction.SetUp, null)],
        };
    }

    private static string? SpeakingRole(FactChange change, LaunchBoard board) =>
        change is FactChange.Add add ? add.Values.GetValueOrDefault("role")
            : board.Facts.Recommendations.FirstOrDefault(r => r.Key == change.Fact.Key)?.Role;

    // Standing behind a criterion proves it, so that is asked of whoever answers for the criterion.
    private static IEnumerable<(LaunchAction, SubjectRef?)> Supported(FactChange.Set set) =>
        from line in FactList.Of(set.To).Except(FactList.Of(set.From), StringComparer.Ordinal)
        where SubjectRef.TryParse(line, null, out _)
        select (LaunchAction.AttachEvidence, (SubjectRef?)SubjectRef.Parse(line));
}
