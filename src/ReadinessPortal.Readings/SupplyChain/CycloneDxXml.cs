using System.Xml;
using ReadinessPortal.Readings.Scans;

namespace ReadinessPortal.Readings.SupplyChain;

/// <summary>Reads a bill of materials in XML. The component that it is about stands in its metadata and is no part.
/// </summary>
internal sealed class CycloneDxXml(XmlReader reader, ReadingCollector into)
{
    private const int InMetadata = 2; // bom, metadata

    private readonly BillOfMaterials _bill = new();
    private readonly List<Severity> _ratings = [];
    private string? _state;
    private bool _isInMetadata;
    private int _inAbout = -1; // depth of what stands in the component that the bill is about

    public BillOfMaterials Read()
    {
        var go = reader.Read();
        while (go)
        {
            if (reader.NodeType == XmlNodeType.EndElement)
            {
                End();
            }
            else if (reader.NodeType == XmlNodeType.Element && Begin())
            {
                continue;
            }

            go = reader.Read();
        }

        return _bill;
    }

    // True when it has read on to what follows the element.
    private bool Begin()
    {
        switch (reader.LocalName)
        {
            case "metadata":
                _isInMetadata = !reader.IsEmptyElement;
                return false;
            case "timestamp" when _isInMetadata:
                into.Captured(Numbers.Moment(reader.ReadElementContentAsString()));
                return true;
            case "component" when _isInMetadata && reader.Depth == InMetadata:
                _inAbout = reader.IsEmptyElement ? -1 : reader.Depth + 1;
                return false;
            case "version" when reader.Depth == _inAbout:
                into.IsAboutVersion(reader.ReadElementContentAsString().Trim());
                return true;
            case "purl" when reader.Depth == _inAbout:
                into.IsAboutPackage(reader.ReadElementContentAsString().Trim());
                return true;
            case "component" when !_isInMetadata:
                _bill.Components++;
                return false;
            case "vulnerabilities":
                _bill.ListsVulnerabilities = true;
                return false;
            case "severity":
                _ratings.Add(SeverityTally.Of(reader.ReadElementContentAsString()));
                return true;
            case "state":
                _state = reader.ReadElementContentAsString().Trim();
                return true;
            default:
                return false;
        }
    }

    private void End()
    {
        if (reader.LocalName == "component" && reader.Depth == _inAbout - 1)
        {
            _inAbout = -1;
        }
        else if (reader.LocalName == "metadata")
        {
            _isInMetadata = false;
        }
        else if (reader.LocalName == "vulnerability")
        {
            _bill.Add(_ratings, _state);
            _ratings.Clear();
            _state = null;
        }
    }
}
