using System.Collections.Immutable;
using System.Text;

namespace ReadinessPortal.Application.Facts;

/// <summary>Changes in words, for the audit and for refusals.</summary>
internal static class FactWords
{
    private const int MostLetters = 80;
    private const int MostChanges = 4;
    private const string Validity = "validity.";

    /// <summary>
    /// <c>evidenceSentence</c> as <c>evidence sentence</c>; of <c>cells.actual</c> the cell's column; of
    /// <c>validity.tests</c>, which is no entry of a map, <c>validity of tests</c>.
    /// </summary>
    public static string Spelled(string field)
    {
        var name = field.StartsWith(Validity, StringComparison.Ordinal)
            ? field.Replace(".", " of ", StringComparison.Ordinal)
            : field[(field.IndexOf('.', StringComparison.Ordinal) + 1)..];
        var words = new StringBuilder();
        foreach (var letter in name)
        {
            words.Append(char.IsUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : $"{letter}");
        }

        return words.ToString();
    }

    public static string Shown(string? text)
    {
        var line = text?.Replace("\n", ", ", StringComparison.Ordinal);
        return line is null ? "nothing" : line.Length > MostLetters ? $"{line[..MostLetters]}…" : line;
    }

    /// <summary>A place among siblings by the key of the one before; empty for the first.</summary>
    public static string Place(string before) => before.Length == 0 ? "first" : $"after {before}";

    /// <summary>One sentence without a full stop.</summary>
    public static string Summary(ImmutableArray<string> words) =>
        words.Length <= MostChanges
            ? string.Join("; ", words)
            : $"{string.Join("; ", words.Take(MostChanges))}; {words.Length - MostChanges} more changes";
}
