using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace ReadinessPortal.Application.Packages;

/// <summary>Writes one scalar: plain where nobody can misread it, as a block where it has lines, quoted else.</summary>
internal static partial class YamlText
{
    public static string Inline(string text) =>
        SafePlain().IsMatch(text) && !text.EndsWith(' ') && !Reserved().IsMatch(text) ? text : Quoted(text);

    /// <param name="mayBlock">Whether a literal block is allowed, which only a value of a key is.</param>
    /// <param name="indent">Spaces before each line of a block.</param>
    public static string Scalar(string text, bool mayBlock, int indent) =>
        mayBlock && text.Contains('\n', StringComparison.Ordinal) && CanBlock(text)
            ? Block(text, indent)
            : Inline(text);

    /// <summary>Whether a literal block keeps every character.</summary>
    private static bool CanBlock(string text)
    {
        var lines = text.Split('\n');
        return lines[0].Length > 0
            && !char.IsWhiteSpace(lines[0][0])
            && lines[^1].Length > 0
            && lines.All(l => l.Length == 0 || !string.IsNullOrWhiteSpace(l))
            && lines.All(l => l.All(c => c == '\t' || IsPrintable(c)))
            && !text.Any(char.IsSurrogate);
    }

    private static string Block(string text, int indent)
    {
        var block = new StringBuilder("|-");
        foreach (var line in text.Split('\n'))
        {
            block.Append('\n');
            if (line.Length > 0)
            {
                block.Append(' ', indent).Append(line);
            }
        }

        return block.ToString();
    }

    private static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var c in text)
        {
            _ = c switch
            {
                '"' => quoted.Append("\\\""),
                '\\' => quoted.Append("\\\\"),
                '\n' => quoted.Append("\\n"),
                '\t' => quoted.Append("\\t"),
                _ when IsPrintable(c) || char.IsSurrogate(c) => quoted.Append(c),
                _ => quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}"),
            };
        }

        return quoted.Append('"').ToString();
    }

    private static bool IsPrintable(char c) =>
        !char.IsControl(c) && !char.IsSurrogate(c)
        && c is not ('\u2028' or '\u2029' or '\uFEFF' or '\uFFFE' or '\uFFFF');

    /// <summary>Letters, digits and harmless signs; a colon or a hash only inside a word.</summary>
    [GeneratedRegex(@"^[\p{L}\p{N}/$(](?:[\p{L}\p{N} /$()_.,;+=%<>\^~!?'&*|@…–→×≤≥-]|:(?=[^\s])|(?<=[^\s])#)*\z")]
    private static partial Regex SafePlain();

    [GeneratedRegex(@"^(?:null|true|false|yes|no|on|off|y|n)\z", RegexOptions.IgnoreCase)]
    private static partial Regex Reserved();
}
