using System.Collections.Immutable;
using ReadinessPortal.Domain.Drills;
using ReadinessPortal.Domain.Evidence;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Verdicts;
using ReadinessPortal.Domain.Waivers;

namespace ReadinessPortal.Domain.Criteria;

/// <summary>A criterion's standing with what only its neighbours need: how to clear it, and the waiver that holds.</summary>
/// <param name="Clears">The one action that would clear the worst point; null when passed.</param>
/// <param name="Point">The worst point as the middle of a sentence.</param>
public sealed record WeighedCriterion(
    Criterion Criterion, CriterionStanding Standing, string Point, NextAction? Clears, Waiver? Waiver);

/// <summary>
/// What a criterion's state is, the worst of what its targets, its drills, its proof and its lead say. A person's word
/// can make it worse, never better; a valid waiver turns failed into waived.
/// </summary>
public static class CriterionRules
{
    private sealed record Point(CriterionState State, string Text, NextAction Clears);

    /// <param name="drills">Standings of the launch's drills.</param>
    public static WeighedCriterion Weigh(
        Criterion criterion, LaunchFacts facts, ImmutableArray<DrillStanding> drills, ImmutableArray<Waiver> waivers,
        DateOnly today)
    {
        var here = new SubjectRef(SubjectKind.Criterion, criterion.Key);
        var measurements = criterion.Measurements.Select(Measure).ToImmutableArray();
        var proofs = ProofRules.Of(criterion, facts, today);
        var points = FromMeasurements(criterion, measurements, here)
            .Concat(FromDrills(criterion, facts, drills))
            .Concat(FromProof(proofs, here))
            .ToList();
        points.AddRange(FromLead(criterion, EveryTargetMet(criterion, measurements, drills), here));
        points = [.. points.OrderBy(p => p.State)]; // worst first, and stable: targets before the lead's word

        var state = points.Count == 0 ? CriterionState.Passed : points[0].State;
        var waiver = state == CriterionState.Failed
            ? WaiverRules.ValidFor(criterion.Key, waivers, facts.Launch, today)
            : null;
        var why = points.Select(p => Counted.Capital(p.Text)).ToList();
        if (waiver is not null)
        {
            state = CriterionState.Waived;
            why.Insert(0, $"Waived until {Format.Day(waiver.ExpiresOn)}, approved by {waiver.AnsweredBy}: {waiver.Reason}");
        }
        else if (state == CriterionState.Failed)
        {
            why.AddRange(waivers.Where(w => w.Criterion == criterion.Key)
                .Select(w => WaiverRules.WhyNotValid(w, facts.Launch, today)).OfType<string>().Select(Counted.Capital));
        }

        if (state == CriterionState.Passed)
        {
            why.AddRange(WhyPassed(criterion, measurements, proofs, drills));
        }

        why.AddRange(GoingOutOfDate(proofs, facts.Launch));
        var standing = new CriterionStanding(criterion.Key, state, [.. why], Warnings(criterion, state), measurements,
            [.. proofs.Select(p => p.Line)],
            criterion.Owner ?? facts.Categories.FirstOrDefault(c => c.Key == criterion.Category)?.Lead);
        return waiver is null
            ? new(criterion, standing, points.Count == 0 ? "" : points[0].Text, points.Count == 0 ? null : points[0].Clears, null)
            : new(criterion, standing, $"{points[0].Text}, waived until {Format.Day(waiver.ExpiresOn)}",
                new("Clear the failure before the waiver runs out", here), waiver);
    }

    /// <summary>Met or missed, and headroom.</summary>
    public static MeasurementStanding Measure(Measurement measurement)
    {
        var comparator = measurement.Comparator ?? Comparator.AtMost;
        bool? met = null;
        decimal? headroom = null;
        if (measurement is { Value: { } value, Target: { } target })
        {
            met = Targets.Meets(value, comparator, target, measurement.UpperTarget);
            headroom = Targets.Headroom(value, comparator, target);
        }

        return new(measurement.Key, met, headroom, Format.Quantity(measurement.Value, "not measured"),
            Format.Target(comparator, measurement.Target, measurement.UpperTarget, measurement.Implied));
    }

    /// <summary>What was measured, where and how: <c>NATS lag, p95</c>.</summary>
    public static string Label(Measurement measurement) => string.Join(", ",
        new[] { measurement.Metric, measurement.Scope, measurement.Statistic }.Where(s => !string.IsNullOrEmpty(s)));

    private static IEnumerable<Point> FromMeasurements(
        Criterion criterion, ImmutableArray<MeasurementStanding> standings, SubjectRef here)
    {
        var disputed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var same in criterion.Measurements.Where(m => m.Value is not null)
            .GroupBy(m => (m.Metric, m.Scope, m.Statistic, m.Window)))
        {
            if (same.Any(m => Differ(m.Value!.Value, same.First().Value!.Value)))
            {
                disputed.UnionWith(same.Select(m => m.Key));
                var values = same.Select(m => Format.Quantity(m.Value!.Value)).Distinct().ToList();
                yield return new(CriterionState.Disputed,
                    $"{Label(same.First())} is given as {Counted.List(values)}",
                    new("Say which value counts", here));
            }
        }

        for (var i = 0; i < standings.Length; i++)
        {
            var (measurement, standing) = (criterion.Measurements[i], standings[i]);
            if (measurement.Target is null || disputed.Contains(measurement.Key))
            {
                continue;
            }

            if (measurement.Value is null)
            {
                yield return new(CriterionState.Unproven,
                    $"{Label(measurement)} is not measured, target {standing.TargetShown}",
                    new("Record the measurement", here));
            }
            else if (standing.Met is null)
            {
                yield return new(CriterionState.Unproven,
                    $"{Label(measurement)}: {standing.ValueShown} cannot be held against {standing.TargetShown}",
                    new("Correct the unit", here));
            }
            else if (standing.Met == false)
            {
                yield return new(CriterionState.Failed,
                    $"{Label(measurement)}: {standing.ValueShown}, target {standing.TargetShown}",
                    new("Fix or ask for a waiver", here));
            }
        }
    }

    private static IEnumerable<Point> FromDrills(
        Criterion criterion, LaunchFacts facts, ImmutableArray<DrillStanding> standings)
    {
        foreach (var drill in facts.Drills.Where(d => criterion.Drills.Contains(d.Key)))
        {
            var standing = standings.First(s => s.Key == drill.Key);
            var at = new SubjectRef(SubjectKind.Drill, drill.Key);
            if (standing.Disputed)
            {
                var logs = standing.Logs.Where(l => l.Duration is not null).OrderBy(l => l.Duration!.Value.InBase)
                    .Select(l => l.DurationShown).ToList();
                var against = drill.RtoTarget is { } limit ? $", against less than {Format.Quantity(limit)}" : "";
                yield return new(CriterionState.Disputed,
                    $"{drill.Title} has {Counted.Of(logs.Count, "log")}, {Counted.List(logs)}{against}",
                    new("Pick the log that counts", at));
            }
            else if (standing.RtoMet == false)
            {
                yield return new(CriterionState.Failed,
                    $"{drill.Title} took {standing.RtoShown} to recover, target {standing.RtoTargetShown}",
                    new("Repeat the drill or ask for a waiver", at));
            }
            else if (drill.RtoTarget is not null && standing.Rto is null)
            {
                yield return new(CriterionState.Unproven, $"{drill.Title} has no recovery time",
                    new("Mark start and end in its log", at));
            }

            if (standing.RpoMet == false)
            {
                yield return new(CriterionState.Failed,
                    $"{drill.Title} lost {Format.Quantity(drill.Rpo!.Value)} of data, "
                    + $"target {Format.Target(Comparator.LessThan, drill.RpoTarget)}",
                    new("Repeat the drill or ask for a waiver", at));
            }
            else if (drill.RpoTarget is not null && standing.RpoMet is null)
            {
                yield return new(CriterionState.Unproven, $"{drill.Title} has no measured data loss",
                    new("Record the data loss", at));
            }
        }

        foreach (var missing in criterion.Drills.Where(k => facts.Drills.All(d => d.Key != k)))
        {
            yield return new(CriterionState.Unproven, $"its drill {missing} is not recorded",
                new("Record the drill", new(SubjectKind.Criterion, criterion.Key)));
        }
    }

    private static bool EveryTargetMet(
        Criterion criterion, ImmutableArray<MeasurementStanding> measurements, ImmutableArray<DrillStanding> drills)
    {
        var met = measurements.Where((_, i) => criterion.Measurements[i].Target is not null).Select(m => m.Met)
            .Concat(drills.Where(d => criterion.Drills.Contains(d.Key) && d.RtoTargetShown is not null)
                .Select(d => d.Disputed ? null : d.RtoMet))
            .ToList();
        return met.Count > 0 && met.All(m => m == true);
    }

    private static IEnumerable<Point> FromProof(ImmutableArray<WeighedProof> proofs, SubjectRef here)
    {
        if (proofs.Any(p => p.State == ProofState.Proves))
        {
            yield break;
        }

        var nearest = proofs.OrderByDescending(p => p.State).ThenByDescending(p => p.Line.InDateUntil).FirstOrDefault();
        yield return nearest?.State switch
        {
            ProofState.OutOfDate => new(CriterionState.Unproven,
                $"its proof is out of date since {Format.Day(nearest.Line.InDateUntil!.Value.AddDays(1))}",
                new("Attach newer proof", here)),
            ProofState.OtherRelease => new(CriterionState.Unproven, "its evidence is about another release",
                new("Attach proof of this release", here)),
            ProofState.InTheFuture => new(CriterionState.Unproven, "its evidence is dated in the future",
                new("Correct the date", here)),
            ProofState.Undated => new(CriterionState.Unproven, "it is not known when its evidence was true",
                new("Date the evidence", here)),
            _ => new(CriterionState.Unproven, "nothing that proves it can be opened", new("Attach the proof", here)),
        };
    }

    private static IEnumerable<Point> FromLead(Criterion criterion, bool everyTargetMet, SubjectRef here)
    {
        var because = string.IsNullOrWhiteSpace(criterion.Rationale) ? "" : $": {criterion.Rationale.Trim().TrimEnd('.')}";
        var met = everyTargetMet ? " although every target is met" : "";
        switch (criterion.Result)
        {
            case CriterionResult.Failed:
                yield return new(CriterionState.Failed, $"the lead says failed{met}{because}",
                    new("Fix or ask for a waiver", here));
                break;
            case CriterionResult.NotAssessed:
                yield return new(CriterionState.NotAssessed, "the lead has not assessed it", new("Assess it", here));
                break;
            case CriterionResult.InProgress:
                yield return new(CriterionState.InProgress,
                    $"in progress{(criterion.Progress is { } p ? $", {p} % done as the lead says" : "")}{because}",
                    new("Finish and assess it", here));
                break;
        }
    }

    private static IEnumerable<string> WhyPassed(
        Criterion criterion, ImmutableArray<MeasurementStanding> measurements, ImmutableArray<WeighedProof> proofs,
        ImmutableArray<DrillStanding> drills)
    {
        var met = measurements.Count(m => m.Met == true) + drills.Count(d => criterion.Drills.Contains(d.Key) && d.RtoMet == true);
        yield return met switch
        {
            0 => "The lead says passed",
            1 => "Its target is met",
            2 => "Both targets are met",
            _ => $"All {Counted.Word(met)} targets are met",
        };
        var proving = proofs.Count(p => p.State == ProofState.Proves);
        yield return $"Proven by {Counted.Of(proving, "piece of evidence", "pieces of evidence")}";
    }

    private static IEnumerable<string> GoingOutOfDate(ImmutableArray<WeighedProof> proofs, Launch launch)
    {
        var last = proofs.Where(p => p.State == ProofState.Proves).Max(p => p.Line.InDateUntil);
        if (last < launch.TargetDate)
        {
            yield return $"Its proof goes out of date after {Format.Day(last.Value)}, before the launch";
        }
    }

    private static ImmutableArray<string> Warnings(Criterion criterion, CriterionState state) =>
        state == CriterionState.Passed && criterion.Progress is { } progress and < 100
            ? [$"the lead says passed at {progress} %"]
            : [];

    private static bool Differ(Quantity left, Quantity right) =>
        !left.Unit.IsComparableTo(right.Unit) || left.InBase != right.InBase;
}
