using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ReadinessPortal.Domain.Facts;

namespace ReadinessPortal.Application.Facts;

/// <summary>Finds the fact and field behind the place that a check of the whole launch names by numbers.</summary>
internal static partial class FactPlaces
{
    /// <param name="at">For example <c>gates[0].criteria[1]</c>.</param>
    public static FieldProblem Problem(JsonObject facts, string at, string text)
    {
        FactPath? path = null;
        var field = new List<string>();
        JsonNode? node = facts;
        foreach (Match step in Steps().Matches(at))
        {
            if (step.Groups["index"] is { Success: true } index)
            {
                node = (node as JsonArray)?.ElementAtOrDefault(int.Parse(index.Value, CultureInfo.InvariantCulture));
                if (node is JsonObject fact && (string?)fact["key"] is { } key)
                {
                    path = path is { } parent ? parent.Part(field[^1], key) : FactPath.Of(field[^1], key);
                    field.Clear();
                }
            }
            else
            {
                field.Add(step.Groups["name"].Value);
                node = node?[step.Groups["name"].Value];
            }
        }

        return path is null && field is ["launch", ..]
            ? new(FactPath.Launch, string.Join('.', field.Skip(1)), text)
            : new(path ?? FactPath.Launch, string.Join('.', field), text);
    }

    [GeneratedRegex(@"\[(?<index>\d+)\]|(?<name>[^.\[\]]+)")]
    private static partial Regex Steps();
}
