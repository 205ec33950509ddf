using System.Collections.Immutable;

namespace ReadinessPortal.Domain.Facts;

/// <summary>A list as the text of a field: one line per entry.</summary>
public static class FactList
{
    /// <summary>Entries without the white space around them; empty lines are none.</summary>
    public static ImmutableArray<string> Of(string? text) =>
        [.. (text ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    /// <returns>Null for an empty list.</returns>
    public static string? Text(IEnumerable<string> entries)
    {
        var text = string.Join('\n', entries);
        return text.Length == 0 ? null : text;
    }
}
