using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Domain.Facts;

/// <summary>The names that facts have for ever.</summary>
public static partial class FactKey
{
    /// <summary>What a key may look like, in words.</summary>
    public static string Rule { get; } =
        $"may hold a-z, 0-9, '.' and '-', beginning with a letter or digit, at most {Fact.KeyLength} of them";

    public static bool IsValid(string key) => Pattern().IsMatch(key) && key.Length <= Fact.KeyLength;

    /// <summary>
    /// A key for something with this title, other than those taken: <c>load-testing</c>, <c>load-testing-2</c>.
    /// </summary>
    /// <param name="otherwise">For a title without a letter that a key may hold.</param>
    public static string Of(string? title, IReadOnlySet<string> taken, string otherwise = "new")
    {
        var words = NotInKey().Replace(WithoutMarks(title ?? "").ToLowerInvariant(), "-").Trim('-');
        var stem = words.Length == 0 ? otherwise : words[..Math.Min(words.Length, Fact.KeyLength - 8)].TrimEnd('-');
        var key = stem;
        for (var i = 2; taken.Contains(key); i++)
        {
            key = string.Create(CultureInfo.InvariantCulture, $"{stem}-{i}");
        }

        return key;
    }

    // é is an e with a mark: the letter stays.
    private static string WithoutMarks(string title) => string.Concat(title.Normalize(NormalizationForm.FormD)
        .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark));

    [GeneratedRegex(@"^[a-z0-9][a-z0-9.-]*\z")]
    private static partial Regex Pattern();

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex NotInKey();
}
