using System.Collections.Immutable;
using ReadinessPortal.Domain.Claims;
using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Evidence;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Gates;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Registers;
using ReadinessPortal.Domain.SignOffs;

namespace ReadinessPortal.Domain.Verdicts;

/// <summary>
/// What reads better after a change than before it, at one instant: measured on what is derived from both boards and
/// never listed by field. Whatever way somebody finds to make a frozen launch look better shows here.
/// </summary>
/// <remarks>
/// Three questions are asked: what would the launch read now (readiness, gates, criteria with each point against
/// them, drills, findings, scores, registers, budget); what would it read once all proof has run out, which tells a
/// clock that was stopped; and what would it say if something failed, which tells a requirement that was dropped while
/// it was met.
/// </remarks>
public static partial class Loosening
{
    private const int YearsUntilAllHasRunOut = 20;

    /// <summary>What would read better, the weightiest first; nothing while no revision is frozen.</summary>
    public static ImmutableArray<ReadsBetter> Of(LaunchBoard before, LaunchBoard after, DateTimeOffset now)
    {
        if (before.Revisions.IsEmpty)
        {
            return [];
        }

        var (was, becomes) = (new Reading(before, now), new Reading(after, now));
        return
        [
            .. OfReadiness(was, becomes)
                .Concat(OfGates(was, becomes))
                .Concat(OfCriteria(was, becomes))
                .Concat(OfDrills(was, becomes))
                .Concat(OfFindings(was, becomes))
                .Concat(OfScores(was, becomes))
                .Concat(OfRegisters(was, becomes))
                .Concat(OfFlags(was, becomes))
                .Concat(OfBudgets(was, becomes))
                .Concat(OfRequirements(was, becomes))
                .Concat(OfTime(was, becomes, now.AddYears(YearsUntilAllHasRunOut)))
                .DistinctBy(b => b.Text),
        ];
    }

    private static IEnumerable<ReadsBetter> OfReadiness(Reading was, Reading becomes)
    {
        if (becomes.Readiness.Level < was.Readiness.Level)
        {
            yield return ReadsBetter.Of(SubjectKind.Launch, was.Facts.Launch.Key,
                $"Readiness: {Moves(was.Readiness.Level, becomes.Readiness.Level)}");
        }

        // Gates, criteria and findings are compared one by one below; the others are here or not.
        foreach (var reason in was.Readiness.Reasons.Where(r => r.Subject.Kind is not (SubjectKind.Gate
            or SubjectKind.Criterion or SubjectKind.Claim) && becomes.LevelOf(r.Subject) < r.Level))
        {
            yield return new(reason.Subject, $"No longer against the launch: {reason.Text}");
        }
    }

    private static IEnumerable<ReadsBetter> OfGates(Reading was, Reading becomes)
    {
        foreach (var gate in was.Readiness.Gates)
        {
            var (fact, next) = (was.Gate(gate.Key)!, becomes.Gate(gate.Key));
            var standing = becomes.Readiness.Gates.FirstOrDefault(g => g.Key == gate.Key);
            var here = new SubjectRef(SubjectKind.Gate, gate.Key);
            if (standing is null)
            {
                if (gate.Kind == GateKind.Critical || gate.Colour != GateColour.Green)
                {
                    yield return new(here, $"Gate {fact.Title}, {Format.Word(gate.Colour)}, is removed");
                }

                continue;
            }

            if (gate.Kind == GateKind.Critical && standing.Kind != GateKind.Critical)
            {
                yield return new(here, $"Gate {fact.Title} is no longer critical");
            }

            if (standing.Colour < gate.Colour)
            {
                yield return new(here, $"Gate {fact.Title}: {Moves(gate.Colour, standing.Colour)}");
            }
            else if (becomes.LevelOf(here) < was.LevelOf(here) && standing.Kind == gate.Kind)
            {
                yield return new(here,
                    $"Gate {fact.Title} alone: {Moves(was.LevelOf(here), becomes.LevelOf(here))}");
            }

            if ((next!.ManualColour ?? GateColour.Green) < (fact.ManualColour ?? GateColour.Green))
            {
                yield return new(here, $"Gate {fact.Title}, set manually: "
                    + Moves(fact.ManualColour!.Value, next.ManualColour ?? GateColour.Green));
            }
        }
    }

    private static IEnumerable<ReadsBetter> OfFindings(Reading was, Reading becomes)
    {
        var open = becomes.Readiness.Findings.Where(f => f.Status == FindingStatus.Open)
            .ToDictionary(f => f.Claim, f => f.Severity, StringComparer.Ordinal);
        foreach (var finding in was.Readiness.Findings.Where(f => f.Status == FindingStatus.Open))
        {
            var here = new SubjectRef(SubjectKind.Claim, finding.Claim);
            var about = finding.About(was.Readiness.Figure(finding.Figure)?.Title);
            if (!open.TryGetValue(finding.Claim, out var severity))
            {
                yield return new(here, $"No longer an open finding: {about}. {finding.Text}");
            }
            else if (severity < finding.Severity)
            {
                yield return new(here, $"{about}. {finding.Text}: {Moves(finding.Severity, severity)}");
            }
        }
    }

    // Scores never change readiness, and stand in large figures beside it. One that is higher outweighs another that
    // went down, so that each category is looked at too.
    private static IEnumerable<ReadsBetter> OfScores(Reading was, Reading becomes)
    {
        var (before, after) = (was.Readiness.Score, becomes.Readiness.Score);
        if (after.Value > (before.Value ?? -1))
        {
            yield return ReadsBetter.Of(SubjectKind.Launch, was.Facts.Launch.Key,
                $"Score: {Shown(before.Value)} \u2192 {Shown(after.Value)}");
        }

        foreach (var category in before.Categories)
        {
            var next = after.Categories.FirstOrDefault(c => c.Category == category.Category);
            if (next?.Value > (category.Value ?? -1))
            {
                yield return ReadsBetter.Of(SubjectKind.Category, category.Category,
                    $"Score of {category.Title}: {Shown(category.Value)} \u2192 {Shown(next.Value)}");
            }
        }

        static string Shown(int? score) => score is { } value ? $"{value}" : "none";
    }

    // A clock that was stopped shows when it would have mattered; with nothing proven yet it shows by itself.
    private static IEnumerable<ReadsBetter> OfTime(Reading was, Reading becomes, DateTimeOffset later)
    {
        var (launch, moved) = (was.Facts.Launch, becomes.Facts.Launch);
        if (moved.AsOf is { } day && !(launch.AsOf <= day))
        {
            yield return ReadsBetter.Of(SubjectKind.Launch, launch.Key, "Evidence is judged as of "
                + $"{(launch.AsOf is { } before ? Format.Day(before) : "today")} \u2192 {Format.Day(day)}");
        }

        // Also of a class that nothing stands on yet: what comes later counts for longer.
        foreach (var kind in Enum.GetValues<EvidenceClass>())
        {
            var (before, after) = (EvidenceValidity.Days(kind, launch.Validity),
                EvidenceValidity.Days(kind, moved.Validity));
            if (after > before)
            {
                yield return ReadsBetter.Of(SubjectKind.Launch, launch.Key,
                    $"{EvidenceValidity.Name(kind)}: valid for {before} \u2192 {after} days");
            }
        }

        foreach (var condition in was.LapsedConditions.ExceptBy(becomes.LapsedConditions.Select(c => c.Id), c => c.Id))
        {
            yield return new(new SubjectRef(SubjectKind.Condition, condition.Id.ToString()),
                $"Condition {condition.Text}: lapsed \u2192 open");
        }

        var (then, next) = (was.CriteriaAt(later), becomes.CriteriaAt(later));
        foreach (var (key, criterion) in then)
        {
            if (next.TryGetValue(key, out var other) && other.Standing.State > criterion.Standing.State
                && becomes.Criteria[key].Standing.State <= was.Criteria[key].Standing.State)
            {
                yield return ReadsBetter.Of(SubjectKind.Criterion, key, $"{criterion.Criterion.Title}, once its proof "
                    + $"has run out: {Moves(criterion.Standing.State, other.Standing.State)}");
            }
        }
    }

    private static string Moves<T>(T from, T to)
        where T : struct, Enum => $"{Format.Word(from)} \u2192 {Format.Word(to)}";

    /// <summary>What a board reads at an instant.</summary>
    private sealed class Reading(LaunchBoard board, DateTimeOffset now)
    {
        public LaunchFacts Facts => board.Facts;

        public Readiness Readiness { get; } = Readiness.At(board, now);

        /// <summary>What formulas may name, and how it is made.</summary>
        public RegisterValues Values => field ??= new(new()
        {
            Facts = ReadMeasurement.Of(Facts, Readiness.Today),
            Criteria = Readiness.Criteria,
            Gates = Readiness.Gates,
            Drills = Readiness.Drills,
            Score = Readiness.Score,
        });

        /// <summary>By key, with every point against each.</summary>
        public Dictionary<string, WeighedCriterion> Criteria => field ??= CriteriaAt(now);

        public Dictionary<string, WeighedCriterion> CriteriaAt(DateTimeOffset at) => Facts.Criteria
            .ToDictionary(
                c => c.Key,
                c => CriterionRules.Weigh(c, Facts, Readiness.Drills, board.Waivers, Facts.Launch.Today(at)),
                StringComparer.Ordinal);

        /// <summary>Of the newest revision, by the day it is where the launch is.</summary>
        public IEnumerable<Condition> LapsedConditions => board.NewestRevision is { } newest
            ? board.RecordOf(newest.Number).Conditions.Where(c =>
                c.DroppedAt is null && c.StateOn(board.Launch.Day(now)) == ConditionState.Lapsed)
            : [];

        public ImmutableArray<Role> Required => SigningRules.Required(Facts, board.Holdings);

        public Gate? Gate(string key) => Facts.Gates.FirstOrDefault(g => g.Key == key);

        /// <summary>What stands against the launch about one subject, as a level; GO where nothing does.</summary>
        public ReadinessLevel LevelOf(SubjectRef subject) =>
            Readiness.Reasons.Where(r => r.Subject == subject).Select(r => r.Level).DefaultIfEmpty().Max();

        /// <summary>
        /// What readiness would be if the lead of one criterion said failed and nothing else were known.
        /// </summary>
        public ReadinessLevel IfFailed(string criterion) => Readiness.At(board with
        {
            Waivers = [],
            LogChoices = [],
            Facts = new()
            {
                Launch = Facts.Launch,
                Gates = [.. Facts.Gates.Select(g => g with { ManualColour = null })],
                Criteria =
                [
                    .. Facts.Criteria.Select(c => new Criterion
                    {
                        Key = c.Key, Title = c.Title, Category = c.Category,
                        Result = c.Key == criterion ? CriterionResult.Failed : CriterionResult.NotAssessed,
                    }),
                ],
            },
        }, now).Level;
    }
}
