using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Figures;

namespace ReadinessPortal.Domain.Gates;

/// <summary>
/// Red if one of its criteria failed, green only if it stands on criteria and all passed without a warning, yellow
/// otherwise. A colour set by hand counts only where it is worse.
/// </summary>
public static class GateRules
{
    /// <param name="weighed">Criteria of the launch by key.</param>
    public static GateStanding Of(Gate gate, IReadOnlyDictionary<string, WeighedCriterion> weighed)
    {
        var known = gate.Criteria.Where(weighed.ContainsKey).Select(k => weighed[k])
            .OrderBy(c => c.Standing.State).ThenBy(c => c.Standing.Warnings.IsEmpty).ToList();
        var unknown = gate.Criteria.Where(k => !weighed.ContainsKey(k)).ToList();
        var open = known.Where(c => !c.Standing.CountsAsGreen).ToList();

        var derived = known.Any(c => c.Standing.State == CriterionState.Failed) ? GateColour.Red
            : gate.Criteria.Length > 0 && open.Count == 0 && unknown.Count == 0 ? GateColour.Green
            : GateColour.Yellow;
        var byHand = gate.ManualColour > derived;
        var why = new List<string>();
        if (byHand)
        {
            why.Add(string.IsNullOrWhiteSpace(gate.ManualReason) ? "Set manually, no reason given" : gate.ManualReason);
        }

        if (gate.Criteria.IsEmpty)
        {
            why.Add("No criterion is assigned to it");
        }

        why.AddRange(open.SelectMany(c => c.Standing.State == CriterionState.Passed
            ? c.Standing.Warnings.Select(warning => $"{c.Criterion.Title}: {warning}")
            : [$"{c.Criterion.Title}: {c.Point}"]));
        why.AddRange(unknown.Select(k => $"It covers {k}, which is not a criterion of this launch"));
        return new GateStanding(
            gate.Key,
            gate.Kind,
            byHand ? gate.ManualColour!.Value : derived,
            derived,
            [.. why],
            byHand ? "set manually" : Word(derived, open),
            OnlyWaived: !byHand && derived == GateColour.Yellow && unknown.Count == 0 && open.Count > 0
                && open.All(c => c.Standing.State == CriterionState.Waived),
            [.. known.Select(c => c.Criterion.Key), .. unknown],
            Sentence: null);
    }

    private static string? Word(GateColour derived, List<WeighedCriterion> open) =>
        derived == GateColour.Green ? null
        : open.Count == 0 ? "no criteria"
        : open[0] is { Waiver: { } waiver } ? $"waived until {Format.Day(waiver.ExpiresOn)}"
        : open[0].Standing.State == CriterionState.Passed ? "warning"
        : Format.Word(open[0].Standing.State);
}
