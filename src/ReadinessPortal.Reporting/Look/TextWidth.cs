using System.Globalization;
using ReadinessPortal.Pdf.Typesetting;

namespace ReadinessPortal.Reporting.Look;

/// <summary>
/// How wide texts are in tables, in points. No engine says so before it lays a page out, and columns have to be settled
/// before that.
/// </summary>
internal static class TextWidth
{
    private const float Size = 8.2f;
    private const float Ideograph = 1;
    private const float Other = 0.63f;
    private const int First = ' ';

    // IBM Plex Sans from the blank to the tilde, in thousandths of the size: the wider of regular and semibold.
    private const string Advances =
        "236309471713600960713260337337556600299402299437600600600600600600600600600600319319600600600493"
        + "899672663642689600577712719423545678521817719712641712664611580689638949655632599329437329600565"
        + "600559600513600558350545588275275562294888588563600600393499374588524819544524502363376363600";

    private static readonly float[] _advances =
    [
        .. Advances.Chunk(3).Select(digits => float.Parse(digits, CultureInfo.InvariantCulture) / 1000),
    ];

    /// <summary>Of the text on one line, or its longest one.</summary>
    public static float Of(string text) => text.Split('\n').Max(line => line.Sum(Advance) * Size);

    /// <summary>The width below which a word, a number with its unit, a date, an id or a hash is broken.</summary>
    public static float LeastOf(string text) => Widest(text, _ => true);

    /// <summary>The same of what reads wrong in two parts: everything with a digit in it.</summary>
    public static float LeastOfFigures(string text) => Widest(text, word => word.Any(char.IsAsciiDigit));

    private static float Widest(string text, Func<string, bool> counts) =>
        text.Split('\n').SelectMany(Chunks.Words).Where(counts).Select(Of).DefaultIfEmpty().Max();

    private static float Advance(char c) =>
        c >= First && c - First < _advances.Length ? _advances[c - First]
        : c is >= '\u2E80' and <= '\uD7FF' or >= '\uF900' and <= '\uFAFF' or >= '\uFF00' ? Ideograph
        : Other;
}
