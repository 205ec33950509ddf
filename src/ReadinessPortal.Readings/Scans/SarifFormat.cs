using System.Text.Json;
using ReadinessPortal.Readings.Json;

namespace ReadinessPortal.Readings.Scans;

/// <summary>Results of static analysis in SARIF 2.1.0 (OASIS standard), counted by their effective level.</summary>
public sealed class SarifFormat : IJsonFormat
{
    public string Name => "sarif";

    public bool Claims(JsonElement root) => root.ValueKind == JsonValueKind.Object
        && root.TryGetProperty("runs", out _)
        && ((root.TryGetProperty("version", out var version)
                && version.TextOrNull()?.StartsWith("2.", StringComparison.Ordinal) == true)
            || (root.TryGetProperty("$schema", out var schema)
                && schema.TextOrNull()?.Contains("sarif", StringComparison.OrdinalIgnoreCase) == true));

    public void Read(JsonPart root, ReadingCollector into)
    {
        var counts = new SarifCounts();
        var producers = new List<string>();
        var (withResults, unsuccessful) = (0, 0);
        foreach (var run in root.Required("runs").Items())
        {
            var driver = run.Required("tool").Required("driver");
            producers.Add($"{driver.Text("name")} {driver.Text("version") ?? driver.Text("semanticVersion")}".Trim());
            unsuccessful += IsUnsuccessful(run, into) ? 1 : 0;

            AddNames(run.Element, into);

            // A run without a list of results, rather than with an empty one, has not looked (3.14.23).
            withResults += run.Member("results") is null ? 0 : 1;
            var rules = new SarifRules(run);
            foreach (var result in run.Items("results"))
            {
                counts.Add(result, rules);
            }
        }

        into.Producer = string.Join(", ", producers.Distinct());
        counts.AddTo(into, isClean: unsuccessful == 0);
        if (unsuccessful > 0)
        {
            into.Warn(WarningCodes.RunUnsuccessful, $"{unsuccessful} of {producers.Count} runs say that they were not "
                + "successful: what they did not find proves nothing, and counts of zero are left out. Run the tool "
                + "again.");
        }

        if (withResults == 0)
        {
            into.Warn(WarningCodes.NothingMeasured, "No run in the file has results, not even an empty list: nothing "
                + "was scanned. Run the tool again.");
        }
    }

    // The commit that was analyzed (3.14.5); the image, as Trivy adds it.
    private static void AddNames(JsonElement run, ReadingCollector into)
    {
        foreach (var revision in run.Listed("versionControlProvenance"))
        {
            into.IsAboutCommit(revision.Said("revisionId"));
        }

        if (run.Find("properties") is { } properties)
        {
            foreach (var image in properties.AllSaid("repoTags").Concat(properties.AllSaid("repoDigests"))
                .Append(properties.Said("imageName")))
            {
                into.IsAboutImage(image);
            }
        }
    }

    private static bool IsUnsuccessful(JsonPart run, ReadingCollector into)
    {
        var isUnsuccessful = false;
        foreach (var invocation in run.Items("invocations"))
        {
            isUnsuccessful |= invocation.Flag("executionSuccessful") == false;
            into.Captured(Numbers.Moment(invocation.Text("endTimeUtc") ?? invocation.Text("startTimeUtc")));
        }

        return isUnsuccessful;
    }
}
