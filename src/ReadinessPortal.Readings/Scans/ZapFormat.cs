using System.Text.Json;
using System.Xml;
using ReadinessPortal.Readings.Json;

namespace ReadinessPortal.Readings.Scans;

/// <summary>Reports of ZAP in XML and in JSON (https://www.zaproxy.org/docs/desktop/addons/report-generation/): alerts
/// are counted, however many places of the site raise the same one.</summary>
public sealed class ZapFormat : IXmlFormat, IJsonFormat
{
    public string Name => "zap";

    public bool Claims(XmlReader root) => root.LocalName == "OWASPZAPReport";

    public bool Claims(JsonElement root) => root.ValueKind == JsonValueKind.Object
        && root.TryGetProperty("site", out _)
        && (root.TryGetProperty("@programName", out _) || root.TryGetProperty("@version", out _));

    public void Read(XmlReader reader, ReadingCollector into)
    {
        var alerts = new ZapAlerts();
        into.Producer = $"ZAP {reader.GetAttribute("version")}";
        into.Captured(Numbers.Moment(reader.GetAttribute("created"))
            ?? Numbers.Moment(reader.GetAttribute("generated")));
        var (risk, confidence) = ("", (string?)null);
        var alertDepth = -1;
        var go = reader.Read();
        while (go)
        {
            if (reader is { NodeType: XmlNodeType.EndElement, LocalName: "alertitem" })
            {
                alerts.Add(risk, confidence, $"The alert that ends at line {(reader as IXmlLineInfo)?.LineNumber}");
                alertDepth = -1;
            }
            else if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "site")
            {
                alerts.Sites++;
            }
            else if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "alertitem")
            {
                (alertDepth, risk, confidence) = (reader.Depth, "", null);
            }
            else if (reader.NodeType == XmlNodeType.Element && alertDepth >= 0 && reader.Depth == alertDepth + 1
                && reader.LocalName is "riskcode" or "confidence")
            {
                // Reading the text leaves the reader on what follows it.
                if (reader.LocalName == "riskcode")
                {
                    risk = reader.ReadElementContentAsString();
                }
                else
                {
                    confidence = reader.ReadElementContentAsString();
                }

                continue;
            }

            go = reader.Read();
        }

        alerts.AddTo(into);
    }

    public void Read(JsonPart root, ReadingCollector into)
    {
        var alerts = new ZapAlerts();
        into.Producer = $"{root.Text("@programName") ?? "ZAP"} {root.Text("@version")}";
        into.Captured(Numbers.Moment(root.Text("created")) ?? Numbers.Moment(root.Text("@generated")));
        var sites = root.Required("site");
        foreach (var site in sites.IsObject ? [sites] : sites.Items())
        {
            alerts.Sites++;
            foreach (var alert in site.Items("alerts"))
            {
                alerts.Add(alert.Text("riskcode") ?? "", alert.Text("confidence"), alert.Path);
            }
        }

        alerts.AddTo(into);
    }
}

/// <summary>Alerts counted by risk. Those that somebody marked as false positives (confidence 0) are left
/// out.</summary>
internal sealed class ZapAlerts
{
    private readonly long[] _byRisk = new long[4];
    private long _falsePositives;

    public int Sites { get; set; }

    public void Add(string risk, string? confidence, string where)
    {
        if (confidence?.Trim() == "0")
        {
            _falsePositives++;
            return;
        }

        if (risk.Trim() is not [>= '0' and <= '3' and var code])
        {
            throw new UnreadableEvidenceException($"{where} has no risk code from 0 to 3. Produce the report again.");
        }

        _byRisk[code - '0']++;
    }

    public void AddTo(ReadingCollector into)
    {
        into.Add("alerts.high", _byRisk[3], "count");
        into.Add("alerts.medium", _byRisk[2], "count");
        into.Add("alerts.low", _byRisk[1], "count");
        into.Add("alerts.informational", _byRisk[0], "count");
        into.Add("alerts.total", _byRisk.Sum(), "count");
        if (_falsePositives > 0)
        {
            into.Warn(WarningCodes.RuledOut, $"{_falsePositives} alerts are marked as false positives and not "
                + "counted.");
        }

        if (Sites == 0)
        {
            into.Warn(WarningCodes.NothingMeasured, "Nothing was scanned: the report names no site. Check that ZAP "
                + "could reach the target.");
        }
    }
}
