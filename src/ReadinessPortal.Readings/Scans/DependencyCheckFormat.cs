using System.Text.Json;
using System.Xml;
using ReadinessPortal.Readings.Json;

namespace ReadinessPortal.Readings.Scans;

/// <summary>Reports of OWASP Dependency-Check in JSON and in XML (dependency-check.*.xsd). Vulnerabilities are counted
/// for each dependency that has them; those that a suppression file rules out stand apart.</summary>
public sealed class DependencyCheckFormat : IJsonFormat, IXmlFormat
{
    public string Name => "dependency-check";

    public bool Claims(JsonElement root) => root.ValueKind == JsonValueKind.Object
        && root.TryGetProperty("dependencies", out var dependencies) && dependencies.ValueKind == JsonValueKind.Array
        && root.TryGetProperty("scanInfo", out _);

    public bool Claims(XmlReader root) => root.LocalName == "analysis"
        && root.NamespaceURI.Contains("DependencyCheck", StringComparison.OrdinalIgnoreCase);

    public void Read(JsonPart root, ReadingCollector into)
    {
        var scan = new DependencyScan();
        foreach (var dependency in root.Items("dependencies"))
        {
            scan.Dependencies++;
            scan.Suppressed += dependency.Items("suppressedVulnerabilities").Count();
            foreach (var vulnerability in dependency.Items("vulnerabilities"))
            {
                scan.Found.Add(SeverityTally.Of(vulnerability.Text("severity")));
            }
        }

        into.Producer = $"Dependency-Check {root.Required("scanInfo").Text("engineVersion")}";
        into.Captured(Numbers.Moment(root.Member("projectInfo")?.Text("reportDate")));
        into.IsAboutVersion(root.Element.Find("projectInfo")?.Said("applicationVersion"));
        scan.AddTo(into);
    }

    public void Read(XmlReader reader, ReadingCollector into)
    {
        var scan = new DependencyScan();
        string? severity = null;
        var vulnerabilityDepth = -1;
        into.Producer = "Dependency-Check";
        var go = reader.Read();
        while (go)
        {
            if (reader is { NodeType: XmlNodeType.EndElement, LocalName: "vulnerability" }
                && reader.Depth == vulnerabilityDepth)
            {
                scan.Found.Add(SeverityTally.Of(severity));
                vulnerabilityDepth = -1;
            }
            else if (reader.NodeType == XmlNodeType.Element)
            {
                switch (reader.LocalName)
                {
                    case "dependency":
                        scan.Dependencies++;
                        break;
                    case "suppressedVulnerability":
                        scan.Suppressed++;
                        break;
                    case "vulnerability" when vulnerabilityDepth < 0 && !reader.IsEmptyElement:
                        (vulnerabilityDepth, severity) = (reader.Depth, null);
                        break;
                    case "severity" when reader.Depth == vulnerabilityDepth + 1:
                        severity = reader.ReadElementContentAsString();
                        continue;
                    case "applicationVersion":
                        into.IsAboutVersion(reader.ReadElementContentAsString());
                        continue;
                    case "reportDate":
                        into.Captured(Numbers.Moment(reader.ReadElementContentAsString()));
                        continue;
                    case "engineVersion":
                        into.Producer = $"Dependency-Check {reader.ReadElementContentAsString()}";
                        continue;
                }
            }

            go = reader.Read();
        }

        scan.AddTo(into);
    }
}

/// <summary>What was scanned, and what was found.</summary>
internal sealed class DependencyScan
{
    public SeverityTally Found { get; } = new("vulnerabilities");

    public long Dependencies { get; set; }

    public long Suppressed { get; set; }

    public void AddTo(ReadingCollector into)
    {
        Found.AddTo(into);
        if (Suppressed > 0)
        {
            into.Warn(WarningCodes.RuledOut, $"{Suppressed} vulnerabilities are suppressed and not counted.");
        }

        if (Dependencies == 0)
        {
            into.Warn(WarningCodes.NothingMeasured, "Nothing was scanned: the report lists no dependency. Check what "
                + "the scan was pointed at.");
        }
    }
}
