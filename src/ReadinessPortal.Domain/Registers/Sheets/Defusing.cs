using System.Text.RegularExpressions;

namespace ReadinessPortal.Domain.Registers.Sheets;

/// <summary>
/// Keeps a spreadsheet from running a text as a formula: an apostrophe before it, as one would type. A number that is
/// one stays a number.
/// </summary>
public static partial class Defusing
{
    public static string Defuse(string cell) => Runs().IsMatch(cell) && !Number().IsMatch(cell) ? $"'{cell}" : cell;

    /// <summary>The text that was defused; every other text as it is.</summary>
    public static string Restore(string cell) => cell.StartsWith('\'') && Runs().IsMatch(cell) ? cell[1..] : cell;

    // Wide forms run in some spreadsheets too. Apostrophes before them belong to the text, and get one more.
    [GeneratedRegex(@"^'*[=+\-@\t\r\n＝＋－＠]", RegexOptions.CultureInvariant)]
    private static partial Regex Runs();

    [GeneratedRegex(@"^[+-]?(?:[0-9]+(?:\.[0-9]+)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
