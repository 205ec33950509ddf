using System.Collections.Immutable;
using System.Globalization;
using ReadinessPortal.Domain.Claims;
using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Evidence;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Gates;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.SignOffs;
using ReadinessPortal.Domain.Verdicts;
using ReadinessPortal.Domain.Waivers;
using ReadinessPortal.Web.Shell;

namespace ReadinessPortal.Web.Api;

/// <summary>
/// A launch as programs get it, over HTTP and from the command line alike: canonical values, and beside each the text
/// that screens and reports show.
/// </summary>
public static class Answers
{
    public static LaunchAnswer Summary(LaunchPicture of)
    {
        var (launch, readiness) = (of.Facts.Launch, of.Readiness);
        return new(
            launch.Key, launch.Title, of.Stage, launch.TargetDate, readiness.DaysToTarget, launch.Classification,
            launch.TimeZone, launch.AsOf, launch.IsDemo, launch.Release?.Name, of.ChangeNumber,
            Level(readiness.Level, readiness.Tally.InShort), Level(of.Verdict.Level, of.Verdict.Criteria.InShort),
            of.Verdict.Summary, Score(readiness), Count(readiness.Criteria),
            Count(readiness.CriticalGates),
            readiness.Findings.Count(f => f.Status == FindingStatus.Open), Revision(of), SignOffs(of), Conditions(of),
            Decision(of),
            of.SinceDecision is { } since
                ? new(since.Record.Revision, !since.IsOpen, [.. since.Worse.Select(r => r.Text)])
                : null);
    }

    public static VerdictAnswer Verdict(LaunchPicture of)
    {
        var live = of.LiveVerdict is { } verdict ? Verdict(of, verdict, "live data", null, null) : null;
        return Verdict(
            of, of.Verdict, of.Revision is { } r ? $"revision {r.Number}" : "live data", Decision(of), live);
    }

    public static ImmutableArray<CriterionAnswer> Criteria(LaunchPicture of) =>
    [
        .. of.Facts.Criteria.Select(criterion =>
        {
            var standing = of.Readiness.Criterion(criterion.Key);
            return new CriterionAnswer(
                criterion.Key, criterion.Title, criterion.Category, standing.State, Format.Word(standing.State),
                criterion.Result, criterion.Progress, Assessors.Sentence(criterion), standing.Lead, standing.Why,
                standing.Warnings,
                [
                    .. ReadMeasurement.Of(criterion, of.Facts, of.Readiness.Today).Measurements
                        .Select(m => Measurement(m, standing)),
                ],
                [.. standing.Proofs.Select(
                    p => new ProofAnswer($"{p.Subject}", p.Title, p.Proves, p.Why, p.InDateUntil))],
                [.. of.Waivers.Where(w => w.Criterion == criterion.Key).Select(w => Waiver(w, of))],
                [.. criterion.Validations.Select(Validation)]);
        }),
    ];

    public static ImmutableArray<GateAnswer> Gates(LaunchPicture of) =>
    [
        .. of.Facts.Gates.Select(gate =>
        {
            var standing = of.Readiness.Gate(gate.Key);
            return new GateAnswer(
                gate.Key, gate.Title, gate.Kind, standing.Colour, standing.Derived, standing.Word, standing.Why,
                gate.Criteria, standing.Sentence, gate.Timeline, gate.Confidence);
        }),
    ];

    public static ImmutableArray<FigureAnswer> Figures(LaunchPicture of) =>
        [.. of.Readiness.Figures.Select(f => new FigureAnswer(f.Name, f.Title, f.Value, f.Shown, f.Problem))];

    public static ImmutableArray<FindingAnswer> Findings(LaunchPicture of) =>
    [
        .. of.Readiness.Findings.Select(f => new FindingAnswer(
            f.Key, f.Rule, f.Severity, f.Status, f.Figure, f.Stated, f.StatedAt, f.Derived, $"{f.DerivedAt}", f.Text,
            f.Acceptance?.Reason, f.Acceptance?.AcceptedBy, f.Acceptance?.At)),
    ];

    internal static LevelAnswer Level(ReadinessLevel level, string proven) => new(level, Format.Word(level), proven);

    private static ScoreAnswer Score(Readiness readiness)
    {
        var score = readiness.Score;
        return new(
            score.Value, score.Value is { } value ? $"{value}/100" : score.WhyNone!, score.Band,
            [.. score.Categories.Select(c => new CategoryScoreAnswer(c.Category, c.Title, c.Value))]);
    }

    private static CriteriaCount Count(ImmutableArray<CriterionStanding> criteria)
    {
        int Of(CriterionState state) => criteria.Count(c => c.State == state);
        return new(
            criteria.Length, criteria.Count(c => c.IsProven), Of(CriterionState.Failed), Of(CriterionState.NotAssessed),
            Of(CriterionState.InProgress), Of(CriterionState.Disputed), Of(CriterionState.Unproven),
            Of(CriterionState.Waived));
    }

    private static GateCount Count(IEnumerable<GateStanding> gates)
    {
        var all = gates.ToList();
        int Of(GateColour colour) => all.Count(g => g.Colour == colour);
        return new(all.Count, Of(GateColour.Green), Of(GateColour.Yellow), Of(GateColour.Red));
    }

    private static MeasurementAnswer Measurement(Measurement measurement, CriterionStanding criterion)
    {
        var standing = criterion.Measurements.First(m => m.Key == measurement.Key);
        return new(
            measurement.Key, measurement.Metric, measurement.Statistic, measurement.Window, measurement.Scope,
            measurement.Value?.ToString(), standing.ValueShown, measurement.Target?.ToString(), standing.TargetShown,
            standing.Met, standing.Headroom?.ToString("0.######", CultureInfo.InvariantCulture),
            standing.Headroom is { } headroom ? Format.Percent(headroom) : null, measurement.Reading,
            standing.ReadFrom, standing.Typed, measurement.WarnsFrom?.ToString(), standing.Warned);
    }

    private static ValidationAnswer Validation(Validation validation)
    {
        var (standing, run) = (ValidationStanding.Of(validation), ValidationStanding.RunOf(validation));
        return new(validation.Key, ProofRules.TitleOf(validation), validation.Command, standing.Outcome, standing.Word,
            standing.Expected, standing.Differs, standing.Times, standing.Since, validation.RecordedOn, run?.At,
            validation.ExitCode, validation.Release, run?.Source);
    }

    private static CriterionWaiver Waiver(Waiver waiver, LaunchPicture of)
    {
        var whyNot = WaiverRules.WhyNotValid(waiver, of.Facts, of.Readiness);
        return new(
            waiver.Reason, waiver.CompensatingControl, waiver.ExpiresOn, waiver.RequestedBy, waiver.RequestedAt,
            waiver.Answer, waiver.AnsweredBy, waiver.AnsweredAt, waiver.AnswerReason, waiver.WithdrawnBy,
            waiver.WithdrawnAt, waiver.WithdrawnReason, whyNot is null, whyNot);
    }

    private static VerdictAnswer Verdict(
        LaunchPicture picture, Verdict verdict, string of, DecisionAnswer? decision, VerdictAnswer? live) => new(
        verdict.Level, Format.Word(verdict.Level), verdict.Criteria.InShort, of, verdict.Summary,
        [
            .. verdict.Reasons.Select(r => new ReasonAnswer(
                r.Level, $"{r.Subject}", r.Text, r.Context, r.Owner, r.Action.Text,
                Links.To(picture.Facts.Launch.Key, r.Action.At))),
        ],
        decision, live);

    private static RevisionAnswer? Revision(LaunchPicture of) => of.Revision is { } head
        ? new(head.Number, head.Sha256, head.FrozenAt, head.FrozenBy, of.ChangesSince)
        : null;

    private static ImmutableArray<SignOffAnswer> SignOffs(LaunchPicture of) =>
    [
        .. of.Facts.Roles.Select(role =>
        {
            var holding = of.Holdings.FirstOrDefault(h => h.Role == role.Key);
            var given = of.Record?.Standing(role.Key);
            return new SignOffAnswer(
                role.Key, role.Title, holding?.NotRequiredReason is null, role.Accountable, holding?.Holder,
                given?.Decision, given?.Name, given?.DeputyFor, given?.Comment, given?.At);
        }),
    ];

    private static ImmutableArray<ConditionAnswer> Conditions(LaunchPicture of) => of.Record is not { } record ? [] :
    [
        .. record.Promised.Select(c => Answer(c, record, of.Day)),
        .. of.Decided is { } yes && yes.Revision < record.Revision ? yes.Unmet.Select(c => Answer(c, yes, of.Day)) : [],
    ];

    private static ConditionAnswer Answer(Condition condition, DecisionRecord record, DateOnly day) => new(
        condition.Text, condition.Owner, condition.Due, condition.Criterion, condition.StateOn(day),
        record.SignOffs.First(s => s.Id == condition.SignOffId).Role, condition.MetBy, condition.MetAt,
        condition.MetNote, condition.MetEvidence, condition.Revision);

    private static DecisionAnswer? Decision(LaunchPicture of) => of.Decided is { Decision: { } decision } record
        ? new(decision.Proceed, DecisionLine.Of(record, of.Facts.Launch.Day(decision.At)).Sentence, record.Revision,
            record.Decider!.PrintedName, decision.At, decision.OverrideReason, decision.Overridden, record.IsRevoked)
        : null;
}
