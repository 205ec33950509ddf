using System.Globalization;
using System.Text.RegularExpressions;
using ReadinessPortal.Domain.Figures;

namespace ReadinessPortal.Domain.Launches;

/// <summary>The color in which a launch's report prints headings and rules, on white.</summary>
public static partial class AccentColor
{
    /// <summary>Suggested where none is chosen.</summary>
    public const string Usual = "#0f4c5c";

    /// <summary>Of text on its ground: WCAG 2.2, success criterion 1.4.3.</summary>
    private const double LeastContrast = 4.5;

    /// <summary>What is wrong with it and what to do; null where it can be read on white.</summary>
    public static string? WhyNot(string color) =>
        !Hex().IsMatch(color) ? $"'{color}' is no color; write it as #rrggbb, such as {Usual}"
        : ContrastOnWhite(color) is var contrast && contrast < LeastContrast
            ? $"a contrast of {Shown(contrast)} to 1 on white is too low: text needs "
                + $"{Format.Number((decimal)LeastContrast)} to 1. Choose a darker color"
        : null;

    // Never rounded up to what it misses.
    private static string Shown(double contrast) =>
        Math.Round(contrast, 2, MidpointRounding.ToZero).ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>Contrast ratio to white, from 1 to 21, by the relative luminance of WCAG 2.2.</summary>
    private static double ContrastOnWhite(string hex)
    {
        var luminance = (0.2126 * Linear(hex[1..3])) + (0.7152 * Linear(hex[3..5])) + (0.0722 * Linear(hex[5..7]));
        return 1.05 / (luminance + 0.05);
    }

    private static double Linear(string channel)
    {
        var share = int.Parse(channel, NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
    }

    [GeneratedRegex(@"^#[0-9A-Fa-f]{6}\z")]
    private static partial Regex Hex();
}
