using System.Globalization;
using System.Text.RegularExpressions;
using ReadinessPortal.Domain.Figures;

namespace ReadinessPortal.Domain.Narratives;

/// <summary>Fills figures into text.</summary>
public static partial class NarrativeText
{
    /// <summary>
    /// Replaces <c>{{name}}</c> by the figure as it is shown and <c>{{name|format}}</c> by it in a format: a number of
    /// decimals (<c>0</c>), a unit (<c>%</c>, <c>min</c>) or <c>long</c> for a date with its month spelled out. A name
    /// that nothing has, or a format that does not fit, stays visible as <c>«name?»</c>; a figure without value reads
    /// <c>not known</c>.
    /// </summary>
    public static string Fill(string text, Func<string, Figure?> figures) =>
        Place().Replace(text, place => Filled(place.Groups[1].Value, place.Groups[2].Value, figures));

    private static string Filled(string name, string format, Func<string, Figure?> figures)
    {
        if (figures(name) is not { } figure)
        {
            return $"«{name}?»";
        }

        return figure.Value is null || format.Length == 0
            ? figure.Shown
            : Formatted(figure.Value, format) ?? $"«{name}|{format}?»";
    }

    private static string? Formatted(string value, string format)
    {
        if (format == "long")
        {
            return DateSpec.TryParse(value, null, out var date) && date.From == date.To
                ? Format.LongDay(date.From)
                : null;
        }

        if (!Quantity.TryParse(value, null, out var quantity))
        {
            return null;
        }

        if (int.TryParse(format, NumberStyles.None, CultureInfo.InvariantCulture, out var decimals))
        {
            return decimals <= 10
                ? Format.Quantity(new Quantity(
                    Math.Round(quantity.Amount, decimals, MidpointRounding.AwayFromZero), quantity.Unit))
                : null;
        }

        return ResultUnit.In(new FigureValue.Number(quantity), format) is FigureValue.Number converted
            ? converted.Shown
            : null;
    }

    [GeneratedRegex(@"\{\{\s*([^{}|]+?)\s*(?:\|\s*([^{}]*?)\s*)?\}\}", RegexOptions.CultureInvariant)]
    private static partial Regex Place();
}
