using System.Collections.Frozen;
using System.Globalization;
using ReadinessPortal.Domain.Figures;

namespace ReadinessPortal.Domain.Registers;

/// <param name="Value">Typed; blank for an empty text, never zero; a problem where the text does not fit.</param>
/// <param name="Canonical">Text to store, in the column's unit; null for a blank and a problem.</param>
public sealed record ParsedCell(FigureValue Value, string? Canonical)
{
    /// <summary>Why the text does not fit the column, in words; null when it does.</summary>
    public string? Problem => (Value as FigureValue.Problem)?.Sentence;
}

/// <summary>
/// The one way from text to the value of a cell, whether stored, typed, pasted or imported: <c>$25,000</c> goes into a
/// column in USD, <c>2300 ms</c> into one in s.
/// </summary>
public static class CellParser
{
    /// <summary>Longest text of a cell, in characters.</summary>
    public const int MaximumLength = 4000;

    private static readonly FrozenSet<string> _yes =
        new[] { "true", "yes", "y", "x", "✓", "✔", "✅" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> _no =
        new[] { "false", "no", "n", "✗", "✘", "❌" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static ParsedCell Parse(string? text, RegisterColumn column)
    {
        var trimmed = text?.Trim() ?? "";
        if (trimmed.Length == 0)
        {
            return new(FigureValue.Nothing, null);
        }

        if (trimmed.Length > MaximumLength)
        {
            return Refused($"is longer than {Format.Number(MaximumLength)} characters");
        }

        return column.Kind switch
        {
            ColumnKind.Text or ColumnKind.Status => new(FigureValue.Of(trimmed), trimmed),
            ColumnKind.Link => Link(trimmed),
            ColumnKind.Flag => _yes.Contains(trimmed) ? new(new FigureValue.Flag(true), "true")
                : _no.Contains(trimmed) ? new(new FigureValue.Flag(false), "false")
                : Refused($"'{trimmed}' is neither yes nor no"),
            ColumnKind.Date => Date(trimmed),
            _ => Number(trimmed, column),
        };
    }

    /// <summary>What units of such a column measure; null where they may name anything.</summary>
    public static Dimension? DimensionOf(ColumnKind kind) => kind switch
    {
        ColumnKind.Money => Dimension.Money,
        ColumnKind.Duration => Dimension.Duration,
        ColumnKind.Bytes => Dimension.Bytes,
        _ => null,
    };

    private static ParsedCell Number(string text, RegisterColumn column)
    {
        try
        {
            return QuantityText.TryParse(text, out var quantity)
                ? Number(text, quantity, column)
                : Refused($"'{text}' is not {Wanted(column)}");
        }
        catch (FormatException)
        {
            return Refused($"The column's unit '{column.Unit}' is not a unit");
        }
        catch (OverflowException)
        {
            return Refused($"'{text}' is too large");
        }
    }

    private static ParsedCell Number(string text, Quantity quantity, RegisterColumn column)
    {
        if (column.Kind == ColumnKind.Quantity)
        {
            return new(new FigureValue.Number(quantity), quantity.ToString());
        }

        if (column.Kind == ColumnKind.Count && !decimal.IsInteger(quantity.Amount))
        {
            return Refused($"'{text}' is not a whole number");
        }

        var unit = UnitOf(column);
        if (unit.Length == 0)
        {
            return quantity.Unit.Symbol.Length == 0 || quantity.Unit.Dimension == DimensionOf(column.Kind)
                ? new(new FigureValue.Number(quantity), quantity.ToString())
                : DimensionOf(column.Kind) is not null ? Refused($"'{text}' is not {Wanted(column)}")
                : Refused($"'{text}' has a unit and the column has none; write {quantity with { Unit = Unit.None }}");
        }

        var wanted = Unit.Parse(unit);
        if (quantity.Unit.Symbol.Length == 0)
        {
            quantity = new(quantity.Amount, wanted);
        }
        else if (!wanted.IsComparableTo(quantity.Unit))
        {
            return Refused($"'{text}' is not {Wanted(column)}");
        }

        // In the column's own unit nothing is converted, so that a stored cell reads back as itself.
        quantity = quantity.Unit == wanted ? quantity : quantity.In(wanted);
        if (column.Kind == ColumnKind.Count && !decimal.IsInteger(quantity.Amount))
        {
            return Refused($"'{text}' is not a whole number of {wanted}");
        }

        return new(new FigureValue.Number(quantity), new Quantity(quantity.Amount, Unit.None).ToString());
    }

    private static ParsedCell Date(string text)
    {
        string[] styles = ["d MMM yyyy", "d MMMM yyyy", "MMMM d, yyyy", "MMM d, yyyy"];
        var date = DateSpec.TryParse(text, null, out var spec) ? spec
            : text.Length == 7 && DateSpec.TryParse($"{text[3..]}-{text[..2]}", null, out var quarter) ? quarter
            : DateOnly.TryParseExact(text, styles, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                ? DateSpec.On(day)
            : (DateSpec?)null;
        return date is { } known
            ? new(new FigureValue.Date(known), known.ToString())
            : Refused($"'{text}' is not a date; write 2025-12-01, 2025-11-25..2025-11-30 or 2026-Q1");
    }

    // A link is put into a page as it stands, so what a browser would run is refused here.
    private static ParsedCell Link(string text) =>
        Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out var uri)
        && (text[0] == '/' || !uri.IsAbsoluteUri || uri.Scheme is "http" or "https" or "mailto")
        && !text.Any(char.IsControl)
        && (uri.IsAbsoluteUri || !text.Split('/')[0].Contains(':', StringComparison.Ordinal))
            ? new(FigureValue.Of(text), text)
            : Refused($"'{text}' is no link to a page, a file or a mail address");

    private static string UnitOf(RegisterColumn column) =>
        column.Kind == ColumnKind.Percent ? "%" : column.Unit?.Trim() ?? "";

    private static string Wanted(RegisterColumn column) => (column.Kind, UnitOf(column)) switch
    {
        (ColumnKind.Percent, _) => "a percentage",
        (ColumnKind.Money, "") => "an amount of money",
        (ColumnKind.Duration, "") => "a duration",
        (ColumnKind.Bytes, "") => "a size",
        (_, "") => "a number",
        (ColumnKind.Money, var unit) => $"an amount in {unit}",
        (ColumnKind.Duration, var unit) => $"a duration in {unit}",
        (_, var unit) => $"a number in {unit}",
    };

    private static ParsedCell Refused(string reason) => new(new FigureValue.Problem(reason), null);
}
