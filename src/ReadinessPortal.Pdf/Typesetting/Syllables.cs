using System.Buffers;

namespace ReadinessPortal.Pdf.Typesetting;

/// <summary>
/// Where a long word may be parted with a hyphen: after a vowel that one consonant follows, or between two consonants.
/// That is a syllable in most European languages, without a dictionary for each.
/// </summary>
internal static class Syllables
{
    private const int Least = 5;
    private const int Longest = 45;
    private const int LeastPart = 3;
    private const string Vowels = "aeiouyàáâãäåæèéêëìíîïòóôõöøœùúûüýÿāēīōūаеёиоуыэюяіїєαεηιουω";

    private static readonly SearchValues<char> _vowels =
        SearchValues.Create(Vowels + Vowels.ToUpperInvariant());

    private static readonly string[] _together =
        ["ch", "ck", "sh", "th", "ph", "qu", "bl", "br", "cl", "cr", "dr", "fl", "fr", "gl", "gr", "pl", "pr", "tr"];

    /// <summary>
    /// The letters of a word, with at most punctuation around them. Names of files and commands are no words: a hyphen
    /// would become a part of them.
    /// </summary>
    public static Range? WordIn(ReadOnlySpan<char> text)
    {
        var start = 0;
        while (start < text.Length && char.IsPunctuation(text[start]))
        {
            start++;
        }

        var end = text.Length;
        while (end > start && char.IsPunctuation(text[end - 1]))
        {
            end--;
        }

        var word = text[start..end];
        return word.Length is >= Least and <= Longest && HasOneCase(word) ? start..end : null;
    }

    /// <summary>Whether a syllable ends before the letter at <paramref name="at"/>.</summary>
    public static bool EndsBefore(ReadOnlySpan<char> word, int at)
    {
        if (at < LeastPart || at > word.Length - LeastPart || IsVowel(word[at]) || !word[at..].ContainsAny(_vowels))
        {
            return false;
        }

        return IsVowel(word[at - 1])
            ? IsVowel(word[at + 1]) || AreTogether(word, at)
            : word[..at].ContainsAny(_vowels) && !AreTogether(word, at - 1);
    }

    private static bool IsVowel(char letter) => _vowels.Contains(letter);

    private static bool AreTogether(ReadOnlySpan<char> word, int at)
    {
        foreach (var pair in _together)
        {
            if (word[at..].StartsWith(pair, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    // As in word, Word and WORD, in a script that knows capitals.
    private static bool HasOneCase(ReadOnlySpan<char> word)
    {
        var (areLower, areUpper) = (true, char.IsUpper(word[0]));
        foreach (var letter in word[1..])
        {
            areLower &= char.IsLower(letter);
            areUpper &= char.IsUpper(letter);
        }

        return (areLower || areUpper) && char.IsLetter(word[0]);
    }
}
