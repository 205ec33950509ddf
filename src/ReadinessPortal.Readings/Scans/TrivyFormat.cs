using System.Text.Json;
using ReadinessPortal.Readings.Json;

namespace ReadinessPortal.Readings.Scans;

/// <summary>Reports of Trivy: of an image, a file system, configuration or a cluster, and the bare list of results
/// that it wrote before version 0.20 (https://trivy.dev/latest/docs/configuration/reporting/#json).</summary>
public sealed class TrivyFormat : IJsonFormat
{
    private static readonly string[] _findings = ["Vulnerabilities", "Misconfigurations", "Secrets", "Class", "Type"];

    public string Name => "trivy";

    public bool Claims(JsonElement root) => root.ValueKind switch
    {
        JsonValueKind.Object => (root.TryGetProperty("SchemaVersion", out _)
                && (root.TryGetProperty("Results", out _) || root.TryGetProperty("ArtifactName", out _)))
            || (root.TryGetProperty("ArtifactName", out _) && root.TryGetProperty("Results", out _))
            || (root.TryGetProperty("ClusterName", out _) && root.TryGetProperty("Resources", out _)),
        JsonValueKind.Array => root.EnumerateArray().FirstOrDefault() is { ValueKind: JsonValueKind.Object } first
            && first.TryGetProperty("Target", out _) && _findings.Any(f => first.TryGetProperty(f, out _)),
        _ => false,
    };

    public void Read(JsonPart root, ReadingCollector into)
    {
        into.Producer = "Trivy";
        var scan = new TrivyScan();
        foreach (var result in Results(root))
        {
            scan.Result(result);
        }

        if (root.IsObject)
        {
            into.Captured(Numbers.Moment(root.Text("CreatedAt")));
            into.Producer = root.Member("Trivy")?.Text("Version") is { } version ? $"Trivy {version}" : "Trivy";
        }

        scan.AddTo(into);
        AddNames(root.Element, into);
    }

    // Before version 0.20 nothing said what kind of thing was scanned. A path names no build.
    private static void AddNames(JsonElement root, ReadingCollector into)
    {
        if (root.Said("ArtifactType") is null or "container_image")
        {
            into.IsAboutImage(root.Said("ArtifactName"));
        }

        if (root.Find("Metadata") is { } metadata)
        {
            foreach (var image in metadata.AllSaid("RepoTags").Concat(metadata.AllSaid("RepoDigests")))
            {
                into.IsAboutImage(image);
            }

            into.IsAboutCommit(metadata.Said("Commit"));
        }
    }

    private static IEnumerable<JsonPart> Results(JsonPart root) => root.IsArray
        ? root.Items()
        : root.Items("Results")
            .Concat(root.Items("Resources").SelectMany(r => r.Items("Results")))
            .Concat(root.Items("Findings").SelectMany(r => r.Items("Results")));
}

/// <summary>What Trivy looked for, and what it found.</summary>
internal sealed class TrivyScan
{
    private readonly SeverityTally _vulnerabilities = new("vulnerabilities");
    private readonly SeverityTally _misconfigurations = new("misconfigurations");
    private long _fixable;
    private long _secrets;
    private int _results;
    private bool _soughtVulnerabilities;
    private bool _soughtMisconfigurations;
    private bool _soughtSecrets;

    public void Result(JsonPart result)
    {
        _results++;
        Vulnerabilities(result);
        Misconfigurations(result);
        var secrets = result.Items("Secrets").Count();
        _secrets += secrets;
        _soughtSecrets |= secrets > 0 || result.Text("Class") == "secret";
    }

    /// <summary>A scan of configuration says nothing of vulnerabilities, so their counts are absent then.</summary>
    public void AddTo(ReadingCollector into)
    {
        if (_results == 0)
        {
            into.Warn(WarningCodes.NothingMeasured, "Nothing was scanned: the report lists no target, so that finding "
                + "nothing proves nothing. Check what the scan was pointed at.");
        }

        if (_soughtVulnerabilities || _results == 0)
        {
            _vulnerabilities.AddTo(into);
            into.Add("vulnerabilities.fixable", _fixable, "count");
        }

        if (_soughtMisconfigurations)
        {
            _misconfigurations.AddTo(into);
        }

        if (_soughtSecrets)
        {
            into.Add("secrets.total", _secrets, "count");
        }
    }

    // Reports from before classes were named are of packages.
    private void Vulnerabilities(JsonPart result)
    {
        var found = false;
        foreach (var vulnerability in result.Items("Vulnerabilities"))
        {
            found = true;
            _vulnerabilities.Add(SeverityTally.Of(vulnerability.Text("Severity")));
            _fixable += string.IsNullOrWhiteSpace(vulnerability.Text("FixedVersion")) ? 0 : 1;
        }

        _soughtVulnerabilities |= found || result.Text("Class") is "os-pkgs" or "lang-pkgs"
            || (result.Member("Class") is null && result.Member("Misconfigurations") is null
                && result.Member("Secrets") is null);
    }

    private void Misconfigurations(JsonPart result)
    {
        _soughtMisconfigurations |= result.Text("Class") == "config" || result.Member("Misconfigurations") is not null;
        foreach (var check in result.Items("Misconfigurations"))
        {
            if (check.Text("Status") is null or "FAIL")
            {
                _misconfigurations.Add(SeverityTally.Of(check.Text("Severity")));
            }
        }
    }
}
