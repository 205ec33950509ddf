using System.Text.RegularExpressions;
using ReadinessPortal.Domain.Figures;

namespace ReadinessPortal.Domain.Criteria;

/// <summary>What a command printed, without what only a terminal sees.</summary>
public static partial class PrintedOutput
{
    private const int MostShown = 80;

    /// <returns>Without escape sequences (color codes among them), carriage returns, white space at the end of lines,
    /// and white space at the beginning and end of the whole.</returns>
    public static string Plain(string output)
    {
        var text = output.Contains('\u001B') || output.Contains('\u009B') ? Escapes().Replace(output, "") : output;
        return string.Join('\n', text.Replace("\r", "", StringComparison.Ordinal).TrimStart('\uFEFF').Split('\n')
            .Select(line => line.TrimEnd())).Trim();
    }

    /// <summary>A piece of it as the middle of a sentence: on one line, in quotation marks, shortened.</summary>
    public static string Quoted(string text)
    {
        var line = VisibleText.Line(text);
        return line.Length <= MostShown ? $"'{line}'"
            : $"'{line[..(char.IsHighSurrogate(line[MostShown - 1]) ? MostShown - 1 : MostShown)]}\u2026'";
    }

    // CSI (colors, cursor), OSC (titles, links) up to its end or the end of the line, and all other two-byte ones.
    [GeneratedRegex(@"(?:\x1B\[|\x9B)[0-?]*[ -/]*[@-~]|\x1B\][^\x07\x1B\n]*(?:\x07|\x1B\\)?|\x1B[ -/]*[0-~]|\x1B",
        RegexOptions.NonBacktracking)]
    private static partial Regex Escapes();
}
