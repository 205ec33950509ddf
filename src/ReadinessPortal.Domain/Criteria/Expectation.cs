namespace ReadinessPortal.Domain.Criteria;

/// <summary>
/// What the output of a command is compared with: a pattern, a place in JSON, a part of the text, or the whole of it.
/// Output and expected text are compared as <see cref="PrintedOutput.Plain"/> leaves them, case and all.
/// </summary>
/// <remarks>
/// What it begins with decides: <c>/</c> a regular expression, <c>/Ready/i</c>; <c>$.</c> or <c>$[</c> a place in JSON
/// with its value, <c>$.status.replicas = 3</c>; <c>contains:</c> a text that occurs; <c>equals:</c>, or anything else,
/// the whole text.
/// </remarks>
public abstract record Expectation
{
    /// <summary>What whoever types one has to know.</summary>
    internal const string Hint = "One of: /pattern/ with i or m after it, $.path = value (text in double quotes), "
        + "contains: text, or the whole output. Colors and white space at line ends do not count. Empty: it is only "
        + "recorded.";

    private const string Contains = "contains:";
    private const string Equal = "equals:";

    private protected Expectation()
    {
    }

    /// <summary>As the middle of a sentence: <c>the pattern /Ready/</c>.</summary>
    public abstract string Shown { get; }

    /// <summary>Why a text is none, as what follows the name of its field; null when it is one.</summary>
    public static string? WhyNot(string text) => Read(text).WhyNot;

    /// <summary>Reads one.</summary>
    /// <returns>Either it, or why the text is none.</returns>
    public static (Expectation? Expected, string? WhyNot) Read(string text)
    {
        var trimmed = PrintedOutput.Plain(text);
        return trimmed.StartsWith('/') ? ExpectedPattern.Of(trimmed)
            : trimmed.StartsWith("$.", StringComparison.Ordinal) || trimmed.StartsWith("$[", StringComparison.Ordinal)
                ? ExpectedValue.Of(trimmed)
            : trimmed.StartsWith(Contains, StringComparison.Ordinal)
                ? OfText(trimmed[Contains.Length..], text => new ExpectedPart(text))
            : trimmed.StartsWith(Equal, StringComparison.Ordinal)
                ? OfText(trimmed[Equal.Length..], text => new ExpectedText(text))
            : OfText(trimmed, text => new ExpectedText(text));
    }

    /// <summary>How an output differs from what is expected, as the middle of a sentence; null when it does not.
    /// </summary>
    /// <param name="output">As <see cref="PrintedOutput.Plain"/> leaves it.</param>
    public abstract string? Differs(string output);

    private static (Expectation?, string?) OfText(string text, Func<string, Expectation> of) =>
        text.Trim() is { Length: > 0 } some ? (of(some), null) : (null, "names no text to compare with");
}

/// <summary>A text that occurs somewhere in the output.</summary>
internal sealed record ExpectedPart(string Part) : Expectation
{
    public override string Shown => $"{PrintedOutput.Quoted(Part)} somewhere in it";

    public override string? Differs(string output) => output.Contains(Part, StringComparison.Ordinal)
        ? null
        : $"{PrintedOutput.Quoted(Part)} is nowhere in it";
}

/// <summary>The whole output.</summary>
internal sealed record ExpectedText(string Whole) : Expectation
{
    public override string Shown => PrintedOutput.Quoted(Whole);

    public override string? Differs(string output)
    {
        if (output == Whole)
        {
            return null;
        }

        var (expected, got) = (Whole.Split('\n'), output.Split('\n'));
        var at = expected.Zip(got).TakeWhile(l => l.First == l.Second).Count();
        var line = expected.Length == 1 && got.Length == 1 ? "it" : $"line {at + 1}";
        return at == got.Length ? $"it ends before line {at + 1}, {PrintedOutput.Quoted(expected[at])}"
            : at == expected.Length ? $"line {at + 1}, {PrintedOutput.Quoted(got[at])}, should not be there"
            : $"{line} is {PrintedOutput.Quoted(got[at])} and not {PrintedOutput.Quoted(expected[at])}";
    }
}
