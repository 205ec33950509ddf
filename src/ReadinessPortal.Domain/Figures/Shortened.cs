using System.Globalization;

namespace ReadinessPortal.Domain.Figures;

/// <summary>Texts where room is counted: what people write can be as long as a page.</summary>
public static class Shortened
{
    /// <summary>
    /// At most so many characters, ended at a word where one ends in the second half, never inside of what a reader
    /// sees as one character, and marked where something is left out.
    /// </summary>
    public static string To(int most, string text)
    {
        if (text.Length <= most)
        {
            return text;
        }

        var end = text.LastIndexOf(' ', most - 1, most / 2);
        end = end > 0 ? end : StringInfo.ParseCombiningCharacters(text).LastOrDefault(start => start < most);
        return $"{text[..end].TrimEnd(' ', ',', ';', '.')}…";
    }

    /// <summary>With one full stop at its end, whether its writer set one or not.</summary>
    public static string Sentence(string text) => $"{text.TrimEnd(' ', '.')}.";
}
