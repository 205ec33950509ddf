using System.Globalization;
using System.Text;
using ReadinessPortal.Domain.Figures;

namespace ReadinessPortal.Domain.Identity;

/// <summary>
/// Which passwords may be chosen: long ones that nobody tries first. No kind of character is asked for, and none is
/// forbidden (NIST SP 800-63B-4, section 3.1.1.2: at least 15 characters where the password is all there is, a
/// blocklist, no rules of composition, no change without a reason).
/// </summary>
public static class PasswordRules
{
    /// <summary>Fewest characters.</summary>
    public const int Fewest = 15;

    /// <summary>Most characters: more would only cost time.</summary>
    public const int Most = 256;

    private const int FewestLettersOfItsOwn = 6;
    private const int FewestDifferent = 6;
    private const int LongestRun = 4;

    private static readonly string[] _rows =
        ["abcdefghijklmnopqrstuvwxyz", "qwertyuiopasdfghjklzxcvbnm", "01234567890", "qwertzuiopasdfghjklyxcvbnm"];

    /// <summary>Why a password cannot be chosen; null when it can.</summary>
    /// <param name="known">What everybody knows of the account: its user name, the person's name.</param>
    public static string? WhyNot(string password, params IEnumerable<string> known)
    {
        var length = new StringInfo(password).LengthInTextElements;
        return length < Fewest
                ? $"It has {Counted.Of(length, "character")}; {Fewest} are the fewest. Four words make a good one."
            : length > Most ? $"It has {length} characters; {Most} are the most."
            : password.Any(char.IsControl) ? "It has a character that no keyboard types. Type it instead of pasting it."
            : IsKnown(password, known) ? "It is made of words, names or rows of keys that are tried first. Choose "
                + "four words that nobody would put together."
            : null;
    }

    // What is left when everything is taken out that somebody who guesses begins with.
    private static bool IsKnown(string password, IEnumerable<string> known)
    {
        var plain = password.ToLowerInvariant();
        string[] guesses = [.. known.SelectMany(Words)];
        return plain.Distinct().Count() < FewestDifferent
            || IsGuessed(plain, guesses) || IsGuessed(new([.. plain.Select(Unmasked)]), guesses);
    }

    private static bool IsGuessed(string password, IEnumerable<string> known)
    {
        var left = new string([.. password.Where(char.IsLetterOrDigit)]);
        foreach (var word in known.Concat(CommonPasswords.Words).OrderByDescending(w => w.Length))
        {
            left = left.Replace(word, "", StringComparison.Ordinal);
        }

        return WithoutRuns(left).Count(char.IsLetter) < FewestLettersOfItsOwn;
    }

    private static IEnumerable<string> Words(string text) =>
        new string([.. text.ToLowerInvariant().Select(c => char.IsLetterOrDigit(c) ? c : ' ')])
            .Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(w => w.Length > 2);

    // abcdef, 6543, qwertz and aaaa say nothing, in either direction.
    private static string WithoutRuns(string text)
    {
        var left = new StringBuilder();
        for (var at = 0; at < text.Length;)
        {
            var run = RunAt(text, at);
            left.Append(run >= LongestRun ? "" : text.Substring(at, run));
            at += run;
        }

        return left.ToString();
    }

    private static int RunAt(string text, int at)
    {
        var longest = 1;
        while (at + longest < text.Length && text[at + longest] == text[at])
        {
            longest++;
        }

        foreach (var row in _rows)
        {
            foreach (var step in new[] { 1, -1 })
            {
                var run = 1;
                for (var key = row.IndexOf(text[at]) + step;
                    row.Contains(text[at]) && key >= 0 && key < row.Length && at + run < text.Length
                        && text[at + run] == row[key]; key += step)
                {
                    run++;
                }

                longest = Math.Max(longest, run);
            }
        }

        return longest;
    }

    // p4$$w0rd is tried right after password.
    private static char Unmasked(char c) => c switch
    {
        '0' => 'o',
        '1' => 'i',
        '3' => 'e',
        '4' => 'a',
        '5' => 's',
        '7' => 't',
        '$' => 's',
        '@' => 'a',
        '!' => 'i',
        _ => c,
    };
}
