using System.Buffers;
using System.Globalization;

namespace ReadinessPortal.Domain.Figures;

/// <summary>A character that cannot be seen: a sentence about it has to say which one it is and where.</summary>
public static class NamedCharacter
{
    private static readonly SearchValues<char> _turning =
        SearchValues.Create("\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069");

    /// <summary><c>tab (U+0009) at position 5</c>; positions count characters, from 1.</summary>
    public static string At(string text, int index) => string.Create(CultureInfo.InvariantCulture,
        $"{Name(text[index])} (U+{(int)text[index]:X4}) at position {text[..index].EnumerateRunes().Count() + 1}");

    /// <summary>
    /// The first that turns the order in which a text is read, so that people would read another text than machines;
    /// null where there is none. Marks of direction, which right-to-left texts need, turn nothing.
    /// </summary>
    public static string? TurningIn(string text) =>
        text.AsSpan().IndexOfAny(_turning) is >= 0 and var at ? At(text, at) : null;

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
        _ when char.IsControl(c) => "control character",
        _ when char.IsSurrogate(c) => "half a character",
        _ => "character without meaning",
    };
}
