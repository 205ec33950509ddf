using System.Collections.Frozen;
using System.Text;

namespace ReadinessPortal.Domain.Registers;

/// <summary>
/// Names that people take for the same, because they look the same: spreadsheets and web pages write spaces that do not
/// break, two of them, or a letter and its mark apart.
/// </summary>
internal static class LooseText
{
    // The portal runs without the data of cultures, and string.Normalize leaves every text as it is then.
    private static readonly FrozenDictionary<(char Letter, char Mark), char> _composed =
        new (char Mark, string Letters, string Composed)[]
        {
            ('\u0300', "AEIOUaeiou", "ÀÈÌÒÙàèìòù"),
            ('\u0301', "AEIOUYaeiouyCcLlNnRrSsZz", "ÁÉÍÓÚÝáéíóúýĆćĹĺŃńŔŕŚśŹź"),
            ('\u0302', "AEIOUaeiouCcGgSsWwYy", "ÂÊÎÔÛâêîôûĈĉĜĝŜŝŴŵŶŷ"),
            ('\u0303', "AINOUainou", "ÃĨÑÕŨãĩñõũ"),
            ('\u0304', "AEIOUaeiou", "ĀĒĪŌŪāēīōū"),
            ('\u0306', "AGUagu", "ĂĞŬăğŭ"),
            ('\u0307', "EIZez", "ĖİŻėż"),
            ('\u0308', "AEIOUYaeiouy", "ÄËÏÖÜŸäëïöüÿ"),
            ('\u030A', "AUau", "ÅŮåů"),
            ('\u030B', "OUou", "ŐŰőű"),
            ('\u030C', "CDENRSTZcdenrstz", "ČĎĚŇŘŠŤŽčďěňřšťž"),
            ('\u0327', "CSTcst", "ÇŞŢçşţ"),
            ('\u0328', "AEIUaeiu", "ĄĘĮŲąęįų"),
        }
        .SelectMany(m => m.Letters.Zip(m.Composed, (letter, composed) => ((letter, m.Mark), composed)))
        .ToFrozenDictionary(m => m.Item1, m => m.composed);

    /// <summary>Capitals do not tell names apart either.</summary>
    public static IEqualityComparer<string> Comparer { get; } = EqualityComparer<string>.Create(
        (a, b) => a is null || b is null ? a == b : Of(a).Equals(Of(b), StringComparison.OrdinalIgnoreCase),
        text => StringComparer.OrdinalIgnoreCase.GetHashCode(Of(text)));

    /// <summary>With one plain space where there is white space, and each letter together with its mark.</summary>
    public static string Of(string text)
    {
        var words = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return Ascii.IsValid(words) ? words : Composed(words);
    }

    private static string Composed(string text)
    {
        var composed = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (composed.Length > 0 && _composed.TryGetValue((composed[^1], letter), out var whole))
            {
                composed[^1] = whole;
            }
            else
            {
                composed.Append(letter);
            }
        }

        return composed.ToString();
    }
}
