using System.Text.Json;
using ReadinessPortal.Readings.Json;

namespace ReadinessPortal.Readings.Scans;

/// <summary>
/// <c>npm audit --json</c> in both shapes: npm 7 and later list vulnerable packages, npm 6 and pnpm list advisories,
/// and npm 6 declares the paths to them (https://docs.npmjs.com/cli/commands/npm-audit).
/// </summary>
public sealed class NpmAuditFormat : IJsonFormat
{
    private static readonly string[] _severities = ["critical", "high", "moderate", "low", "info"];

    public string Name => "npm-audit";

    public bool Claims(JsonElement root) => root.ValueKind == JsonValueKind.Object
        && (root.TryGetProperty("auditReportVersion", out _)
            || (root.TryGetProperty("advisories", out _) && root.TryGetProperty("metadata", out _))
            || IsRefusal(root));

    public void Read(JsonPart root, ReadingCollector into)
    {
        if (IsRefusal(root.Element))
        {
            throw root.Required("error").Wrong($"says that the audit did not run: "
                + $"{ReadingCollector.Clean(root.Required("error").Text("summary"))}");
        }

        var tally = new SeverityTally("vulnerabilities");
        var isFirst = root.Member("advisories") is not null;
        var fixable = 0;
        var entries = _severities.ToDictionary(s => s, _ => (Entries: 0m, Paths: 0m));
        foreach (var (_, entry) in root.Members(isFirst ? "advisories" : "vulnerabilities"))
        {
            var word = entry.Required("severity").Element.ValueKind == JsonValueKind.String
                ? entry.Text("severity")! : throw entry.Wrong("has a severity that is no text");
            tally.Add(SeverityTally.Of(word));
            fixable += isFirst ? HasPatch(entry) : IsFixable(entry);
            if (entries.TryGetValue(word, out var counted))
            {
                var paths = entry.Items("findings").Sum(f => f.Items("paths").Count());
                entries[word] = (counted.Entries + 1, counted.Paths + paths);
            }
        }

        into.Producer = isFirst ? "npm 6 audit" : "npm audit";
        tally.AddTo(into);
        into.Add("vulnerabilities.fixable", fixable, "count");
        if (root.Member("metadata") is { } metadata)
        {
            Compare(metadata, entries, into);
            WarnIfNothing(metadata, into);
        }
    }

    private static bool IsRefusal(JsonElement root) => root.TryGetProperty("error", out var error)
        && error.ValueKind == JsonValueKind.Object && error.TryGetProperty("code", out _)
        && error.TryGetProperty("summary", out _);

    private static int IsFixable(JsonPart package) =>
        package.Member("fixAvailable") is { } fix && (fix.IsObject || fix.Element.ValueKind == JsonValueKind.True)
            ? 1 : 0;

    // npm 6 writes the range <0.0.0 where no version is patched.
    private static int HasPatch(JsonPart advisory) =>
        advisory.Text("patched_versions") is { Length: > 0 } range && range != "<0.0.0" ? 1 : 0;

    private static void Compare(
        JsonPart metadata, Dictionary<string, (decimal Entries, decimal Paths)> counted, ReadingCollector into)
    {
        var different = new List<string>();
        var isByPath = true;
        foreach (var severity in _severities)
        {
            if (metadata.Member("vulnerabilities")?.Count(severity) is { } said && said != counted[severity].Entries)
            {
                different.Add($"{severity} says {said:0}, listed {counted[severity].Entries:0}");
                isByPath &= said > 0 && said == counted[severity].Paths;
            }
        }

        if (different.Count > 0)
        {
            into.Warn(isByPath ? WarningCodes.DeclaredOtherwise : WarningCodes.TotalsDisagree,
                "The metadata declare other numbers than the report lists; the readings are counted. "
                + $"{string.Join("; ", different)}."
                + (isByPath ? " npm 6 declares every path by which an advisory is reached." : ""));
        }
    }

    private static void WarnIfNothing(JsonPart metadata, ReadingCollector into)
    {
        var dependencies = metadata.Member("dependencies") is { IsObject: true } byKind
            ? byKind.Count("total") : metadata.Count("totalDependencies");
        if (dependencies == 0)
        {
            into.Warn(WarningCodes.NothingMeasured, "The audit covered no dependency: finding nothing proves nothing. "
                + "Run it where the lock file is.");
        }
    }
}
