namespace ReadinessPortal.Pdf.Typesetting;

/// <summary>
/// The pieces between which a line may end. This, and what it stands on, knows texts and no faces: tables compute their
/// columns with it.
/// </summary>
internal static class Chunks
{
    public const char ZeroWidthSpace = '\u200B';

    public static bool IsBlank(char c) => c is ' ' or '\u2002' or '\u2003' or '\u2009' or '\u3000';

    /// <summary>Where the piece that begins at <paramref name="start"/> ends: blanks, or what stands between.</summary>
    public static int EndOf(string text, int start)
    {
        var at = start + 1;
        if (Glue.IsAt(text, start))
        {
            return at;
        }

        var isBlank = IsBlank(text[start]);
        if (!isBlank && WholeEnd(text, start) is { } end)
        {
            return end;
        }

        while (at < text.Length && IsBlank(text[at]) == isBlank && (isBlank || !MayBreakBetween(text, at)))
        {
            at++;
        }

        return at;
    }

    /// <summary>Whether a line may end behind a piece.</summary>
    public static bool MayBreakAfter(string text, int start, int end) => !Glue.IsAt(text, start)
        && (IsBlank(text[start]) || text[end - 1] == ZeroWidthSpace || (end < text.Length && !IsBlank(text[end])));

    /// <summary>The texts that stay on one line, unless one alone is wider than the line.</summary>
    public static IEnumerable<string> Words(string text)
    {
        var first = 0;
        for (var start = 0; start < text.Length;)
        {
            var end = EndOf(text, start);
            if (IsBlank(text[start]) && !Glue.IsAt(text, start))
            {
                first = end;
            }
            else if (end == text.Length || MayBreakAfter(text, start, end)
                || (IsBlank(text[end]) && !Glue.IsAt(text, end)))
            {
                yield return text[first..end];
                first = end;
            }

            start = end;
        }
    }

    // A unit is as whole as its number. Where a word has begun before, what follows of it is no whole.
    private static int? WholeEnd(string text, int start)
    {
        if (start > 0 && !IsBlank(text[start - 1]))
        {
            return null;
        }

        var end = start;
        while (end < text.Length && !IsBlank(text[end]))
        {
            end++;
        }

        return Tokens.IsWhole(text.AsSpan(start..end)) || (start > 0 && Glue.IsAt(text, start - 1)) ? end : null;
    }

    private static bool MayBreakBetween(string text, int at)
    {
        var (before, after) = (text[at - 1], text[at]);
        return before switch
        {
            ZeroWidthSpace or '\u2013' or '\u2014' => true,
            '-' or '/' or '\\' or '_' or '&' or '?' or '=' or ',' =>
                char.IsLetter(after) && at > 1 && char.IsLetterOrDigit(text[at - 2]),
            _ => Ideographs.MayBreakBefore(text, at),
        };
    }
}
