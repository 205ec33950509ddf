using System.Globalization;
using System.Text;

namespace ReadinessPortal.Domain.Figures;

/// <summary>
/// Text from elsewhere as it may be shown: what would turn the reading direction, hide or steer a terminal is written
/// out, so that nobody reads another text than the one that stands there.
/// </summary>
public static class VisibleText
{
    /// <returns>The same text where it holds nothing of the kind; <c>⟨U+202E⟩</c> in place of such a
    /// character otherwise, and control pictures for control characters other than tab and line ends.</returns>
    public static string Of(string text)
    {
        var first = 0;
        while (first < text.Length && !IsHidden(text[first]))
        {
            first++;
        }

        if (first == text.Length)
        {
            return text;
        }

        var shown = new StringBuilder(text, 0, first, text.Length + 16);
        foreach (var c in text.AsSpan(first))
        {
            _ = !IsHidden(c) ? shown.Append(c)
                : c < ' ' ? shown.Append((char)('\u2400' + c))
                : c == '\u007F' ? shown.Append('\u2421')
                : shown.Append("\u27E8U+").Append(((int)c).ToString("X4")).Append('\u27E9');
        }

        return shown.ToString();
    }

    /// <summary>Whether anything in it can be seen: more than blanks, controls and marks of direction.</summary>
    public static bool CanBeRead(string? text) => text is not null && text.EnumerateRunes().Any(r =>
        !Rune.IsWhiteSpace(r)
        && Rune.GetUnicodeCategory(r) is not (UnicodeCategory.Control or UnicodeCategory.Format));

    /// <summary>The same on one line: tab and line ends are written out as well.</summary>
    public static string Line(string text) =>
        Of(text).Replace('\t', '\u2409').Replace('\n', '\u240A').Replace('\r', '\u240D');

    // Joiners are left alone: scripts and emoji need them.
    private static bool IsHidden(char c) =>
        (c < ' ' && c is not ('\t' or '\n' or '\r'))
        || c is >= '\u007F' and <= '\u009F' or '\u061C' or '\u200B' or '\u200E' or '\u200F' or '\uFEFF'
            or (>= '\u2028' and <= '\u202E') or (>= '\u2060' and <= '\u2069');
}
