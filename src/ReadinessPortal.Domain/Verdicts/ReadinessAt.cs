using System.Collections.Immutable;
using ReadinessPortal.Domain.Claims;
using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Drills;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Gates;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Narratives;
using ReadinessPortal.Domain.Scoring;

namespace ReadinessPortal.Domain.Verdicts;

public sealed partial record Readiness
{
    /// <summary>
    /// Derives everything from the facts, at an instant. The same board and day give the same result.
    /// </summary>
    /// <exception cref="TimeZoneNotFoundException">The launch names a zone this machine does not know.</exception>
    public static Readiness At(LaunchBoard board, DateTimeOffset now)
    {
        var facts = board.Facts;
        var today = facts.Launch.Today(now);
        ImmutableArray<DrillStanding> drills =
            [.. facts.Drills.Select(d => DrillRules.Of(d, board.LogChoices, facts.Evidence))];
        ImmutableArray<WeighedCriterion> weighed =
            [.. facts.Criteria.Select(c => CriterionRules.Weigh(c, facts, drills, board.Waivers, today))];
        ImmutableArray<CriterionStanding> criteria = [.. weighed.Select(c => c.Standing)];
        var byKey = weighed.ToDictionary(c => c.Criterion.Key, StringComparer.Ordinal);
        ImmutableArray<GateStanding> gates = [.. facts.Gates.Select(g => GateRules.Of(g, byKey))];
        var score = ScoreRules.Of(facts.Categories, facts.Criteria);
        var (tables, figures) = FigureBook.Build(new FigureSources
        {
            Facts = ReadMeasurement.Of(facts, today),
            Criteria = criteria,
            Gates = gates,
            Drills = drills,
            Score = score,
        });
        var figureByName = figures.ToDictionary(f => f.Name, StringComparer.Ordinal);
        var findings = AcceptanceRules.Apply(ClaimChecker.Check(facts, figures), board.Acceptances);
        var inCritical = facts.Gates.Where(g => g.Kind == GateKind.Critical).SelectMany(g => g.Criteria)
            .ToHashSet(StringComparer.Ordinal);
        ImmutableArray<string> outside = [.. facts.Criteria.Select(c => c.Key).Where(k => !inCritical.Contains(k))];
        var reasons = ReadinessReasons.Of(facts, byKey, gates, findings, figureByName, outside);
        return new Readiness
        {
            Level = reasons.IsEmpty ? ReadinessLevel.Go : reasons[0].Level,
            Reasons = reasons,
            Score = score,
            Criteria = criteria,
            Gates = [.. gates.Select((g, i) => g with { Sentence = Filled(facts.Gates[i].EvidenceSentence) })],
            Drills = drills,
            Registers = tables,
            Figures = figures,
            Findings = findings,
            Headrooms = HeadroomLines.Of(facts, criteria, drills),
            Narratives = facts.Narratives.ToImmutableSortedDictionary(
                n => n.Key, n => Filled(n.Text)!, StringComparer.Ordinal),
            CriteriaOutsideCriticalGates = outside,
            Today = today,
            DaysToTarget = facts.Launch.TargetDate.DayNumber - today.DayNumber,
            // Freshness, waivers and days to target all change with the day and never within one.
            ValidUntil = facts.Launch.AsOf is null ? facts.Launch.NextDay(now) : null,
        };

        string? Filled(string? text) =>
            text is null ? null : NarrativeText.Fill(text, n => figureByName.GetValueOrDefault(n));
    }
}
