using System.Text.RegularExpressions;

namespace ReadinessPortal.Pdf.Typesetting;

/// <summary>Blanks that hold a figure and its unit, or the parts of a date, on one line.</summary>
internal static partial class Glue
{
    private const string Months = "(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*";

    public static bool IsAt(string text, int at) =>
        text[at] == ' ' && at > 0 && at + 1 < text.Length
        && (char.IsAsciiDigit(text[at - 1]) || char.IsAsciiDigit(text[at + 1]))
        && Pattern().IsMatch(text, at);

    // 79.9 % and 4.1 s; 15 Nov 2025; Q3 2026.
    [GeneratedRegex(
        @"\G (?:"
        + @"(?<=\d )(?=(%|ms|s|min|h|d|y|[KMGT]?B)(?![\p{L}\d]))"
        + @"|(?<=\b\d{1,2} )(?=" + Months + @"\b)"
        + @"|(?<=\b(\d{1,2} " + Months + @"|Q[1-4]) )(?=\d{4}\b))",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}
