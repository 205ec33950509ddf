using System.Text.RegularExpressions;

namespace ReadinessPortal.Pdf.Typesetting;

/// <summary>Blanks that hold a figure and its unit, or the parts of a date, on one line.</summary>
internal static partial class Glue
{
    private const char ThinSpace = '\u2009';
    private const string Months = "(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*";

    private const string Currencies =
        "(CHF|EUR|USD|GBP|JPY|CNY|INR|SEK|NOK|DKK|PLN|CZK|HUF|AUD|CAD|SGD|HKD|KRW|BRL|MXN|ZAR|AED|SAR|ILS)";

    private const string Units =
        "(%|‰|°C|pp|[mµn]?s|sec|min|hrs?|h|d|y|[kKMGTP]?i?B(/s)?|[kMGT]?bit/s|[kMGT]bps|[rt]ps|qps|(req|tx|ops)/s|IOPS"
        + "|k|M|bn|v?CPUs?|[kM]?W|kWh|[kcm]?m|[km]?g|t|UTC|GMT|CES?T)";

    public static bool IsAt(string text, int at) =>
        text[at] is ' ' or ThinSpace && at > 0 && at + 1 < text.Length
        && (char.IsAsciiDigit(text[at - 1]) || char.IsAsciiDigit(text[at + 1]))
        && Pattern().IsMatch(text, at);

    // 79.9 %, 4.1 s and 7,500,000 CHF; EUR 5 and € 5; 7 500 000; 15 Nov 2025; Q3 2026.
    [GeneratedRegex(
        @"\G[ \u2009]("
        + @"(?<=\d.)(?=(" + Units + "|" + Currencies + @")(?![\p{L}\d]))"
        + @"|(?<=\b" + Currencies + @".)(?=\d)"
        + @"|(?<=[\p{Sc}§#±≤≥<>~≈].)(?=\d)"
        + @"|(?<=(?<![\d.,])\d{1,3}([ \u2009]\d{3})*.)(?=\d{3}(?!\d))"
        + @"|(?<=\b\d{1,2}.)(?=" + Months + @"\b)"
        + @"|(?<=\b(\d{1,2} " + Months + @"|Q[1-4]).)(?=\d{4}\b))",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}
