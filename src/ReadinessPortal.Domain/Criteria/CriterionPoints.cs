using System.Collections.Immutable;
using ReadinessPortal.Domain.Drills;
using ReadinessPortal.Domain.Evidence;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Domain.Criteria;

// What speaks against a criterion: its measurements, its drills, its proof and its assessment, each with what would
// clear it.
public static partial class CriterionRules
{
    private static IEnumerable<CriterionPoint> FromMeasurements(
        ImmutableArray<ReadMeasurement> read, ImmutableArray<MeasurementStanding> standings, SubjectRef here)
    {
        var disputed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var same in read.Select(m => m.Counts).Where(m => m.Value is not null)
            .GroupBy(m => (m.Metric, m.Scope, m.Statistic, m.Window)))
        {
            if (same.Any(m => Differ(m.Value!.Value, same.First().Value!.Value)))
            {
                disputed.UnionWith(same.Select(m => m.Key));
                var values = same.Select(m => Format.Quantity(m.Value!.Value)).Distinct().ToList();
                yield return new(CriterionState.Disputed,
                    $"{Label(same.First())} is given as {Counted.List(values)}",
                    new("Say which value counts", here))
                { Sources = [.. same.Select(Source)] };
            }
        }

        for (var i = 0; i < standings.Length; i++)
        {
            var (measurement, standing) = (read[i].Counts, standings[i]);
            foreach (var point in FromFile(read[i], standing, here))
            {
                yield return point with { Sources = [Source(measurement)] };
            }

            if (measurement.Target is null || disputed.Contains(measurement.Key))
            {
                continue;
            }

            if (measurement.Value is null)
            {
                yield return new(CriterionState.Unproven,
                    read[i].Missing is { } silent
                        ? $"{Label(measurement)} is not in {silent.Title}, which does not say {measurement.Reading}"
                        : $"{Label(measurement)} is not measured, target {standing.TargetShown}",
                    new(measurement.Reading is null ? "Record the measurement" : "Attach a file that says it", here))
                { Sources = [Source(measurement)] };
            }
            else if (standing.Met is null && read[i].File is null)
            {
                yield return new(CriterionState.Unproven,
                    $"{Label(measurement)}: {standing.ValueShown} cannot be held against {standing.TargetShown}",
                    new("Correct the unit", here))
                { Sources = [Source(measurement)] };
            }
            else if (standing.Met == false)
            {
                yield return new(CriterionState.Failed,
                    $"{Label(measurement)}: {standing.ValueShown}, target {standing.TargetShown}",
                    new("Fix or ask for a waiver", here))
                { Sources = [Source(measurement)] };
            }
        }
    }

    // What a file says of itself, and against what was typed.
    private static IEnumerable<CriterionPoint> FromFile(
        ReadMeasurement read, MeasurementStanding standing, SubjectRef here)
    {
        if (read.File is not { Reading: { } reading } file)
        {
            yield break;
        }

        if (read.IsContradicted)
        {
            yield return new(CriterionState.Disputed,
                $"{Label(read.Counts)} is typed as {standing.Typed}, and {file.Title} says {standing.ValueShown}",
                new("Correct the typed value, or replace the file", here));
        }

        if (reading.WhyWorthless is { } worthless)
        {
            yield return new(CriterionState.Unproven, $"{file.Title}: {worthless}", new("Replace the file", here));
        }
        else if (file.Doubt is { } doubt)
        {
            yield return new(CriterionState.Disputed, $"{file.Title} is in doubt: {doubt}",
                new(reading.WrongSignature is null ? "Replace the file, or accept its totals" : "Replace the file",
                    new(SubjectKind.Evidence, file.Key)));
        }
        else if (standing is { Met: null, TargetShown: { } target })
        {
            yield return new(CriterionState.Unproven,
                $"{Label(read.Counts)}: {standing.ValueShown} cannot be held against {target}",
                new("Correct the unit of the target", here));
        }
    }

    private static IEnumerable<CriterionPoint> FromDrills(
        Criterion criterion, LaunchFacts facts, ImmutableArray<DrillStanding> standings)
    {
        foreach (var drill in facts.Drills.Where(d => criterion.Drills.Contains(d.Key)))
        {
            var standing = standings.First(s => s.Key == drill.Key);
            var at = new SubjectRef(SubjectKind.Drill, drill.Key);
            ImmutableArray<string> time = [RecoveryTime(at)];
            ImmutableArray<string> loss = [$"{at}, data loss"];
            if (standing.Disputed)
            {
                var logs = standing.Logs.Where(l => l.Duration is not null).OrderBy(l => l.Duration!.Value.InBase)
                    .Select(l => l.DurationShown).ToList();
                var against = drill.RtoTarget is { } limit ? $", against less than {Format.Quantity(limit)}" : "";
                yield return new(CriterionState.Disputed,
                    $"{drill.Title} has {Counted.Of(logs.Count, "log")}, {Counted.List(logs)}{against}",
                    new("Resolve conflicting logs", at))
                { Sources = time };
            }
            else if (standing.RtoMet == false)
            {
                yield return new(CriterionState.Failed,
                    $"{drill.Title} took {standing.RtoShown} to recover, target {standing.RtoTargetShown}",
                    new("Repeat the drill or ask for a waiver", at))
                { Sources = time };
            }
            else if (drill.RtoTarget is not null && standing.Rto is null)
            {
                yield return new(CriterionState.Unproven, $"{drill.Title} has no recovery time",
                    new("Mark start and end in its log", at))
                { Sources = time };
            }

            if (standing.RpoMet == false)
            {
                yield return new(CriterionState.Failed,
                    $"{drill.Title} lost {Format.Quantity(drill.Rpo!.Value)} of data, "
                    + $"target {Format.Target(Comparator.LessThan, drill.RpoTarget)}",
                    new("Repeat the drill or ask for a waiver", at))
                { Sources = loss };
            }
            else if (drill.RpoTarget is not null && standing.RpoMet is null)
            {
                yield return new(CriterionState.Unproven, $"{drill.Title} has no measured data loss",
                    new("Record the data loss", at))
                { Sources = loss };
            }
        }

        foreach (var missing in criterion.Drills.Where(k => facts.Drills.All(d => d.Key != k)))
        {
            yield return new(CriterionState.Unproven, $"its drill {missing} is not recorded",
                new("Record the drill", new(SubjectKind.Criterion, criterion.Key)))
            { Sources = [RecoveryTime(new(SubjectKind.Drill, missing))] };
        }
    }

    // Whatever else proves it: what was compared and differs is looked at by somebody.
    private static IEnumerable<CriterionPoint> FromValidations(
        Criterion criterion, ProofTerms terms, SubjectRef here) =>
        from validation in criterion.Validations
        let proof = ProofRules.Weigh(validation, criterion, terms)
        where proof.State == ProofState.Changed
        select new CriterionPoint(CriterionState.Unproven, $"{proof.Line.Title} {proof.Line.Why}",
            new("Fix it, or correct what it is compared with", here))
        { Sources = [$"validation:{validation.Key}"] };

    private static bool EveryTargetMet(
        Criterion criterion, ImmutableArray<MeasurementStanding> measurements, ImmutableArray<DrillStanding> drills)
    {
        var met = measurements.Where((_, i) => criterion.Measurements[i].Target is not null).Select(m => m.Met)
            .Concat(drills.Where(d => criterion.Drills.Contains(d.Key) && d.RtoTargetShown is not null)
                .Select(d => d.Disputed ? null : d.RtoMet))
            .Concat(drills.Where(d => criterion.Drills.Contains(d.Key)).Select(d => d.RpoMet).Where(m => m is not null))
            .ToList();
        return met.Count > 0 && met.All(m => m == true);
    }

    private static IEnumerable<CriterionPoint> FromProof(ImmutableArray<WeighedProof> proofs, SubjectRef here)
    {
        if (proofs.Any(p => p.State == ProofState.Proves))
        {
            yield break;
        }

        var nearest = proofs.OrderByDescending(p => p.State).ThenByDescending(p => p.Line.InDateUntil).FirstOrDefault();
        yield return nearest?.State switch
        {
            ProofState.OutOfDate => new(CriterionState.Unproven, $"its proof is {nearest.Worth}",
                new("Attach newer proof", here)),
            ProofState.OtherRelease => new(CriterionState.Unproven, "its evidence is about another release",
                new("Attach proof of this release", here)),
            ProofState.InTheFuture => new(CriterionState.Unproven, "its evidence is dated in the future",
                new("Correct the date", here)),
            ProofState.Superseded => new(CriterionState.Unproven, "its newest evidence proves nothing",
                new("Attach the proof", here)),
            ProofState.SaysOtherwise => new(CriterionState.Unproven, $"its evidence says otherwise: {nearest.Line.Why}",
                new("Fix it and attach the new result", here)),
            ProofState.Changed => new(CriterionState.Unproven, $"{nearest.Line.Title} {nearest.Line.Why}",
                new("Fix it, or correct what it is compared with", here)),
            ProofState.Nothing => new(CriterionState.Unproven, $"its evidence proves nothing: {nearest.Line.Why}",
                new("Attach the proof", here)),
            ProofState.Broken => new(CriterionState.Unproven, $"its evidence is broken: {nearest.Line.Why}",
                new("Attach the file again", here)),
            ProofState.Empty => new(CriterionState.Unproven, "its evidence is an empty file",
                new("Attach the proof", here)),
            ProofState.Undated => new(CriterionState.Unproven, "it is not known when its evidence was true",
                new("Date the evidence", here)),
            _ => new(CriterionState.Unproven, "no evidence that can be opened", new("Attach the proof", here)),
        };
    }

    private static IEnumerable<CriterionPoint> FromAssessment(
        Criterion criterion, bool everyTargetMet, SubjectRef here)
    {
        var met = everyTargetMet ? " although every target is met" : "";
        switch (criterion.Result)
        {
            case CriterionResult.Failed:
                yield return new(CriterionState.Failed,
                    $"{Assessors.Name(criterion.ResultBy)} says failed{met}"
                        + Assessors.Because(criterion, criterion.ResultBy),
                    new("Fix or ask for a waiver", here));
                break;
            case CriterionResult.NotAssessed when !everyTargetMet: // targets decide, where there are any
                yield return new(CriterionState.NotAssessed, "the lead has not assessed it", new("Assess it", here));
                break;
            case CriterionResult.InProgress:
                var done = criterion.Progress is { } progress
                    ? $", {progress} % done as {Assessors.Name(criterion.ProgressBy)} says"
                    : "";
                yield return new(CriterionState.InProgress,
                    $"in progress{done}"
                        + Assessors.Because(criterion, done.Length > 0 ? criterion.ProgressBy : criterion.RationaleBy),
                    new("Finish and assess it", here));
                break;
        }
    }

    private static string RecoveryTime(SubjectRef drill) => $"{drill}, recovery time";

    private static string Source(Measurement measurement) => $"measurement:{measurement.Key}";

    private static bool Differ(Quantity left, Quantity right) =>
        !left.Unit.IsComparableTo(right.Unit) || left.InBase != right.InBase;
}
