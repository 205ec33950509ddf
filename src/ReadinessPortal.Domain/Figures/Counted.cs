using System.Globalization;

namespace ReadinessPortal.Domain.Figures;

/// <summary>Numbers in sentences: words up to ten, digits beyond.</summary>
public static class Counted
{
    private static readonly string[] _words =
        ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

    /// <summary><c>two</c>, <c>12</c>.</summary>
    public static string Word(int number) =>
        number is >= 0 and <= 10 ? _words[number] : number.ToString(CultureInfo.InvariantCulture);

    /// <summary><c>one gate</c>, <c>two gates</c>.</summary>
    public static string Of(int number, string singular, string? plural = null) =>
        $"{Word(number)} {(number == 1 ? singular : plural ?? singular + "s")}";

    /// <summary><c>1 cell</c>, <c>2,000 cells</c>: where numbers are compared and not read aloud.</summary>
    public static string Digits(int number, string singular, string? plural = null) =>
        $"{Format.Number(number)} {(number == 1 ? singular : plural ?? singular + "s")}";

    /// <summary>All of two or more at the beginning of a sentence: <c>Both</c>, <c>All three</c>.</summary>
    public static string All(int number) => number == 2 ? "Both" : $"All {Word(number)}";

    /// <summary>With a capital, for the beginning of a sentence; the name of a file at its beginning stays.</summary>
    public static string Capital(string text) =>
        text.Length == 0 || IsFileName(text.AsSpan(0, Math.Max(0, text.IndexOf(' ', StringComparison.Ordinal)))) ? text
            : char.ToUpperInvariant(text[0]) + text[1..];

    private static bool IsFileName(ReadOnlySpan<char> word) => word.Length > 2 && word[1..^1].Contains('.');

    /// <summary><c>a, b and c</c>; beyond <paramref name="most"/> the rest is counted.</summary>
    public static string List(IReadOnlyList<string> parts, int most = 4) =>
        parts.Count > most
            ? $"{string.Join(", ", parts.Take(most))} and {Word(parts.Count - most)} more"
            : parts.Count > 1
                ? $"{string.Join(", ", parts.Take(parts.Count - 1))} and {parts[^1]}"
                : string.Concat(parts);
}
