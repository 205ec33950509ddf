namespace ReadinessPortal.Domain.Figures.Formulas;

internal enum TokenKind { Number, Name, Text, Date, Symbol, End, Unreadable }

internal readonly record struct Token(TokenKind Kind, string Text, int At);

/// <summary>
/// Cuts a formula into tokens. A hyphen or a point between letters and digits belongs to the name
/// (<c>cost-export.actual</c>), so a minus stands between spaces; a part of a name may begin with a digit.
/// </summary>
internal static class FormulaLexer
{
    private static readonly string[] _symbols =
    [
        "<=", ">=", "!=", "<>", "==", "+", "-", "−", "*", "×", "/", "÷", "(", ")", ",", "<", ">", "=", "%",
        "$", "€", "£", "¥",
    ];

    public static List<Token> Read(string formula)
    {
        var tokens = new List<Token>();
        var at = 0;
        while (at < formula.Length)
        {
            if (char.IsWhiteSpace(formula[at]))
            {
                at++;
                continue;
            }

            var token = Next(formula, at);
            tokens.Add(token);
            at += token.Kind == TokenKind.Text ? token.Text.Length + 2 : token.Text.Length;
            if (token.Kind == TokenKind.Unreadable)
            {
                break;
            }
        }

        tokens.Add(new(TokenKind.End, "", formula.Length));
        return tokens;
    }

    private static Token Next(string formula, int at)
    {
        var first = formula[at];
        if (char.IsAsciiDigit(first))
        {
            return DateAt(formula, at) is { } date
                ? new(TokenKind.Date, date, at)
                : new(TokenKind.Number, NumberAt(formula, at), at);
        }

        if (char.IsAsciiLetter(first) || first == '_')
        {
            return new(TokenKind.Name, NameAt(formula, at), at);
        }

        if (first is '"' or '\'')
        {
            var end = formula.IndexOf(first, at + 1);
            return end < 0
                ? new(TokenKind.Unreadable, formula[at..], at)
                : new(TokenKind.Text, formula[(at + 1)..end], at);
        }

        return Array.Find(_symbols, s => string.CompareOrdinal(formula, at, s, 0, s.Length) == 0) is { } symbol
            ? new(TokenKind.Symbol, symbol, at)
            : new(TokenKind.Unreadable, formula[at].ToString(), at);
    }

    private static string? DateAt(string formula, int at)
    {
        foreach (var length in (ReadOnlySpan<int>)[10, 7])
        {
            if (at + length <= formula.Length && !ContinuesName(formula, at + length)
                && DateSpec.TryParse(formula.Substring(at, length), null, out _))
            {
                return formula.Substring(at, length);
            }
        }

        return null;
    }

    private static string NumberAt(string formula, int at)
    {
        var end = at;
        while (end < formula.Length
            && (char.IsAsciiDigit(formula[end])
                || (formula[end] == '.' && end + 1 < formula.Length && char.IsAsciiDigit(formula[end + 1]))))
        {
            end++;
        }

        return formula[at..end];
    }

    private static string NameAt(string formula, int at)
    {
        var end = at;
        while (ContinuesName(formula, end)
            || (end < formula.Length && formula[end] is '-' or '.' && ContinuesName(formula, end + 1)))
        {
            end++;
        }

        return formula[at..end];
    }

    private static bool ContinuesName(string formula, int at) =>
        at < formula.Length && (char.IsAsciiLetterOrDigit(formula[at]) || formula[at] == '_');
}
