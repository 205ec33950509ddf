using System.Text.RegularExpressions;

namespace ReadinessPortal.Web.Evidence;

/// <summary>What a part of a form says of itself, as browsers and curl write it.</summary>
/// <param name="Name">Of the field.</param>
/// <param name="FileName">Null for a part that is no file, empty where none was chosen.</param>
internal sealed partial record PartHeader(string Name, string? FileName)
{
    private const string Kind = "form-data";
    private const string Utf8 = "utf-8''";

    /// <summary>Null for what is no part of a form.</summary>
    public static PartHeader? Parse(string? header)
    {
        var text = header?.Trim() ?? "";
        if (!text.StartsWith(Kind, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var said = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        for (var at = Kind.Length; Field().Match(text, at) is { Success: true } field;)
        {
            at = field.Index + field.Length;
            var isQuoted = at < text.Length && text[at] == '"';
            var end = isQuoted ? EndOfQuoted(text, at + 1) : EndOfPlain(text, at);
            said.TryAdd(field.Groups[1].Value, isQuoted ? Unescaped(text[(at + 1)..end]) : text[at..end].TrimEnd());
            at = isQuoted ? Math.Min(end + 1, text.Length) : end;
        }

        return said.GetValueOrDefault("name") is not { } name ? null
            : new(name, said.GetValueOrDefault("filename*") is { } coded
                && coded.StartsWith(Utf8, StringComparison.OrdinalIgnoreCase)
                    ? Uri.UnescapeDataString(coded[Utf8.Length..])
                    : said.GetValueOrDefault("filename"));
    }

    private static int EndOfPlain(string text, int at) =>
        text.IndexOf(';', at) is var end and >= 0 ? end : text.Length;

    /// <summary>
    /// To some programs a backslash before a quotation mark is an escape, to browsers it is the last letter of a name;
    /// browsers write the file's name last.
    /// </summary>
    private static int EndOfQuoted(string text, int at)
    {
        for (var backslashes = 0; at < text.Length; at++)
        {
            if (text[at] == '"' && (backslashes % 2 == 0 || at == text.Length - 1))
            {
                break;
            }

            backslashes = text[at] == '\\' ? backslashes + 1 : 0;
        }

        return at;
    }

    /// <summary>
    /// Browsers escape these three and nothing else (WHATWG, multipart/form-data); a quotation mark within is one of a
    /// program that escapes by backslashes.
    /// </summary>
    private static string Unescaped(string text) => text.Contains('"', StringComparison.Ordinal)
        ? Backslashed().Replace(text, "$1")
        : text.Replace("%22", "\"", StringComparison.Ordinal).Replace("%0D", "\r", StringComparison.Ordinal)
            .Replace("%0A", "\n", StringComparison.Ordinal);

    [GeneratedRegex(@"\G\s*;\s*([A-Za-z*]+)\s*=\s*")]
    private static partial Regex Field();

    [GeneratedRegex(@"\\([""\\])")]
    private static partial Regex Backslashed();
}
