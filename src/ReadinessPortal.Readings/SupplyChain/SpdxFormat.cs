using System.Text.Json;
using ReadinessPortal.Readings.Json;
using ReadinessPortal.Readings.Text;

namespace ReadinessPortal.Readings.SupplyChain;

/// <summary>SPDX bills of materials (ISO/IEC 5962): 2.x in JSON and as tag-value text, 3.0 in JSON-LD.</summary>
public sealed class SpdxFormat : IJsonFormat, ITextFormat
{
    private const string Version = "SPDXVersion:";
    private const string Document = "SPDXRef-DOCUMENT";

    public string Name => "spdx";

    public bool Claims(JsonElement root) => root.ValueKind == JsonValueKind.Object
        && (root.TryGetProperty("spdxVersion", out _) || IsVersion3(root));

    public bool Claims(TextHead head) =>
        head.Lines.FirstOrDefault(l => l.Length > 0 && l[0] != '#')?
            .StartsWith(Version, StringComparison.Ordinal) == true;

    public void Read(JsonPart root, ReadingCollector into)
    {
        if (IsVersion3(root.Element))
        {
            into.Producer = "SPDX 3";
            var elements = root.Required("@graph").Items().ToList();
            foreach (var element in elements.Where(e => e.Text("type") == "CreationInfo"))
            {
                into.Captured(Numbers.Moment(element.Text("created")));
            }

            AddTo(into, elements.Count(e => e.Text("type") == "software_Package"));
            var roots = elements.SelectMany(e => e.Element.AllSaid("rootElement")).ToHashSet();
            foreach (var element in elements.Where(e => roots.Contains(e.Element.Said("spdxId"))))
            {
                into.IsAboutVersion(element.Element.Said("software_packageVersion"));
                into.IsAboutPackage(element.Element.Said("software_packageUrl"));
            }

            return;
        }

        var creation = root.Member("creationInfo");
        into.Producer = Producer(root.Text("spdxVersion"), creation?.Items("creators")
            .Where(c => c.Element.ValueKind == JsonValueKind.String).Select(c => c.Text()) ?? []);
        into.Captured(Numbers.Moment(creation?.Text("created")));
        AddTo(into, root.Items("packages").Count());
        AddNames(root.Element, into);
    }

    // The packages that the document is about, of all those that it lists.
    private static void AddNames(JsonElement root, ReadingCollector into)
    {
        var about = root.AllSaid("documentDescribes").Concat(root.Listed("relationships")
            .Where(r => r.Said("relationshipType") == "DESCRIBES" && r.Said("spdxElementId") == Document)
            .Select(r => r.Said("relatedSpdxElement"))).ToHashSet();
        foreach (var package in root.Listed("packages").Where(p => about.Contains(p.Said("SPDXID"))))
        {
            into.IsAboutVersion(package.Said("versionInfo"));
            foreach (var reference in package.Listed("externalRefs"))
            {
                into.IsAboutPackage(reference.Said("referenceLocator"));
            }
        }
    }

    public void Read(TextReader text, ReadingCollector into)
    {
        var (version, creators, packages) = ("", new List<string>(), 0L);
        while (text.ReadLine() is { } line)
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var (tag, value) = colon < 0 ? (line, "") : (line[..colon], line[(colon + 1)..].Trim());
            switch (tag)
            {
                case "SPDXVersion":
                    version = value;
                    break;
                case "Creator":
                    creators.Add(value);
                    break;
                case "Created":
                    into.Captured(Numbers.Moment(value));
                    break;
                case "PackageName":
                    packages++;
                    break;
            }
        }

        into.Producer = Producer(version, creators);
        AddTo(into, packages);
    }

    // Creators are persons, organizations and tools: "Tool: syft-1.4.1".
    private static string? Producer(string? version, IEnumerable<string> creators) =>
        creators.FirstOrDefault(c => c.StartsWith("Tool:", StringComparison.Ordinal)) is { } tool
            ? tool["Tool:".Length..].Trim() : version;

    private static void AddTo(ReadingCollector into, long packages)
    {
        into.Add("packages.total", packages, "count");
        if (packages == 0)
        {
            into.Warn(WarningCodes.NothingMeasured, "The bill of materials lists no package: it says nothing of what "
                + "the product is made of.");
        }
    }

    private static bool IsVersion3(JsonElement root) => root.TryGetProperty("@graph", out _)
        && root.TryGetProperty("@context", out var context)
        && context.TextOrNull()?.Contains("spdx", StringComparison.OrdinalIgnoreCase) == true;
}
