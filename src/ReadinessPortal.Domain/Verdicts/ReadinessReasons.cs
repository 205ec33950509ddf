using System.Collections.Immutable;
using ReadinessPortal.Domain.Claims;
using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Gates;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Domain.Verdicts;

/// <summary>
/// Why the facts alone do not give GO: one line per gate, item and criterion, one for all headline findings. Each line
/// names all it stands for, because a YES that goes against it is given, and printed, in these words.
/// </summary>
internal static class ReadinessReasons
{
    public static ImmutableArray<Reason> Of(
        LaunchFacts facts,
        IReadOnlyDictionary<string, WeighedCriterion> criteria,
        ImmutableArray<GateStanding> gates,
        ImmutableArray<Finding> findings,
        IReadOnlyDictionary<string, Figure> figures,
        ImmutableArray<string> outside) =>
    [
        .. FromGates(facts, criteria, gates)
            .Concat(FromItems(facts))
            .Concat(FromCriteria(facts, criteria, outside))
            .Concat(FromFindings(findings, figures))
            .OrderByDescending(r => r.Level), // stable: gates stay before items and findings
    ];

    private static IEnumerable<Reason> FromGates(
        LaunchFacts facts, IReadOnlyDictionary<string, WeighedCriterion> criteria, ImmutableArray<GateStanding> gates)
    {
        var critical = facts.Gates.Zip(gates).Where(g => g.First.Kind == GateKind.Critical).ToList();
        if (critical.Count == 0)
        {
            var launch = new SubjectRef(SubjectKind.Launch, facts.Launch.Key);
            yield return new(ReadinessLevel.NotYet, launch, "No critical gate says what this launch has to meet",
                "Gates", Reason.Manager, new NextAction("Set up the gates", launch));
        }

        foreach (var (gate, standing, worst) in critical.Where(g => g.Second.Colour != GateColour.Green)
            .Select(g => (g.First, g.Second, Worst: Worst(g.Second, criteria)))
            .OrderBy(g => g.Worst?.Standing.State ?? CriterionState.Failed))
        {
            yield return FromGate(facts, gate, standing, worst);
        }
    }

    private static Reason FromGate(LaunchFacts facts, Gate gate, GateStanding standing, WeighedCriterion? worst)
    {
        var here = new SubjectRef(SubjectKind.Gate, gate.Key);
        var level = standing.Colour == GateColour.Red ? ReadinessLevel.NoGo
            : standing.OnlyWaived ? ReadinessLevel.Conditional
            : ReadinessLevel.NotYet;
        if (standing.Colour != standing.Derived || worst is null)
        {
            var action = standing.Colour != standing.Derived
                ? "Settle what the color was set for"
                : "Choose the criteria it covers";
            return new(level, here, $"{gate.Title}: {Middle(standing.Why[0])}", "Gate",
                worst is null ? null : Owner(facts, worst), new NextAction(action, here));
        }

        // Where a gate stands on several criteria the reader needs to know which; logs that disagree name their drill.
        var which = gate.Criteria.Length > 1 && worst.Standing.State != CriterionState.Disputed
            ? $"{worst.Criterion.Title}, "
            : "";
        var points = standing.Why.Skip(1).Prepend($"{which}{PointOf(worst)}");
        return new(level, here, $"{gate.Title}: {string.Join("; ", points)}", Category(facts, worst),
            Owner(facts, worst), Clears(worst));
    }

    private static WeighedCriterion? Worst(
        GateStanding standing, IReadOnlyDictionary<string, WeighedCriterion> criteria) =>
        standing.Criteria.Select(k => criteria.GetValueOrDefault(k)).OfType<WeighedCriterion>()
            .FirstOrDefault(c => !c.Standing.CountsAsGreen);

    private static IEnumerable<Reason> FromItems(LaunchFacts facts) =>
        facts.Items.Where(i => i is { Blocking: true, Closed: false, ArchivedAt: null })
            .Select(i => (Item: i, At: new SubjectRef(SubjectKind.Item, i.Key)))
            .Select(i => new Reason(ReadinessLevel.NoGo, i.At, $"Blocking item is open: {i.Item.Title}",
                "Outstanding item", i.Item.Owner, new NextAction("Close the item", i.At)));

    // Without any gate a criterion counts like a critical gate of its own; with nice-to-have gates alone its failure
    // keeps the launch from being ready, and nothing else of it does.
    private static IEnumerable<Reason> FromCriteria(
        LaunchFacts facts, IReadOnlyDictionary<string, WeighedCriterion> criteria, ImmutableArray<string> outside)
    {
        var gated = facts.Gates.SelectMany(g => g.Criteria).ToHashSet(StringComparer.Ordinal);
        foreach (var weighed in outside.Select(k => criteria[k]).OrderBy(c => c.Standing.State))
        {
            var isGated = gated.Contains(weighed.Criterion.Key);
            ReadinessLevel? level = weighed.Standing.State switch
            {
                CriterionState.Failed => isGated ? ReadinessLevel.NotYet : ReadinessLevel.NoGo,
                CriterionState.Waived => ReadinessLevel.Conditional,
                _ when weighed.Standing.CountsAsGreen => null,
                _ => isGated ? null : ReadinessLevel.NotYet,
            };
            if (level is { } against)
            {
                yield return new(against, new(SubjectKind.Criterion, weighed.Criterion.Key),
                    $"{weighed.Criterion.Title}, in no {(isGated ? "critical gate" : "gate")}: {PointOf(weighed)}",
                    Category(facts, weighed), Owner(facts, weighed), Clears(weighed));
            }
        }
    }

    private static IEnumerable<Reason> FromFindings(
        ImmutableArray<Finding> findings, IReadOnlyDictionary<string, Figure> figures)
    {
        var high = findings.Where(IsOpenHigh).ToList();
        if (high.Count == 0)
        {
            yield break;
        }

        var stated = high.DistinctBy(f => (f.Figure, f.Stated)).ToList();
        var shown = stated.Select(f =>
            $"{f.About(figures.GetValueOrDefault(f.Figure)?.Title)} {f.Compared}");
        var at = new SubjectRef(SubjectKind.Claim, high[0].Claim);
        var many = stated.Count > 1;
        var differ = many ? "contradict their facts" : "contradicts its facts";
        yield return new(ReadinessLevel.NotYet, at,
            $"{Counted.Capital(Counted.Of(stated.Count, "headline figure"))} {differ}: {string.Join("; ", shown)}",
            "Findings", Reason.Manager, new NextAction(many ? "Look at each" : "Look at both", at));
    }

    private static string PointOf(WeighedCriterion weighed) =>
        weighed.Standing.State == CriterionState.Passed ? weighed.Standing.Warnings[0] : weighed.Point;

    private static NextAction Clears(WeighedCriterion weighed) =>
        weighed.Clears
        ?? new(CriterionRules.Warning(weighed.Criterion) is null ? "Bring the value out of its warning band"
            : "Finish it or correct the progress", new(SubjectKind.Criterion, weighed.Criterion.Key));

    private static string? Category(LaunchFacts facts, WeighedCriterion weighed) =>
        facts.Categories.FirstOrDefault(c => c.Key == weighed.Criterion.Category)?.Title;

    private static string? Owner(LaunchFacts facts, WeighedCriterion weighed) =>
        facts.Roles.FirstOrDefault(r => r.Key == weighed.Standing.Lead)?.Title;

    public static bool IsOpenHigh(Finding finding) =>
        finding is { Severity: FindingSeverity.High, Status: FindingStatus.Open };

    /// <summary>Inside a sentence, unless the first word is a name in capitals.</summary>
    public static string Middle(string sentence) =>
        sentence.Length > 1 && char.IsLower(sentence[1])
            ? $"{char.ToLowerInvariant(sentence[0])}{sentence[1..].TrimEnd('.')}"
            : sentence.TrimEnd('.');
}
