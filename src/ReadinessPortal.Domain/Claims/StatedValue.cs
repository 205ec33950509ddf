using System.Text.RegularExpressions;
using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Figures;

namespace ReadinessPortal.Domain.Claims;

/// <summary>What a claim says, as far as it can be read: a quantity, a bound, a date, or words.</summary>
/// <param name="Decimals">As printed, trailing zeros included.</param>
/// <param name="Bound">The quantity is a limit that the figure keeps; null where it is the figure itself.</param>
internal sealed partial record StatedValue(
    string Text, Quantity? Quantity, DateSpec? Date, int Decimals, Comparator? Bound = null)
{
    public string Shown => Bound is { } bound ? $"{Format.Word(bound)} {Amount}" : Amount;

    // A duration stays in the unit it is stated in: 14 min says less than 14:00.
    private string Amount => Quantity is { Unit: { Dimension: Dimension.Duration, Symbol: not "s" } unit } duration
            ? $"{Format.Number(duration.Amount)} {unit.Symbol}"
        : Quantity is { } quantity ? Format.Quantity(quantity)
        : Date is { } date ? Format.Date(date)
        : Text;

    public static StatedValue Read(string text) =>
        DateSpec.TryParse(text.Trim(), null, out var date) ? new(text, null, date, 0)
        : QuantityText.TryParse(text, out var quantity)
            ? new(text, quantity, null, QuantityText.PrintedDecimals(text))
        : ReadBound(text) ?? new(text, null, null, 0);

    /// <summary>Null when they agree.</summary>
    /// <param name="value">Canonical text of the figure.</param>
    /// <param name="shown">The figure as it is shown.</param>
    public Difference? Against(string value, string shown)
    {
        if (Quantity is { } stated && QuantityText.TryParse(value, out var derived))
        {
            try
            {
                return Against(stated, derived, shown);
            }
            catch (OverflowException)
            {
                return new(shown, 1);
            }
        }

        return Date is { } date && DateSpec.TryParse(value, null, out var day)
            ? SaysThe(date, day) ? null : new(shown, 1)
            : Plain(Text) == Plain(value) || Plain(Text) == Plain(shown) ? null : new(shown, 1);
    }

    private Difference? Against(Quantity stated, Quantity derived, string shown)
    {
        if (InUnitOf(ref stated, derived) is not { } fact)
        {
            return new(shown, 1);
        }

        if (Bound is { } bound)
        {
            return Targets.Meets(fact, bound, stated) == true ? null : new(shown, Relative(stated, fact));
        }

        var rounded = Math.Round(fact.Amount, Math.Min(Decimals, 28), MidpointRounding.AwayFromZero);
        if (rounded == stated.Amount)
        {
            return null;
        }

        shown = derived.Unit.Dimension == fact.Unit.Dimension ? shown : Format.Percent(fact.InBase);
        var asPrinted = Format.Quantity(new Quantity(rounded, fact.Unit));
        var isFiner = QuantityText.PrintedDecimals(asPrinted) > QuantityText.PrintedDecimals(shown);
        return new(isFiner ? asPrinted : shown, Relative(stated, fact));
    }

    private static decimal Relative(Quantity stated, Quantity fact) =>
        fact.Amount == 0 ? 1 : Math.Abs((stated.Amount - fact.Amount) / fact.Amount);

    // A quarter is no more precise than that: what lies in it agrees.
    private static bool SaysThe(DateSpec stated, DateSpec derived) => stated.IsQuarter
        ? stated.From <= derived.From && derived.To <= stated.To
        : stated.From == derived.From && stated.To == derived.To;

    private static StatedValue? ReadBound(string text) =>
        AtLeast().Match(text) is { Success: true } more
            ? BoundOf(text, Comparator.AtLeast, more.Groups[1].Value)
        : Limit().Match(text) is { Success: true } limit && Targets.Parse(limit.Groups[1].Value) is { } comparator
            ? BoundOf(text, comparator, limit.Groups[2].Value)
        : null;

    private static StatedValue? BoundOf(string text, Comparator comparator, string amount) =>
        QuantityText.TryParse(amount, out var quantity)
            ? new(text, quantity, null, QuantityText.PrintedDecimals(amount), comparator)
            : null;

    // A claim without a unit speaks in the figure's; a bare figure under a percentage is a fraction.
    private static Quantity? InUnitOf(ref Quantity stated, Quantity derived)
    {
        if (stated.Unit.Symbol.Length == 0)
        {
            stated = new(stated.Amount, derived.Unit);
        }

        return stated.Unit.IsComparableTo(derived.Unit) ? new(derived.InBase / stated.Unit.Factor, stated.Unit)
            : derived.Unit.Symbol.Length == 0 && stated.Unit.Dimension == Dimension.Ratio
                ? new(derived.Amount * 100, stated.Unit)
            : null;
    }

    private static string Plain(string words) =>
        string.Concat(words.Where(char.IsLetterOrDigit)).ToUpperInvariant();

    // 70+
    [GeneratedRegex(@"^\s*([^+]+)\+\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex AtLeast();

    // below 5 s, at least 70, < 15 min
    [GeneratedRegex(@"^\s*([<>≤]=?|[a-z ]+?)\s*([-−$€£¥]?[0-9].*)$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Limit();
}

/// <param name="Derived">The figure, at the claim's precision or finer.</param>
/// <param name="Relative">Of the figure; 1 where it cannot be said.</param>
internal sealed record Difference(string Derived, decimal Relative);
