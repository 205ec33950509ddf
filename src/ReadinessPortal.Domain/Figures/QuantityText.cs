using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace ReadinessPortal.Domain.Figures;

/// <summary>
/// Reads a quantity as people type and print it: <c>$25,000</c>, <c>2300 ms</c>, <c>99.97%</c>, <c>14:23</c>,
/// <c>12 min 15 s</c>, besides the canonical form.
/// </summary>
public static partial class QuantityText
{
    private static readonly FrozenDictionary<string, string> _spellings =
        new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            ["milliseconds"] = "ms", ["millisecond"] = "ms", ["msec"] = "ms",
            ["seconds"] = "s", ["second"] = "s", ["sec"] = "s", ["secs"] = "s",
            ["minutes"] = "min", ["minute"] = "min", ["mins"] = "min", ["m"] = "min",
            ["hours"] = "h", ["hour"] = "h", ["hr"] = "h", ["hrs"] = "h",
            ["days"] = "d", ["day"] = "d", ["years"] = "y", ["year"] = "y",
            ["byte"] = "B", ["bytes"] = "B", ["percent"] = "%",
            ["$"] = "USD", ["€"] = "EUR", ["£"] = "GBP", ["¥"] = "JPY",
        }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public static bool TryParse(string text, out Quantity quantity)
    {
        quantity = default;
        var plain = text.Trim().Replace('−', '-').Replace('\u00a0', ' ').Replace('\u202f', ' ');
        return plain.Length is > 0 and <= 100
            && (TryClock(plain, out quantity) || TryPlain(plain, out quantity) || TrySteps(plain, out quantity));
    }

    /// <summary>Decimals as printed, trailing zeros included: 1 for <c>90.0 %</c>.</summary>
    internal static int PrintedDecimals(string text)
    {
        var printed = Decimals().Match(text);
        return printed.Success ? printed.Groups[1].Length : 0;
    }

    private static bool TryPlain(string text, out Quantity quantity)
    {
        quantity = default;
        var match = Plain().Match(text);
        var prefix = match.Groups["currency"].Value;
        var suffix = match.Groups["unit"].Value.Trim();
        return match.Success && (prefix.Length == 0 || suffix.Length == 0 || Canonical(prefix) == Canonical(suffix))
            && TryOf(
                match.Groups["sign"].Value + match.Groups["sign2"].Value + match.Groups["number"].Value,
                prefix.Length > 0 ? prefix : suffix,
                out quantity);
    }

    private static bool TryOf(string number, string unit, out Quantity quantity)
    {
        quantity = default;
        if (!decimal.TryParse(number.Replace(",", "", StringComparison.Ordinal),
                NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture,
                out var amount))
        {
            return false;
        }

        try
        {
            quantity = new(amount, Unit.Parse(Canonical(unit)));
            return quantity.IsInRange;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static bool TryClock(string text, out Quantity quantity)
    {
        quantity = default;
        var match = Clock().Match(text);
        if (!match.Success)
        {
            return false;
        }

        var hours = match.Groups["h"].Success ? Whole(match.Groups["h"]) : 0;
        quantity = new(
            (hours * 3600m) + (Whole(match.Groups["m"]) * 60m) + Whole(match.Groups["s"]), Unit.Seconds);
        return true;
    }

    private static bool TrySteps(string text, out Quantity quantity)
    {
        quantity = default;
        var seconds = 0m;
        if (!Steps().IsMatch(text))
        {
            return false;
        }

        foreach (Match step in Step().Matches(text))
        {
            if (!TryOf(step.Groups[1].Value, step.Groups[2].Value, out var part)
                || part.Unit.Dimension != Dimension.Duration)
            {
                return false;
            }

            seconds += part.InBase;
        }

        quantity = new(seconds, Unit.Seconds);
        return true;
    }

    private static string Canonical(string unit) => _spellings.GetValueOrDefault(unit, unit);

    private static int Whole(Group digits) => int.Parse(digits.Value, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        "^(?<sign>-)?(?<currency>[$€£¥])?(?<sign2>-)?"
        + @"(?<number>(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?)(?<unit>[^0-9,.]*)$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Plain();

    [GeneratedRegex(@"^(?:(?<h>[0-9]{1,4}):(?<m>[0-5][0-9])|(?<m>[0-9]{1,4})):(?<s>[0-5][0-9])$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Clock();

    [GeneratedRegex(@"^(?:[0-9]+(?:\.[0-9]+)? ?[a-z]+,? ?){2,4}$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Steps();

    [GeneratedRegex(@"([0-9]+(?:\.[0-9]+)?) ?([a-z]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Step();

    [GeneratedRegex(@"[0-9]\.([0-9]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Decimals();
}
