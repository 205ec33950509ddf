using ReadinessPortal.Domain.Figures;

namespace ReadinessPortal.Domain.Claims;

/// <summary>What a claim says, as far as it can be read: a quantity, a date, or words.</summary>
/// <param name="Decimals">As printed, trailing zeros included.</param>
internal sealed record StatedValue(string Text, Quantity? Quantity, DateSpec? Date, int Decimals)
{
    /// <summary>A duration stays in the unit it is stated in: 14 min says less than 14:00.</summary>
    public string Shown => Quantity is { Unit: { Dimension: Dimension.Duration, Symbol: not "s" } unit } duration
            ? $"{Format.Number(duration.Amount)} {unit.Symbol}"
        : Quantity is { } quantity ? Format.Quantity(quantity)
        : Date is { } date ? Format.Date(date)
        : Text;

    public static StatedValue Read(string text) =>
        DateSpec.TryParse(text.Trim(), null, out var date) ? new(text, null, date, 0)
        : QuantityText.TryParse(text, out var quantity)
            ? new(text, quantity, null, QuantityText.PrintedDecimals(text))
        : new(text, null, null, 0);

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
            ? date.From == day.From && date.To == day.To ? null : new(shown, 1)
            : Plain(Text) == Plain(value) || Plain(Text) == Plain(shown) ? null : new(shown, 1);
    }

    private Difference? Against(Quantity stated, Quantity derived, string shown)
    {
        if (InUnitOf(ref stated, derived) is not { } fact)
        {
            return new(shown, 1);
        }

        var rounded = Math.Round(fact.Amount, Math.Min(Decimals, 28), MidpointRounding.AwayFromZero);
        if (rounded == stated.Amount)
        {
            return null;
        }

        shown = derived.Unit.Dimension == fact.Unit.Dimension ? shown : Format.Percent(fact.InBase);
        var asPrinted = Format.Quantity(new Quantity(rounded, fact.Unit));
        var isFiner = QuantityText.PrintedDecimals(asPrinted) > QuantityText.PrintedDecimals(shown);
        var relative = fact.Amount == 0 ? 1 : Math.Abs((stated.Amount - fact.Amount) / fact.Amount);
        return new(isFiner ? asPrinted : shown, relative);
    }

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
}

/// <param name="Derived">The figure, at the claim's precision or finer.</param>
/// <param name="Relative">Of the figure; 1 where it cannot be said.</param>
internal sealed record Difference(string Derived, decimal Relative);
