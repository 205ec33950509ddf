using System.Collections.Immutable;
using System.Globalization;
using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Verdicts;

namespace ReadinessPortal.Web.Verdicts;

/// <summary>How many criteria are in which state, best first, states without a criterion left out.</summary>
public sealed record CriteriaTally(int Proven, int All, ImmutableArray<(CriterionState State, int Count)> Others)
{
    /// <summary><c>19 of 23 criteria proven, 1 failed, 1 disputed</c>, worst first after the proven ones.</summary>
    public string Sentence => string.Join(", ",
        [$"{Proven} of {All} criteria proven", .. Others.Reverse().Select(o => $"{o.Count} {Format.Word(o.State)}")]);

    public static CriteriaTally Of(Readiness readiness) => Of(readiness.Criteria);

    public static CriteriaTally Of(ImmutableArray<CriterionStanding> criteria) => new(
        criteria.Count(c => c.IsProven),
        criteria.Length,
        [
            .. criteria.Where(c => !c.IsProven).GroupBy(c => c.State).OrderByDescending(g => g.Key)
                .Select(g => (g.Key, g.Count())),
        ]);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Proven} / {All}");
}
