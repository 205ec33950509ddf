using System.Collections.Immutable;
using ReadinessPortal.Application.Deliveries;
using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Evidence;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Verdicts;
using ReadinessPortal.Web.Api;
using ReadinessPortal.Web.Shell;

namespace ReadinessPortal.Web.Deliveries;

/// <summary>What a pipeline is told of its delivery.</summary>
/// <param name="DryRun">Nothing was kept: this is what would happen.</param>
/// <param name="ChangeNumber">Of the launch as it is told here.</param>
public sealed record DeliveryAnswer(
    bool DryRun, long ChangeNumber, ImmutableArray<FileAnswer> Files, ImmutableArray<MovedCriterion> Criteria,
    LevelAnswer ReadinessBefore, LevelAnswer ReadinessAfter)
{
    internal static DeliveryAnswer Of(Delivered delivered, LaunchBoard board, bool isDryRun) => new(
        isDryRun, board.ChangeNumber, [.. delivered.Files.Select(f => FileAnswer.Of(f, delivered, isDryRun))],
        [
            .. delivered.Files.SelectMany(f => f.Supports).Where(s => s.Kind == SubjectKind.Criterion).Distinct()
                .Select(s => board.Facts.Criteria.FirstOrDefault(c => c.Key == s.Key)).OfType<Criterion>()
                .Select(c => MovedCriterion.Of(c, delivered.Before!, delivered.After!)),
        ],
        Level(delivered.Before!), Level(delivered.After!));

    private static LevelAnswer Level(Readiness of) => Answers.Level(of.Level, of.Tally.InShort);
}

/// <param name="Evidence">Key of what it is kept as; null where it was refused.</param>
/// <param name="Format">Null where nothing reads it.</param>
/// <param name="Supports">Keys of the criteria it was delivered to.</param>
/// <param name="LeftOut">Criteria that it speaks of and did not go to, and why.</param>
/// <param name="CapturedOn">The day that counts for it, in the launch's time zone; null where nobody knows it, and
/// where it was refused.</param>
/// <param name="Worth">What it is worth today for the criteria it went to, where they differ for the one for which it
/// is worth least: <c>valid until 13 Feb 2026</c>, <c>superseded by …</c>; null where it was refused.</param>
/// <param name="Error">Why it was not kept.</param>
public sealed record FileAnswer(
    string File, string? Evidence, bool WasThere, string? Format, string? Producer, DateTimeOffset? CapturedAt,
    DateOnly? CapturedOn,
    ImmutableArray<ReadingAnswer> Readings, ImmutableArray<WarningAnswer> Warnings, ImmutableArray<string> Supports,
    ImmutableArray<LeftOutAnswer> LeftOut, string? Worth, string? Error, string? Href)
{
    internal static FileAnswer Of(DeliveredFile file, Delivered delivered, bool isDryRun)
    {
        var facts = delivered.Board!.Facts;
        var item = facts.Evidence.FirstOrDefault(e => e.Key == file.Evidence);
        var worth = item is null ? null : Weighed(item, facts, delivered.After!.Today).Worth;
        var reading = file.File.Reading;
        return new(file.File.Name, file.Evidence, file.WasThere, reading.Format, reading.Producer, reading.CapturedAt,
            item?.CapturedOn,
            [.. reading.Figures.Select(f => new ReadingAnswer(f.Metric, $"{f.Value}", Shown(f.Value)))],
            [.. reading.Warnings.Select(w => new WarningAnswer(w.Code, w.Message))],
            [.. file.Supports.Select(s => s.Key)],
            [.. file.LeftOut.Select(l => new LeftOutAnswer(l.Criterion, l.Why.Text))], worth, file.Refusal?.Text,
            file.Evidence is { } key && (!isDryRun || file.WasThere) ? Links.Evidence(facts.Launch.Key, key) : null);
    }

    private static WeighedProof Weighed(EvidenceItem item, LaunchFacts facts, DateOnly today) =>
        facts.Criteria.Where(c => item.Supports.Contains(new(SubjectKind.Criterion, c.Key)))
            .SelectMany(c => ProofRules.Of(c, facts, today))
            .Where(p => p.Line.Subject == new SubjectRef(SubjectKind.Evidence, item.Key)).MinBy(p => p.State)
        ?? ProofRules.Weigh(ProofRules.Backed(item, facts.Evidence), ProofTerms.Of(facts.Launch, today));

    private static string Shown(Quantity value) => Domain.Figures.Format.Quantity(value);
}

/// <param name="Value">Canonical: <c>287 ms</c>.</param>
/// <param name="Shown">As screens and reports print it.</param>
public sealed record ReadingAnswer(string Metric, string Value, string Shown);

/// <param name="Message">What is doubtful, where, and what to do.</param>
public sealed record WarningAnswer(string Code, string Message);

/// <param name="Why">It did not go there.</param>
public sealed record LeftOutAnswer(string Criterion, string Why);

/// <summary>A criterion before and after a delivery.</summary>
/// <param name="Why">It is so now.</param>
public sealed record MovedCriterion(
    string Key, string Title, StateAnswer Before, StateAnswer After, ImmutableArray<string> Why,
    ImmutableArray<TargetAnswer> Targets)
{
    internal static MovedCriterion Of(Criterion criterion, Readiness before, Readiness after)
    {
        var standing = after.Criterion(criterion.Key);
        return new(criterion.Key, criterion.Title, StateAnswer.Of(before.Criterion(criterion.Key).State),
            StateAnswer.Of(standing.State), standing.Why,
            [
                .. criterion.Measurements.Select(m => (Measurement: m, Standing: standing.Measurements
                        .First(s => s.Key == m.Key)))
                    .Where(m => m.Standing.TargetShown is not null)
                    .Select(m => TargetAnswer.Of(m.Measurement, m.Standing)),
            ]);
    }
}

/// <param name="Shown">As screens print it.</param>
public sealed record StateAnswer(CriterionState State, string Shown)
{
    internal static StateAnswer Of(CriterionState state) => new(state, Format.Word(state));
}

/// <summary>What became of a target.</summary>
public enum TargetOutcome
{
    /// <summary>A value is there and is good enough.</summary>
    Met,

    /// <summary>A value is there and is not.</summary>
    Missed,

    /// <summary>No value is there that can be held against it, which meets nothing.</summary>
    Missing,
}

/// <param name="Key">Of the measurement.</param>
/// <param name="Reading">The metric that files say it by; null for what is typed.</param>
/// <param name="ReadFrom">Key of the evidence that the value was read from; null for a typed one.</param>
public sealed record TargetAnswer(
    string Key, string Metric, string? Reading, string Target, string Value, TargetOutcome Outcome, string? ReadFrom)
{
    internal static TargetAnswer Of(Measurement measurement, MeasurementStanding standing) => new(
        measurement.Key, measurement.Metric, measurement.Reading, standing.TargetShown!, standing.ValueShown,
        standing.Met switch
        {
            true => TargetOutcome.Met,
            false => TargetOutcome.Missed,
            null => TargetOutcome.Missing,
        },
        standing.ReadFrom);
}
