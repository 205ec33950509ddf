using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Drills;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Revisions;

namespace ReadinessPortal.Domain.Verdicts;

/// <summary>
/// What stands against a launch now and did not, or not as badly, at an earlier time. Measured and not read off the
/// sentences: a gate that was red already is worse when one more of its criteria failed, or one is missed by more.
/// </summary>
internal sealed class GotWorse(LaunchFacts factsThen, Readiness then, LaunchFacts factsNow, Readiness now)
{
    private readonly ILookup<SubjectRef, Reason> _against = then.Reasons.ToLookup(r => r.Subject);

    /// <summary>In the live launch since this revision was frozen.</summary>
    /// <param name="live">Of the live facts.</param>
    public static IEnumerable<Reason> SinceFreeze(RevisionContent frozen, LaunchBoard board, Readiness live) =>
        Between(frozen.Facts, UnderTheSameRules(frozen), board.Facts, live);

    /// <summary>From one state of a launch to another, both under the rules of today.</summary>
    public static IEnumerable<Reason> Between(LaunchFacts was, Readiness then, LaunchFacts becomes, Readiness now) =>
        new GotWorse(ReadMeasurement.Of(was, then.Today), then, ReadMeasurement.Of(becomes, now.Today), now).Reasons();

    // Rules that became stricter meanwhile are not a launch that got worse.
    private static Readiness UnderTheSameRules(RevisionContent frozen) =>
        frozen.RulesVersion == Readiness.RulesVersion
            ? frozen.Readiness
            : Readiness.At(frozen.AsBoard(), frozen.FrozenAt);

    /// <summary>In the order of the reasons of now.</summary>
    private IEnumerable<Reason> Reasons() => now.Reasons.SelectMany(reason => reason.Subject.Kind switch
    {
        SubjectKind.Claim => Contradictions(reason),
        _ when !_against[reason.Subject].Any(r => r.Level >= reason.Level) => [Risen(reason)],
        SubjectKind.Gate => OfGate(reason),
        SubjectKind.Criterion when Change(reason.Subject.Key) is { } change => [reason with { Text = change }],
        _ => Enumerable.Empty<Reason>(),
    });

    // What stood before in the same words, and weighs more now, says so.
    private Reason Risen(Reason reason) => _against[reason.Subject].Any(r => r.Text == reason.Text)
        ? reason with { Text = $"{reason.Text}, which makes it {Format.Word(reason.Level)} now" }
        : reason;

    // One reason speaks for all headline findings, so that they are compared one by one, with their values.
    private IEnumerable<Reason> Contradictions(Reason reason)
    {
        var known = then.Findings.Where(ReadinessReasons.IsOpenHigh)
            .Select(f => (f.Key, f.Stated, f.Derived)).ToHashSet();
        var found = now.Findings
            .Where(f => ReadinessReasons.IsOpenHigh(f) && !known.Contains((f.Key, f.Stated, f.Derived)))
            .Select(f => f.Text).ToList();
        return found.Count == 0 ? [] :
        [
            reason with
            {
                // One that was known with other values is among them.
                Text = $"{Counted.Capital(Counted.Of(found.Count, "new or changed contradiction"))} in the headlines: "
                    + string.Join("; ", found),
            },
        ];
    }

    private IEnumerable<Reason> OfGate(Reason reason)
    {
        var gate = factsNow.Gates.First(g => g.Key == reason.Subject.Key);
        var before = then.Gates.FirstOrDefault(g => g.Key == gate.Key)?.Criteria ?? [];
        foreach (var key in gate.Criteria.Where(k => factsNow.Criteria.Any(c => c.Key == k)))
        {
            if (Change(key, isNewHere: !before.Contains(key)) is { } change)
            {
                var at = new SubjectRef(SubjectKind.Criterion, key);
                var lead = factsNow.Roles.FirstOrDefault(r => r.Key == now.Criterion(key).Lead);
                yield return reason with
                {
                    Subject = at,
                    Text = $"{gate.Title}: {change}",
                    Owner = lead?.Title,
                    Action = reason.Action.At == at ? reason.Action : new("Look at the criterion", at),
                };
            }
        }
    }

    /// <summary>How a criterion got worse, in words; null when it did not.</summary>
    private string? Change(string key, bool isNewHere = false)
    {
        var criterion = factsNow.Criteria.First(c => c.Key == key);
        var (standing, was) = (now.Criterion(key), then.Criteria.FirstOrDefault(c => c.Key == key));
        var point = ReadinessReasons.Middle(
            standing is { IsProven: true, Warnings: [var warning, ..] } ? warning : standing.Why[0]);
        return standing.CountsAsGreen ? null
            : was is null || isNewHere ? $"{criterion.Title} counts here as well now: {point}"
            : standing.State < was.State
                ? $"{criterion.Title} was {Format.Word(was.State)} and is {Format.Word(standing.State)}: {point}"
            : was.CountsAsGreen ? $"{criterion.Title}: {point}"
            : standing.State == was.State && MissedByMore(criterion) is { } missed ? $"{criterion.Title}: {missed}"
            : null;
    }

    private string? MissedByMore(Criterion criterion) =>
        criterion.Measurements.Select(m => MissedByMore(criterion.Key, m))
            .Concat(criterion.Drills.Select(MissedByMore)).FirstOrDefault(m => m is not null);

    private string? MissedByMore(string criterion, Measurement measurement)
    {
        var before = factsThen.Criteria.FirstOrDefault(c => c.Key == criterion)?.Measurements
            .FirstOrDefault(m => m.Key == measurement.Key);
        var standing = CriterionRules.Measure(measurement);
        return Miss(measurement) is { } miss && !(Miss(before) >= miss)
            ? $"{CriterionRules.Label(measurement)}: {standing.ValueShown}, target {standing.TargetShown}"
                + (before?.Value is { } was ? $", was {Format.Quantity(was)}" : "")
            : null;
    }

    private string? MissedByMore(string drill)
    {
        var current = now.Drills.FirstOrDefault(d => d.Key == drill);
        var was = then.Drills.FirstOrDefault(d => d.Key == drill);
        var (fact, before) = (Find(factsNow, drill), Find(factsThen, drill));
        return current is null || fact is null ? null
            : current.RtoMet == false && !(was?.RtoMet == false && was.Rto?.InBase >= current.Rto?.InBase)
                ? $"{fact.Title} took {current.RtoShown}, target {current.RtoTargetShown}{Was(was?.Rto)}"
            : current.RpoMet == false && !(was?.RpoMet == false && before?.Rpo?.InBase >= fact.Rpo?.InBase)
                ? $"{fact.Title} lost {Format.Quantity(fact.Rpo)} of data{Was(before?.Rpo)}"
            : null;

        static Drill? Find(LaunchFacts facts, string key) => facts.Drills.FirstOrDefault(d => d.Key == key);

        static string Was(Quantity? before) => before is { } value ? $", was {Format.Quantity(value)}" : "";
    }

    /// <summary>How far beyond its target a measurement is, in base units; null where it is not.</summary>
    internal static decimal? Miss(Measurement? measurement) => measurement is { Value: { } value, Target: { } target }
        && CriterionRules.Measure(measurement).Met == false
            ? -Targets.Distance(value, measurement.Comparator ?? Comparator.AtMost, target, measurement.UpperTarget)
            : null;
}
