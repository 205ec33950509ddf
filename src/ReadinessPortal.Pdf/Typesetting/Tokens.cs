using System.Text.RegularExpressions;

namespace ReadinessPortal.Pdf.Typesetting;

/// <summary>
/// What reads wrong on two lines although it holds hyphens, slashes or commas: numbers, dates, times, amounts, ids,
/// versions and hashes.
/// </summary>
internal static partial class Tokens
{
    private const string Around = "()[]{}<>\"'“”‘’,.;:!?…*";
    private const int Longest = 72;

    /// <param name="word">What stands between two blanks.</param>
    public static bool IsWhole(ReadOnlySpan<char> word) =>
        word.IndexOfAnyInRange('0', '9') >= 0 && word.Trim(Around) is { Length: <= Longest } token
        && Whole().IsMatch(token);

    /// <param name="phrase">What blanks hold together, without the blanks.</param>
    public static bool IsAmount(ReadOnlySpan<char> phrase) => Amount().IsMatch(phrase);

    // 7,500,000CHF and EUR5, and no date.
    [GeneratedRegex(@"^\p{L}{0,3}\P{L}*\d\P{L}*\p{L}*(/\p{L}+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Amount();

    // GA-2025-001, 14:23, $37,568 and 2025–2026; e2e-tests; 9f86d081 and UUIDs; v2.14.0-rc.1; 95ms and $1.2M/month.
    [GeneratedRegex(
        @"^([\p{Sc}<>≤≥=~≈±+−#§-]*[\p{Lu}\d]+([-–.:/_,×'’+][\p{Lu}\d]+)*[%‰+]?"
        + @"|[a-z\d]{1,12}([-_][a-z\d]{1,12}){1,2}"
        + @"|([a-z]+\d*:)?[\da-fA-F]{7,}"
        + @"|[\da-fA-F]{8}(-[\da-fA-F]{4}){3}-[\da-fA-F]{12}"
        + @"|[vV]?\d+(\.\d+)+([-+.]\w+)*"
        + @"|[\p{Sc}<>≤≥=~≈±+−-]*\d[\d.,'’]*[\p{L}µ°%]{0,4}(/\p{L}{1,6})?)$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Whole();
}
