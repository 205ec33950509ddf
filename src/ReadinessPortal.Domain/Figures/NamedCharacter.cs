using System.Buffers;
using System.Globalization;

namespace ReadinessPortal.Domain.Figures;

/// <summary>A character that cannot be seen: a sentence about it has to say which one it is and where.</summary>
public static class NamedCharacter
{
    private static readonly SearchValues<char> _turning =
        SearchValues.Create("\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069");

    private static readonly SearchValues<char> _scriptsNeed = SearchValues.Create("\u200C\u200D\u200E\u200F");

    // Letters and a pattern by their category, and blank.
    private static readonly SearchValues<char> _unseen =
        SearchValues.Create("\u115F\u1160\u2800\u3164\uFFA0");

    /// <summary><c>tab (U+0009) at position 5</c>; positions count characters, from 1.</summary>
    public static string At(string text, int index) => string.Create(CultureInfo.InvariantCulture,
        $"{Name(text[index])} (U+{(int)text[index]:X4}) at position {text[..index].EnumerateRunes().Count() + 1}");

    /// <summary>
    /// The first that turns the order in which a text is read, so that people would read another text than machines;
    /// null where there is none. Marks of direction, which right-to-left texts need, turn nothing.
    /// </summary>
    public static string? TurningIn(string text) =>
        text.AsSpan().IndexOfAny(_turning) is >= 0 and var at ? At(text, at) : null;

    /// <summary>
    /// The first that cannot be seen in a name, so that two names look alike or one like nothing: controls, ends of
    /// lines, invisible letters, controls of format. Joiners and marks of direction, which scripts need, can stand.
    /// </summary>
    public static string? UnseenIn(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (!_scriptsNeed.Contains(text[at]) && (_unseen.Contains(text[at])
                || CharUnicodeInfo.GetUnicodeCategory(text, at) is UnicodeCategory.Control or UnicodeCategory.Format
                    or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator))
            {
                return At(text, at);
            }
        }

        return null;
    }

    private static string Name(char c) => c switch
    {
        '\0' => "NUL",
        '\t' => "tab",
        '\n' => "line feed",
        '\r' => "carriage return",
        '\u001B' => "escape",
        '\u007F' => "delete",
        '/' => "slash",
        '\uFFFD' => "replacement character",
        '\u202D' => "left-to-right override",
        '\u202E' => "right-to-left override",
        _ when _turning.Contains(c) => "control of the reading direction",
        _ when _unseen.Contains(c) => "blank letter",
        _ when char.IsControl(c) => "control character",
        _ when char.IsSurrogate(c) => "half a character",
        _ => "character without meaning",
    };
}
