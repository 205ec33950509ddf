using System.Text.Json.Serialization;
using ReadinessPortal.Domain.Claims;
using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Drills;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Gates;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Registers;
using ReadinessPortal.Domain.Scoring;

namespace ReadinessPortal.Domain.Verdicts;

/// <summary>Worst last, so that the larger of two levels is the worse one.</summary>
public enum ReadinessLevel { Go, Conditional, NotYet, NoGo }

/// <summary>What the rules say of the facts alone, at an instant, and everything derived on the way.</summary>
public sealed partial record Readiness
{
    /// <summary>
    /// Version of the rules; a revision keeps the one it was derived with. Raised whenever the same facts would be
    /// derived otherwise, or said in other words: what is kept of them is derived anew.
    /// </summary>
    public const int RulesVersion = 10;

    public required ReadinessLevel Level { get; init; }

    /// <summary>Worst first, one per gate, finding group or item.</summary>
    public EquatableArray<Reason> Reasons { get; init; } = [];

    public required OverallScore Score { get; init; }

    /// <summary>In the order of the criteria.</summary>
    public EquatableArray<CriterionStanding> Criteria { get; init; } = [];

    public EquatableArray<GateStanding> Gates { get; init; } = [];

    /// <summary>Those that decide.</summary>
    [JsonIgnore]
    public IEnumerable<GateStanding> CriticalGates => Gates.Where(g => g.Kind == GateKind.Critical);

    public EquatableArray<DrillStanding> Drills { get; init; } = [];

    public EquatableArray<RegisterTable> Registers { get; init; } = [];

    /// <summary>Every figure by name, ordinal order.</summary>
    public EquatableArray<Figure> Figures { get; init; } = [];

    public EquatableArray<Finding> Findings { get; init; } = [];

    /// <summary>Everything with a headroom, least first.</summary>
    public EquatableArray<HeadroomLine> Headrooms { get; init; } = [];

    /// <summary>Narrative key to its text with figures filled in.</summary>
    public EquatableMap<string> Narratives { get; init; } = new();

    /// <summary>Criteria that no critical gate stands on.</summary>
    public EquatableArray<string> CriteriaOutsideCriticalGates { get; init; } = [];

    /// <summary>The day that counted as today.</summary>
    public required DateOnly Today { get; init; }

    public required int DaysToTarget { get; init; }

    /// <summary>Until when this holds if no fact changes; null means for good.</summary>
    public DateTimeOffset? ValidUntil { get; init; }

    public CriteriaTally Tally => CriteriaTally.Of(Criteria);

    public CriterionStanding Criterion(string key) => Criteria.First(c => c.Key == key);

    public GateStanding Gate(string key) => Gates.First(g => g.Key == key);

    public Figure? Figure(string name) => Figures.FirstOrDefault(f => f.Name == name);
}

/// <summary>One line of why, with who can change it and how.</summary>
/// <param name="Level">What this reason alone would make of the verdict.</param>
/// <param name="Subject">The gate, finding, item, role or condition it is about.</param>
/// <param name="Text">The fact, in one sentence without a full stop: <c>E2E tests passing: 2 tests failed, target
/// 0</c>.</param>
/// <param name="Context">Category, or the kind of thing.</param>
/// <param name="Owner">Role title, team, or who has to act; null where a fact names nobody.</param>
/// <param name="Action">The one action that would clear it.</param>
public sealed record Reason(
    ReadinessLevel Level, SubjectRef Subject, string Text, string? Context, string? Owner, NextAction Action)
{
    /// <summary>Owner of what no single role answers for.</summary>
    internal const string Manager = "Launch manager";

    private const int MostInShort = 4;

    /// <summary>Whether this person can take the action: they answer for it, are named, or manage the launch.</summary>
    public bool IsFor(Actor actor, LaunchBoard board) => actor.Is(LaunchPart.Manager) || actor.IsAdministrator
        || Permissions.AnswersFor(Subject, actor, board) || Permissions.AnswersFor(Action.At, actor, board)
        || (Owner is { } owner && Permissions.IsNamed(owner, actor, board));

    /// <summary>
    /// The fact with the first few of all it stands for, where that is many, as findings are: for who wants to know
    /// why, not for who goes against it.
    /// </summary>
    [JsonIgnore]
    public string InShort
    {
        get
        {
            var parts = Text.Split("; ");
            return Subject.Kind != SubjectKind.Claim || parts.Length <= MostInShort ? Text
                : $"{string.Join("; ", parts.Take(MostInShort))}; and {Counted.Word(parts.Length - MostInShort)} more";
        }
    }
}

/// <param name="Text">Imperative: <c>Resolve conflicting logs</c>.</param>
/// <param name="At">Where it is done.</param>
public sealed record NextAction(string Text, SubjectRef At);
