using System.Text.RegularExpressions;

namespace ReadinessPortal.Domain.Criteria;

/// <summary>
/// A regular expression that something in the output matches: <c>/^READY$/m</c>. After it may stand <c>i</c> (case does
/// not count) and <c>m</c> (^ and $ are those of lines). It is matched without backtracking, in a time that grows
/// with the output and no faster: what a loaded machine answers is what any other does. What needs backtracking is
/// refused.
/// </summary>
internal sealed record ExpectedPattern : Expectation
{
    private const int Longest = 1_000;

    private readonly Regex _pattern;

    private ExpectedPattern(string text, Regex pattern) => (Text, _pattern) = (text, pattern);

    public string Text { get; }

    public override string Shown => $"the pattern {Text}";

    /// <param name="text">Begins with a slash.</param>
    public static (Expectation? Expected, string? WhyNot) Of(string text)
    {
        var end = text.LastIndexOf('/');
        var (pattern, flags) = end > 0 ? (text[1..end], text[(end + 1)..]) : ("", "");
        var options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant
            | (flags.Contains('i') ? RegexOptions.IgnoreCase : 0) | (flags.Contains('m') ? RegexOptions.Multiline : 0);
        if (pattern.Length == 0 || flags.Except("im").Any() || flags.Distinct().Count() < flags.Length)
        {
            return (null, "begins with / as a pattern does, and has to end with / and, perhaps, i or m after it. To "
                + "compare with a text that begins so, write equals: before it");
        }

        if (pattern.Length > Longest)
        {
            return (null, $"is a pattern of {pattern.Length} characters; it may have {Longest}");
        }

        try
        {
            return (new ExpectedPattern(text, new Regex(pattern, options)), null);
        }
        catch (RegexParseException problem)
        {
            return (null, $"is no pattern: {Reason(problem)}, at character {problem.Offset + 1} of it");
        }
        catch (NotSupportedException)
        {
            return (null, "is a pattern with lookarounds, back references or repetitions that grow too large; write a "
                + "simpler one");
        }
    }

    public override string? Differs(string output) =>
        _pattern.IsMatch(output) ? null : $"nothing in it matches {Text}";

    public bool Equals(ExpectedPattern? other) => other?.Text == Text;

    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    // The base library says what is wrong after the pattern and the place, which are said in our words.
    private static string Reason(RegexParseException problem)
    {
        var place = $"offset {problem.Offset}. ";
        var at = problem.Message.IndexOf(place, StringComparison.Ordinal);
        return problem.Message[(at < 0 ? 0 : at + place.Length)..].TrimEnd('.');
    }
}
