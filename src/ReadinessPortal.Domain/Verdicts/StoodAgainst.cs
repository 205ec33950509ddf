using System.Collections.Immutable;
using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Domain.Verdicts;

/// <summary>How badly one thing stood against a launch, in numbers: two instants compare without their sentences.
/// </summary>
/// <param name="Points">What it went by, and how bad each was, more being worse: for a criterion its state, for a
/// measurement the distance beyond its target, for a drill the time taken or the data lost (base units), for a headline
/// that contradicts its facts 0.</param>
public sealed record StoodAgainst(
    SubjectRef Subject, ReadinessLevel Level, EquatableMap<decimal> Points)
{
    /// <param name="facts">What <paramref name="readiness"/> follows from.</param>
    public static StoodAgainst Of(Reason reason, LaunchFacts facts, Readiness readiness)
    {
        var key = reason.Subject.Key;
        var points = reason.Subject.Kind switch
        {
            SubjectKind.Claim => readiness.Findings.Where(ReadinessReasons.IsOpenHigh)
                .Select(f => KeyValuePair.Create($"{f.Key}: {f.Stated}, derived {f.Derived}", 0m)),
            SubjectKind.Criterion => OfCriteria([key], facts, readiness),
            SubjectKind.Gate => OfCriteria(facts.Gates.First(g => g.Key == key).Criteria, facts, readiness),
            _ => [],
        };
        return new(reason.Subject, reason.Level,
            points.ToImmutableSortedDictionary(p => p.Key, p => p.Value, StringComparer.Ordinal));
    }

    /// <summary>What stands there now is no worse than this in anything.</summary>
    public bool Covers(StoodAgainst now) => Subject == now.Subject && Level >= now.Level
        && now.Points.All(p => Points.TryGetValue(p.Key, out var was) && was >= p.Value);

    private static IEnumerable<KeyValuePair<string, decimal>> OfCriteria(
        ImmutableArray<string> keys, LaunchFacts facts, Readiness readiness) =>
        facts.Criteria.Where(c => keys.Contains(c.Key) && !readiness.Criterion(c.Key).CountsAsGreen)
            .SelectMany(c => OfCriterion(c, facts, readiness).Prepend(
                KeyValuePair.Create(c.Key, (decimal)(CriterionState.Passed - readiness.Criterion(c.Key).State))));

    private static IEnumerable<KeyValuePair<string, decimal>> OfCriterion(
        Criterion criterion, LaunchFacts facts, Readiness readiness)
    {
        foreach (var measurement in ReadMeasurement.Of(criterion, facts, readiness.Today).Measurements)
        {
            if (GotWorse.Miss(measurement) is { } miss)
            {
                yield return KeyValuePair.Create($"{criterion.Key}/{measurement.Key}", miss);
            }
        }

        foreach (var drill in readiness.Drills.Where(d => criterion.Drills.Contains(d.Key)))
        {
            if (drill is { RtoMet: false, Rto: { } took })
            {
                yield return KeyValuePair.Create($"{criterion.Key}/{drill.Key} time", took.InBase);
            }

            if (drill.RpoMet == false && facts.Drills.First(d => d.Key == drill.Key).Rpo is { } lost)
            {
                yield return KeyValuePair.Create($"{criterion.Key}/{drill.Key} data", lost.InBase);
            }
        }
    }
}
