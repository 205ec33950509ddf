using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;

namespace ReadinessPortal.Application.Facts;

/// <summary>Changes in words, for the audit and for refusals.</summary>
internal static class FactWords
{
    private const int MostLetters = 80;
    private const int MostChanges = 4;

    /// <summary>
    /// <c>evidenceSentence</c> as <c>evidence sentence</c>; of <c>cells.actual</c> the cell's column.
    /// </summary>
    public static string Spelled(string field)
    {
        var name = field[(field.IndexOf('.', StringComparison.Ordinal) + 1)..];
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

    /// <summary>What a fact is called where it is read.</summary>
    /// <param name="root">The fact that it is a part of: a row is called by its cell in the first column of words.
    /// </param>
    public static string Title(JsonObject fact, JsonObject? root = null) =>
        Shown(FactText.Of(fact, "title") ?? Measured(fact) ?? FactText.Of(fact, "text")
            ?? FactText.Of(fact, "command") ?? FactText.Of(fact, "name") ?? FactText.Of(fact, "by")
            ?? (root is null ? null : Row(fact, root)) ?? FactText.Of(fact, "key"));

    // As CriterionRules.Label: two of one metric are told apart by where and how it was measured.
    private static string? Measured(JsonObject fact) => FactText.Of(fact, "metric") is { } metric
        ? string.Join(", ", new[] { metric, FactText.Of(fact, "scope"), FactText.Of(fact, "statistic") }
            .OfType<string>())
        : null;

    private static string? Row(JsonObject fact, JsonObject root) =>
        fact["cells"] is JsonObject cells && root["columns"] is JsonArray columns
            && columns.OfType<JsonObject>().FirstOrDefault(c =>
                (string?)c["kind"] is null or "text" && c["formula"] is null) is { } column
                ? FactText.Of(cells, FactText.Of(column, "key")!)
                : null;

    /// <summary>A place among siblings by the key of the one before; empty for the first.</summary>
    public static string Place(string before) => before.Length == 0 ? "first" : $"after {before}";

    /// <summary><c>measurements</c> as <c>measurement</c>.</summary>
    public static string One(string list) => list switch
    {
        "categories" => "category",
        "criteria" => "criterion",
        "evidence" => "evidence",
        _ => list.TrimEnd('s'),
    };

    /// <summary>One sentence without a full stop.</summary>
    public static string Summary(ImmutableArray<string> words) =>
        words.Length <= MostChanges
            ? string.Join("; ", words)
            : $"{string.Join("; ", words.Take(MostChanges))}; {words.Length - MostChanges} more changes";
}
