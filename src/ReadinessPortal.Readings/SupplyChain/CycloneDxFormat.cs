using System.Text.Json;
using System.Xml;
using ReadinessPortal.Readings.Json;
using ReadinessPortal.Readings.Scans;

namespace ReadinessPortal.Readings.SupplyChain;

/// <summary>CycloneDX bills of materials (ECMA-424) in JSON and XML: components, nested ones too, and the
/// vulnerabilities that they list, each by the highest of its ratings.</summary>
public sealed class CycloneDxFormat : IJsonFormat, IXmlFormat
{
    public string Name => "cyclonedx";

    public bool Claims(JsonElement root) => root.ValueKind == JsonValueKind.Object
        && root.TryGetProperty("bomFormat", out var format) && format.TextOrNull() == "CycloneDX";

    public bool Claims(XmlReader root) => root.LocalName == "bom"
        && root.NamespaceURI.StartsWith("http://cyclonedx.org/schema/bom", StringComparison.Ordinal);

    public void Read(JsonPart root, ReadingCollector into)
    {
        var bill = new BillOfMaterials();
        // Iterative: how deep components nest is for the file to say.
        var open = new Stack<JsonPart>(root.Items("components"));
        while (open.TryPop(out var component))
        {
            bill.Components++;
            foreach (var part in component.Items("components"))
            {
                open.Push(part);
            }
        }

        foreach (var vulnerability in root.Items("vulnerabilities"))
        {
            bill.Add(vulnerability.Items("ratings").Select(r => SeverityTally.Of(r.Text("severity"))),
                vulnerability.Member("analysis")?.Text("state"));
        }

        bill.ListsVulnerabilities = root.Member("vulnerabilities") is not null;
        into.Producer = $"CycloneDX {root.Text("specVersion")}";
        into.Captured(Numbers.Moment(root.Member("metadata")?.Text("timestamp")));
        bill.AddTo(into);
        if (root.Element.Find("metadata")?.Find("component") is { } about)
        {
            into.IsAboutVersion(about.Said("version"));
            into.IsAboutPackage(about.Said("purl"));
            if (about.Said("type") == "container")
            {
                into.IsAboutImage(about.Said("name"));
            }
        }
    }

    public void Read(XmlReader reader, ReadingCollector into)
    {
        into.Producer = $"CycloneDX {reader.NamespaceURI[(reader.NamespaceURI.LastIndexOf('/') + 1)..]}";
        new CycloneDxXml(reader, into).Read().AddTo(into);
    }
}

/// <summary>Components and vulnerabilities of a bill of materials.</summary>
internal sealed class BillOfMaterials
{
    // Impact analysis states that say the product is not affected (ECMA-424, vulnerabilities.analysis.state).
    private static readonly string[] _ruledOut =
        ["not_affected", "false_positive", "resolved", "resolved_with_pedigree"];

    private readonly SeverityTally _vulnerabilities = new("vulnerabilities");
    private long _notAffected;

    public long Components { get; set; }

    public bool ListsVulnerabilities { get; set; }

    public void Add(IEnumerable<Severity> ratings, string? state)
    {
        if (_ruledOut.Contains(state))
        {
            _notAffected++;
        }
        else
        {
            _vulnerabilities.Add(ratings.DefaultIfEmpty(Severity.Unknown).Min());
        }
    }

    public void AddTo(ReadingCollector into)
    {
        into.Add("components.total", Components, "count");
        if (ListsVulnerabilities)
        {
            _vulnerabilities.AddTo(into);
        }

        if (_notAffected > 0)
        {
            into.Warn(WarningCodes.RuledOut, $"{_notAffected} vulnerabilities are analyzed as not affecting the "
                + "product, "
                + "or as resolved, and not counted.");
        }

        if (Components == 0 && _vulnerabilities.Total == 0)
        {
            into.Warn(WarningCodes.NothingMeasured, "The bill of materials lists no component: it says nothing of "
                + "what the "
                + "product is made of.");
        }
    }
}
