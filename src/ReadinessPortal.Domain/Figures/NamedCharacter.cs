using System.Globalization;

namespace ReadinessPortal.Domain.Figures;

/// <summary>A character that cannot be seen: a sentence about it has to say which one it is and where.</summary>
public static class NamedCharacter
{
    /// <summary><c>tab (U+0009) at position 5</c>; positions count characters, from 1.</summary>
    public static string At(string text, int index) => string.Create(CultureInfo.InvariantCulture,
        $"{Name(text[index])} (U+{(int)text[index]:X4}) at position {text[..index].EnumerateRunes().Count() + 1}");

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
        _ when char.IsControl(c) => "control character",
        _ when char.IsSurrogate(c) => "half a character",
        _ => "character without meaning",
    };
}
