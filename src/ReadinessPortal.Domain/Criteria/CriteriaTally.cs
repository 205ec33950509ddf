using System.Collections.Immutable;
using System.Globalization;
using ReadinessPortal.Domain.Figures;

namespace ReadinessPortal.Domain.Criteria;

/// <summary>How many criteria are in which state, best first, states without a criterion left out.</summary>
public sealed record CriteriaTally(int Proven, int All, EquatableArray<(CriterionState State, int Count)> Others)
{
    /// <summary>What stands beside every level: <c>19 of 23 criteria proven</c>.</summary>
    public string InShort => InWords(Proven, All);

    /// <summary><c>19 of 23 criteria proven, 1 failed, 1 disputed</c>, worst first after the proven ones.</summary>
    public string Sentence => string.Join(", ",
        [InShort, .. Others.Reverse().Select(o => $"{o.Count} {Format.Word(o.State)}")]);

    public static CriteriaTally Of(ImmutableArray<CriterionStanding> criteria) => new(
        criteria.Count(c => c.IsProven),
        criteria.Length,
        [
            .. criteria.Where(c => !c.IsProven).GroupBy(c => c.State).OrderByDescending(g => g.Key)
                .Select(g => (g.Key, g.Count())),
        ]);

    /// <inheritdoc cref="InShort"/>
    public static string InWords(int proven, int all) => string.Create(CultureInfo.InvariantCulture,
        $"{proven} of {all} {(all == 1 ? "criterion" : "criteria")} proven");

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Proven} / {All}");
}
