using ReadinessPortal.Domain.Criteria;

namespace ReadinessPortal.Domain.Figures;

/// <summary>What is asked of a value.</summary>
/// <param name="Upper">Upper end of a range; the limit is the lower one.</param>
public sealed record ValueTarget(Comparator Comparator, Quantity Limit, Quantity? Upper = null)
{
    public bool? IsMetBy(Quantity value) => Targets.Meets(value, Comparator, Limit, Upper);
}

/// <summary>Whether a value meets its target, and how far it is from it.</summary>
public static class Targets
{
    /// <summary>Null when the units cannot be compared, or a range has no upper end.</summary>
    public static bool? Meets(Quantity value, Comparator comparator, Quantity target, Quantity? upper = null)
    {
        if (Order(value, target) is not { } order)
        {
            return null;
        }

        return comparator switch
        {
            Comparator.LessThan => order < 0,
            Comparator.AtMost => order <= 0,
            Comparator.AtLeast => order >= 0,
            Comparator.MoreThan => order > 0,
            Comparator.Equal => order == 0,
            _ => upper is { } end && Order(value, end) is { } toEnd ? order >= 0 && toEnd <= 0 : null,
        };
    }

    /// <summary>
    /// How far a value is on the good side of its target, in base units and negative on the bad one: also where there
    /// is no headroom, such as for a target of zero. Null when the units cannot be compared.
    /// </summary>
    public static decimal? Distance(Quantity value, Comparator comparator, Quantity target, Quantity? upper = null)
    {
        if (Order(value, target) is null)
        {
            return null;
        }

        var (actual, limit) = Bases(value, target);
        return comparator switch
        {
            Comparator.LessThan or Comparator.AtMost => limit - actual,
            Comparator.AtLeast or Comparator.MoreThan => actual - limit,
            Comparator.Equal => -Math.Abs(actual - limit),
            _ => upper is { } end && Order(value, end) is not null
                ? Math.Min(actual - limit, end.InBase - actual)
                : null,
        };
    }

    /// <summary>Whether something that misses <paramref name="target"/> would not miss <paramref name="next"/>: asked
    /// of values at, below and above every limit.</summary>
    public static bool IsEased(ValueTarget target, ValueTarget? next)
    {
        Quantity?[] limits = [target.Limit, target.Upper, next?.Limit, next?.Upper];
        var all = limits.OfType<Quantity>().Select(q => q.InBase).Distinct().Order().ToList();
        var step = all.Zip(all.Skip(1), (low, high) => (high - low) / 2).DefaultIfEmpty(1).Min();
        return all.SelectMany(limit => (decimal[])[limit - step, limit, limit + step])
            .Select(value => new Quantity(value / target.Limit.Unit.Factor, target.Limit.Unit))
            .Any(value => target.IsMetBy(value) == false && next?.IsMetBy(value) != false);
    }

    /// <summary>Reads <c>&lt;</c>, <c>≤</c>, <c>below</c>, <c>at least</c>, <c>atLeast</c> and the like.</summary>
    public static Comparator? Parse(string words) =>
        words.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant() switch
        {
            "<" or "BELOW" or "UNDER" or "LESSTHAN" => Comparator.LessThan,
            "<=" or "≤" or "ATMOST" => Comparator.AtMost,
            ">=" or "≥" or "ATLEAST" => Comparator.AtLeast,
            ">" or "ABOVE" or "OVER" or "MORETHAN" => Comparator.MoreThan,
            "=" or "==" or "EXACTLY" or "EQUAL" or "EQUALS" => Comparator.Equal,
            _ => null,
        };

    /// <summary>
    /// How two quantities compare, or null when their units do not. A bare zero goes with every unit.
    /// </summary>
    internal static int? Order(Quantity left, Quantity right)
    {
        if (!AreComparable(left, right))
        {
            return null;
        }

        try
        {
            var (a, b) = Bases(left, right);
            return a.CompareTo(b);
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    internal static (decimal Left, decimal Right) Bases(Quantity left, Quantity right) => (left.InBase, right.InBase);

    // A bare number beside a percentage is a fraction: 0.94 is 94 %.
    private static bool AreComparable(Quantity left, Quantity right) =>
        left.Unit.IsComparableTo(right.Unit)
        || (left.Unit.Symbol.Length == 0 && (left.Amount == 0 || right.Unit.Dimension == Dimension.Ratio))
        || (right.Unit.Symbol.Length == 0 && (right.Amount == 0 || left.Unit.Dimension == Dimension.Ratio));
}
