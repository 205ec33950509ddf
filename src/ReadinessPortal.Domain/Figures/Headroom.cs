using ReadinessPortal.Domain.Criteria;

namespace ReadinessPortal.Domain.Figures;

/// <summary>How far a value is from its target.</summary>
public static class Headroom
{
    /// <summary>Less than this share of the limit is little.</summary>
    private const decimal Little = 0.15m;

    /// <summary>
    /// The share of the limit that is left, as a fraction: 0 at the limit, negative beyond. For a percentage that must
    /// be at least x, the share of the remainder to 100 % that is left. Null for a target of zero, for exact values,
    /// ranges and units that cannot be compared.
    /// </summary>
    public static decimal? Of(Quantity value, Comparator comparator, Quantity target)
    {
        if (target.Amount == 0 || Targets.Order(value, target) is null)
        {
            return null;
        }

        var (actual, limit) = Targets.Bases(value, target);
        return comparator switch
        {
            Comparator.LessThan or Comparator.AtMost => (limit - actual) / Math.Abs(limit),
            Comparator.AtLeast or Comparator.MoreThan when target.Unit.Dimension == Dimension.Ratio && limit <= 1 =>
                limit == 1 ? null : (actual - limit) / (1 - limit),
            Comparator.AtLeast or Comparator.MoreThan => (actual - limit) / Math.Abs(limit),
            _ => null,
        };
    }

    /// <summary>How much is left, as every page and the report color it.</summary>
    /// <param name="share">See <see cref="Of"/>.</param>
    public static HeadroomLevel Level(decimal share, bool isMet) =>
        !isMet || share <= 0 ? HeadroomLevel.None : share < Little ? HeadroomLevel.Little : HeadroomLevel.Enough;
}

/// <summary>How much of a limit is left.</summary>
public enum HeadroomLevel { Enough, Little, None }
