using System.Text.Json;
using ReadinessPortal.Readings.Json;

namespace ReadinessPortal.Readings.Scans;

/// <summary>Reports of Anchore Grype (<c>-o json</c>): each match of a package and a vulnerability counts; what a rule
/// of its configuration ignores stands apart and does not.</summary>
public sealed class GrypeFormat : IJsonFormat
{
    public string Name => "grype";

    public bool Claims(JsonElement root) => root.ValueKind == JsonValueKind.Object
        && root.TryGetProperty("matches", out _)
        && ((root.TryGetProperty("descriptor", out var descriptor) && descriptor.ValueKind == JsonValueKind.Object
                && descriptor.TryGetProperty("name", out var name) && name.TextOrNull() == "grype")
            || (root.TryGetProperty("source", out _) && root.TryGetProperty("distro", out _)));

    public void Read(JsonPart root, ReadingCollector into)
    {
        var tally = new SeverityTally("vulnerabilities");
        var fixable = 0;
        foreach (var match in root.Required("matches").Items())
        {
            var vulnerability = match.Required("vulnerability");
            tally.Add(SeverityTally.Of(vulnerability.Text("severity")));
            fixable += IsFixable(vulnerability) ? 1 : 0;
        }

        var descriptor = root.Member("descriptor");
        into.Producer = $"Grype {descriptor?.Text("version")}";
        into.Captured(Numbers.Moment(descriptor?.Text("timestamp")));
        tally.AddTo(into);
        into.Add("vulnerabilities.fixable", fixable, "count");
        if (root.Items("ignoredMatches").Count() is > 0 and var ignored)
        {
            into.Warn(WarningCodes.RuledOut, $"{ignored} matches are ignored by rules of the scan and not counted.");
        }

        AddNames(root.Element.Find("source"), into);
    }

    // Of a directory or a file the target is its path.
    private static void AddNames(JsonElement? source, ReadingCollector into)
    {
        if (source?.Said("type") == "image" && source.Value.Find("target") is { } target)
        {
            foreach (var image in target.AllSaid("tags").Concat(target.AllSaid("repoDigests"))
                .Append(target.Said("userInput")))
            {
                into.IsAboutImage(image);
            }
        }
    }

    // Versions before 0.14 wrote the version itself.
    private static bool IsFixable(JsonPart vulnerability) =>
        vulnerability.Member("fix") is { } fix ? fix.Text("state") == "fixed"
        : !string.IsNullOrEmpty(vulnerability.Text("fixedInVersion"));
}
