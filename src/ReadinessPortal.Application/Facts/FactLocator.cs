using System.Globalization;
using System.Text.RegularExpressions;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Application.Facts;

/// <summary>Finds the fact and field behind the place that a check of the whole launch names by numbers.</summary>
internal static partial class FactLocator
{
    /// <param name="at">For example <c>gates[0].criteria[1]</c>.</param>
    public static FieldProblem Problem(LaunchFacts facts, string at, string text)
    {
        FactPath? path = null;
        object holder = facts;
        var field = new List<string>();
        foreach (Match step in Steps().Matches(at))
        {
            if (step.Groups["index"] is not { Success: true } index)
            {
                field.Add(step.Groups["name"].Value);
            }
            else if (FactKinds.Of(path?.Part(field[^1], "-") ?? FactPath.Of(field[^1], "-")) is { } kind)
            {
                var fact = kind.In(holder)[int.Parse(index.Value, CultureInfo.InvariantCulture)];
                path = path?.Part(kind.List, fact.Key) ?? FactPath.Of(kind.List, fact.Key);
                holder = fact;
                field.Clear();
            }
        }

        return path is null && field is ["launch", ..]
            ? new(FactPath.Launch, string.Join('.', field.Skip(1)), text)
            : new(path ?? FactPath.Launch, string.Join('.', field), text);
    }

    [GeneratedRegex(@"\[(?<index>\d+)\]|(?<name>[^.\[\]]+)")]
    private static partial Regex Steps();
}
