using System.Collections.Immutable;
using ReadinessPortal.Domain.Drills;
using ReadinessPortal.Domain.Evidence;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Verdicts;
using ReadinessPortal.Domain.Waivers;

namespace ReadinessPortal.Domain.Criteria;

/// <summary>A criterion's standing, with how to clear it and the waiver that holds.</summary>
/// <param name="Clears">The one action that would clear the worst point; null when passed.</param>
/// <param name="Point">The worst point as the middle of a sentence.</param>
/// <param name="Points">Everything that speaks against it, worst first, a waived failure included.</param>
public sealed record WeighedCriterion(
    Criterion Criterion, CriterionStanding Standing, string Point, NextAction? Clears, Waiver? Waiver,
    EquatableArray<CriterionPoint> Points);

/// <summary>One thing that speaks against a criterion.</summary>
/// <param name="State">What this point alone would make of it.</param>
/// <param name="Text">As the middle of a sentence.</param>
public sealed record CriterionPoint(CriterionState State, string Text, NextAction Clears)
{
    /// <summary>Where it comes from, whatever it says: a measurement, a drill, the proof, the
    /// assessment.</summary>
    public EquatableArray<string> Sources { get; init; } = [];
}

/// <summary>
/// What a criterion's state is, the worst of what its targets, its drills, its proof and its assessment say. A person's
/// word can make it worse, never better; a valid waiver turns failed into waived.
/// </summary>
public static partial class CriterionRules
{
    /// <summary>Source of what the lead or the manager says.</summary>
    internal const string Assessment = "assessment";

    /// <param name="drills">Standings of the launch's drills.</param>
    public static WeighedCriterion Weigh(
        Criterion criterion, LaunchFacts facts, ImmutableArray<DrillStanding> drills, ImmutableArray<Waiver> waivers,
        DateOnly today)
    {
        var here = new SubjectRef(SubjectKind.Criterion, criterion.Key);
        var read = ReadMeasurement.All(criterion, facts, today);
        criterion = criterion with { Measurements = [.. read.Select(m => m.Counts)] };
        var measurements = read.Select(Measure).ToImmutableArray();
        var proofs = ProofRules.Of(criterion, facts, today);
        ImmutableArray<CriterionPoint> points =
        [
            .. FromMeasurements(read, measurements, here)
                .Concat(FromDrills(criterion, facts, drills))
                .Concat(FromValidations(criterion, ProofTerms.Of(facts.Launch, today), here))
                .Concat(FromProof(proofs, here).Select(p => p with { Sources = ["proof"] }))
                .Concat(FromAssessment(criterion, EveryTargetMet(criterion, measurements, drills), here)
                    .Select(p => p with { Sources = [Assessment] }))
                .OrderBy(p => p.State), // worst first, and stable: targets before anybody's word
        ];
        var state = points.IsEmpty ? CriterionState.Passed : points[0].State;
        var failures = Failures(points);
        var waiver = state == CriterionState.Failed
            ? WaiverRules.ValidFor(criterion.Key, waivers, facts.Launch, today, failures)
            : null;
        var why = points.Select(p => Counted.Capital(p.Text)).Distinct().ToList();
        if (waiver is not null)
        {
            state = CriterionState.Waived;
            why.Insert(0,
                $"Waived until {Format.Day(waiver.ExpiresOn)}, approved by {waiver.AnsweredBy}: {waiver.Reason}");
        }
        else if (state == CriterionState.Failed)
        {
            why.AddRange(waivers.Where(w => w.Criterion == criterion.Key)
                .Select(w => WaiverRules.WhyNotValid(w, facts.Launch, today, failures)).OfType<string>()
                .Select(Counted.Capital));
        }

        if (state == CriterionState.Passed)
        {
            why.AddRange(WhyPassed(criterion, measurements, proofs, drills));
        }
        else
        {
            why.AddRange(Warned(criterion, measurements).Select(Counted.Capital));
        }

        why.AddRange(GoingOutOfDate(proofs, facts.Launch));
        var standing = new CriterionStanding(criterion.Key, state, [.. why],
            Warnings(criterion, state, measurements), measurements, [.. proofs.Select(p => p.Line)],
            criterion.Owner ?? facts.Categories.FirstOrDefault(c => c.Key == criterion.Category)?.Lead);
        var worst = points.FirstOrDefault();
        return waiver is null
            ? new(criterion, standing, worst?.Text ?? "", worst?.Clears, null, points)
            : new(criterion, standing, $"{points[0].Text}, waived until {Format.Day(waiver.ExpiresOn)}",
                new("Clear the failure before the waiver runs out", here), waiver, points);
    }

    /// <summary>Why a criterion failed, each with its value: what a waiver of it is asked for.</summary>
    public static ImmutableArray<string> Failures(ImmutableArray<CriterionPoint> points) =>
        [.. points.Where(p => p.State == CriterionState.Failed).Select(p => p.Text)];

    /// <summary>Met or missed, and headroom.</summary>
    public static MeasurementStanding Measure(Measurement measurement)
    {
        var comparator = measurement.Comparator ?? Comparator.AtMost;
        bool? met = null;
        decimal? headroom = null;
        if (measurement is { Value: { } value, Target: { } target })
        {
            met = Targets.Meets(value, comparator, target, measurement.UpperTarget);
            headroom = Headroom.Of(value, comparator, target);
        }

        return new(measurement.Key, met, headroom, Format.Quantity(measurement.Value, "not measured"),
            Format.Target(comparator, measurement.Target, measurement.UpperTarget, measurement.Implied))
        {
            Warned = WarningBand.Holds(measurement, met) ? WarningBand.Shown(measurement) : null,
        };
    }

    /// <summary>A file that measured nothing, or contradicts itself, meets no target.</summary>
    private static MeasurementStanding Measure(ReadMeasurement read)
    {
        var standing = Measure(read.Counts);
        return read.File is not { Reading: not null } file ? standing : standing with
        {
            Met = standing.Met == true && file.MeetsNothing
                ? null
                : standing.Met,
            Warned = file.MeetsNothing ? null : standing.Warned,
            ReadFrom = file.Key,
            Typed = read.IsContradicted ? Format.Quantity(read.Typed.Value) : null,
        };
    }

    /// <summary>What was measured, where and how: <c>NATS lag, p95</c>.</summary>
    public static string Label(Measurement measurement) => string.Join(", ",
        new[] { measurement.Metric, measurement.Scope, measurement.Statistic }.Where(s => !string.IsNullOrEmpty(s)));

    private static IEnumerable<string> WhyPassed(
        Criterion criterion, ImmutableArray<MeasurementStanding> measurements, ImmutableArray<WeighedProof> proofs,
        ImmutableArray<DrillStanding> drills)
    {
        var met = measurements.Count(m => m.Met == true)
            + drills.Where(d => criterion.Drills.Contains(d.Key))
                .Sum(d => (d.RtoMet == true ? 1 : 0) + (d.RpoMet == true ? 1 : 0));
        yield return met switch
        {
            0 => $"{Counted.Capital(Assessors.Name(criterion.ResultBy))} says passed",
            1 => "Its target is met",
            _ => $"{Counted.All(met)} targets are met",
        };
        foreach (var proof in proofs.Where(p => p.AcceptedBy is not null))
        {
            yield return $"The totals of {proof.Line.Title} disagree, accepted by {proof.AcceptedBy}";
        }

        var proving = proofs.Count(p => p.State == ProofState.Proves);
        yield return $"Proven by {Counted.Of(proving, "piece of evidence", "pieces of evidence")}";
    }

    /// <summary>What meets its target in the warning band, each with its value.</summary>
    private static IEnumerable<string> Warned(Criterion criterion, ImmutableArray<MeasurementStanding> standings) =>
        criterion.Measurements.Zip(standings).Where(m => m.Second.Warned is not null)
            .Select(m => $"{Label(m.First)}: {m.Second.ValueShown} meets its target, {m.Second.TargetShown}, inside "
                + $"the warning band {m.Second.Warned}");

    private static IEnumerable<string> GoingOutOfDate(ImmutableArray<WeighedProof> proofs, Launch launch)
    {
        var last = proofs.Where(p => p.State == ProofState.Proves).Max(p => p.Line.InDateUntil);
        if (last < launch.TargetDate)
        {
            yield return $"Its proof goes out of date after {Format.Day(last.Value)}, before the launch";
        }
    }

    private static ImmutableArray<string> Warnings(
        Criterion criterion, CriterionState state, ImmutableArray<MeasurementStanding> measurements) =>
        state != CriterionState.Passed ? []
            : [.. new[] { Warning(criterion) }.OfType<string>(), .. Warned(criterion, measurements)];

    /// <summary>What keeps a gate from green although somebody says passed.</summary>
    internal static string? Warning(Criterion criterion) =>
        criterion.Progress is not { } progress || progress >= 100 ? null
        : criterion.ResultBy == criterion.ProgressBy
            ? $"{Assessors.Name(criterion.ResultBy)} says passed at {progress} %"
        : Assessors.Sentence(criterion);
}
