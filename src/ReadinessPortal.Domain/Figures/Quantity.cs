using System.Globalization;

namespace ReadinessPortal.Domain.Figures;

/// <summary>
/// A number with its unit. Written <c>4.1 s</c>, <c>37568 USD</c>, <c>99.97 %</c>, <c>22</c>: the canonical text has no
/// grouping, a point, and no trailing zeros.
/// </summary>
public readonly record struct Quantity(decimal Amount, Unit Unit) : IParsable<Quantity>
{
    /// <summary>Largest size in base units: sums and products of such still fit a number.</summary>
    private const decimal Most = 1_000_000_000_000_000_000m;

    /// <summary>In the dimension's base unit: seconds, bytes, a fraction for percentages.</summary>
    public decimal InBase => Amount * Unit.Factor;

    internal bool IsInRange => Math.Abs(Amount) <= Most / Unit.Factor;

    public static Quantity Of(decimal amount, string unit = "") => new(amount, Unit.Parse(unit));

    public static Quantity Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var quantity)
            ? quantity
            : throw new FormatException($"'{s}' is not a number with an optional unit, such as 4.1 s or 37568 USD.");

    public static bool TryParse(string? s, IFormatProvider? provider, out Quantity result)
    {
        result = default;
        var text = s?.Trim() ?? "";
        var end = 0;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] is '.' or '-'))
        {
            end++;
        }

        if (!decimal.TryParse(text.AsSpan(0, end), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture, out var amount))
        {
            return false;
        }

        try
        {
            result = new(amount, Unit.Parse(text[end..]));
            return result.IsInRange;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    /// <summary>The same quantity in another unit of its dimension.</summary>
    /// <exception cref="InvalidOperationException">The units cannot be compared.</exception>
    public Quantity In(Unit unit) =>
        Unit.IsComparableTo(unit)
            ? new(InBase / unit.Factor, unit)
            : throw new InvalidOperationException($"{this} cannot be expressed in '{unit}'.");

    public override string ToString()
    {
        var number = Amount.ToString("0.############################", CultureInfo.InvariantCulture);
        return Unit.Symbol.Length == 0 ? number : $"{number} {Unit.Symbol}";
    }
}
