using System.Collections.Immutable;
using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Drills;
using ReadinessPortal.Domain.Evidence;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Domain.Verdicts;

// Criteria and drills, with every point against them: one that a worse one covers today stands alone tomorrow.
public static partial class Loosening
{
    private static IEnumerable<ReadsBetter> OfCriteria(Reading was, Reading becomes)
    {
        foreach (var (key, criterion) in was.Criteria)
        {
            var title = criterion.Criterion.Title;
            var lines = becomes.Criteria.TryGetValue(key, out var next)
                ? OfCriterion(criterion, next)
                    .Concat(OfMeasurements(criterion, next))
                    .Concat(OfValidations(criterion.Criterion, next.Criterion))
                    .Concat(OfProof(criterion, next, was.Facts, becomes.Facts))
                : [$"{title}, {Format.Word(criterion.Standing.State)}, is removed"];
            foreach (var line in lines)
            {
                yield return ReadsBetter.Of(SubjectKind.Criterion, key, line);
            }
        }
    }

    private static IEnumerable<string> OfCriterion(WeighedCriterion was, WeighedCriterion becomes)
    {
        var title = was.Criterion.Title;
        if (becomes.Standing.State > was.Standing.State)
        {
            yield return $"{title}: {Moves(was.Standing.State, becomes.Standing.State)}";
        }

        foreach (var point in was.Points)
        {
            if (StateFrom(point.Sources, becomes) is var state && (state ?? CriterionState.Passed) > point.State)
            {
                yield return $"{title}, {(state is { } milder ? $"now {Format.Word(milder)}" : "no longer")}: "
                    + point.Text;
            }
        }

        if (CriterionRules.Warning(was.Criterion) is { } warning && CriterionRules.Warning(becomes.Criterion) is null
            && (was.Criterion.Result, becomes.Criterion.Result) is (CriterionResult.Passed, CriterionResult.Passed))
        {
            yield return $"{title}, no longer: {warning}";
        }
    }

    // The worst of what the same sources say now: values that were disputed and now miss their target are no better.
    private static CriterionState? StateFrom(ImmutableArray<string> sources, WeighedCriterion criterion) =>
        criterion.Points.Where(p => p.Sources.Intersect(sources, StringComparer.Ordinal).Any())
            .Min(p => (CriterionState?)p.State);

    private static IEnumerable<string> OfMeasurements(WeighedCriterion was, WeighedCriterion becomes)
    {
        foreach (var (measurement, standing) in was.Criterion.Measurements.Zip(was.Standing.Measurements))
        {
            var at = becomes.Criterion.Measurements.ToList().FindIndex(m => m.Key == measurement.Key);
            var label = $"{was.Criterion.Title}, {CriterionRules.Label(measurement)}";
            if (at < 0)
            {
                if (measurement.Target is not null)
                {
                    yield return $"{label}: {standing.ValueShown}, target {standing.TargetShown}, is removed";
                }

                continue;
            }

            var (other, next) = (becomes.Criterion.Measurements[at], becomes.Standing.Measurements[at]);
            if (TargetOf(measurement) is { } target && Targets.IsEased(target, TargetOf(other)))
            {
                yield return $"{label}: target {standing.TargetShown} \u2192 {next.TargetShown ?? "none"}";
            }

            if (WarningBand.Asks(measurement) is { } band && Targets.IsEased(band, WarningBand.Asks(other)))
            {
                yield return $"{label}: warning band {WarningBand.Shown(measurement)} \u2192 "
                    + (WarningBand.Shown(other) ?? "none");
            }

            if (IsMore(standing.Headroom, next.Headroom, Room(measurement), Room(other)))
            {
                yield return $"{label}: {standing.ValueShown} against {standing.TargetShown} \u2192 {next.ValueShown} "
                    + $"against {next.TargetShown}";
            }
        }
    }

    // Which of two comparisons asks for more, nobody can tell: whoever sets another one says so to a second person.
    private static IEnumerable<string> OfValidations(Criterion was, Criterion becomes)
    {
        foreach (var validation in was.Validations.Where(v => v.Expects is not null))
        {
            var next = becomes.Validations.FirstOrDefault(v => v.Key == validation.Key);
            if (next?.Expects != validation.Expects)
            {
                yield return $"{was.Title}, {ProofRules.TitleOf(validation)}: compared with "
                    + $"{PrintedOutput.Quoted(validation.Expects!)}, "
                    + (next is null ? "is removed"
                        : next.Expects is { } other ? $"now with {PrintedOutput.Quoted(other)}" : "now with nothing");
            }
        }
    }

    // Shares of a limit are compared where there are any, distances from it otherwise.
    private static bool IsMore(decimal? headroom, decimal? nextHeadroom, decimal? room, decimal? nextRoom) =>
        headroom is not null && nextHeadroom is not null ? nextHeadroom > headroom : nextRoom > room;

    private static decimal? Room(Measurement measurement) =>
        measurement.Value is { } value && TargetOf(measurement) is { } target
            ? Targets.Distance(value, target.Comparator, target.Limit, target.Upper)
            : null;

    private static ValueTarget? TargetOf(Measurement measurement) => measurement.Target is { } limit
        ? new(measurement.Comparator ?? Comparator.AtMost, limit, measurement.UpperTarget)
        : null;

    private static IEnumerable<string> OfProof(
        WeighedCriterion was, WeighedCriterion becomes, LaunchFacts facts, LaunchFacts next)
    {
        if (ProvenUntil(becomes) > ProvenUntil(was))
        {
            yield return $"{was.Criterion.Title}: proven until {Format.Day(ProvenUntil(was)!.Value)} \u2192 "
                + Format.Day(ProvenUntil(becomes)!.Value);
        }

        // Whatever was recorded of a failure stays behind it.
        if (was.Points.Any(p => p.State is CriterionState.Failed or CriterionState.Disputed))
        {
            var stays = RecordOf(becomes, next).Select(r => r.Record).ToHashSet(StringComparer.Ordinal);
            foreach (var (_, title) in RecordOf(was, facts).Where(r => !stays.Contains(r.Record)))
            {
                yield return $"{was.Criterion.Title}, {Format.Word(was.Standing.State)}, is no longer shown by {title}";
            }
        }
    }

    private static DateOnly? ProvenUntil(WeighedCriterion criterion) =>
        criterion.Standing.Proofs.Where(p => p.Proves).Max(p => p.InDateUntil);

    // Files in hand behind a criterion, and what its validations printed.
    private static IEnumerable<(string Record, string Title)> RecordOf(WeighedCriterion criterion, LaunchFacts facts) =>
        ProofRules.FilesOf(criterion.Criterion, facts).Where(e => e.IsInHand)
            .Select(e => ($"{e.Key} {e.Sha256}", e.Title))
            .Concat(criterion.Criterion.Validations.Where(v => v.HasOutput)
                .Select(v => ($"{v.Key} {v.Output}", v.Title ?? v.Command)));

    private static IEnumerable<ReadsBetter> OfDrills(Reading was, Reading becomes)
    {
        foreach (var (drill, standing) in was.Facts.Drills.Zip(was.Readiness.Drills))
        {
            var here = new SubjectRef(SubjectKind.Drill, drill.Key);
            var other = becomes.Facts.Drills.FirstOrDefault(d => d.Key == drill.Key);
            var next = becomes.Readiness.Drills.FirstOrDefault(d => d.Key == drill.Key);
            if (other is null || next is null)
            {
                if (drill.RtoTarget is not null || drill.RpoTarget is not null || standing.Disputed)
                {
                    yield return new(here, $"{drill.Title}, {Word(standing)}, is removed");
                }

                continue;
            }

            if (Against(next) > Against(standing))
            {
                yield return new(here, $"{drill.Title}: {Word(standing)} \u2192 {Word(next)}");
            }

            if (next.RtoHeadroom > standing.RtoHeadroom || IsEased(drill.RtoTarget, other.RtoTarget))
            {
                yield return new(here, $"{drill.Title}, recovery time: {standing.RtoShown} against "
                    + $"{standing.RtoTargetShown} \u2192 {next.RtoShown} against {next.RtoTargetShown ?? "no target"}");
            }

            if (next.RpoHeadroom > standing.RpoHeadroom || IsEased(drill.RpoTarget, other.RpoTarget)
                || (standing.RpoMet == false && next.RpoMet != false))
            {
                yield return new(here, $"{drill.Title}, data loss: {Format.Quantity(drill.Rpo)} against "
                    + $"{Limit(drill.RpoTarget)} \u2192 {Format.Quantity(other.Rpo)} against {Limit(other.RpoTarget)}");
            }
        }

        static bool IsEased(Quantity? limit, Quantity? next) => limit is { } before && Targets.IsEased(
            new(Comparator.LessThan, before), next is { } after ? new(Comparator.LessThan, after) : null);

        static string Limit(Quantity? target) => Format.Target(Comparator.LessThan, target) ?? "no target";
    }

    private static CriterionState Against(DrillStanding drill) =>
        drill.Disputed ? CriterionState.Disputed
        : drill.RtoMet == false ? CriterionState.Failed
        : drill is { RtoTargetShown: not null, Rto: null } ? CriterionState.Unproven
        : CriterionState.Passed;

    private static string Word(DrillStanding drill) => Against(drill) switch
    {
        CriterionState.Disputed => $"{drill.RtoShown}, disputed",
        CriterionState.Failed => $"{drill.RtoShown}, missed",
        CriterionState.Unproven => drill.RtoShown,
        _ => $"{drill.RtoShown}, {(drill.RtoMet == true ? "met" : "not disputed")}",
    };
}
