using System.Xml;

namespace ReadinessPortal.Readings.Coverage;

/// <summary>JaCoCo XML (report.dtd): the counters of the whole report, compared with those of its packages.</summary>
public sealed class JaCoCoFormat : IXmlFormat
{
    private static readonly string[] _used = ["LINE", "BRANCH", "INSTRUCTION"];

    public string Name => "jacoco";

    public bool Claims(XmlReader root) => root.LocalName == "report" && root.GetAttribute("name") is not null
        && root.GetAttribute("version") is null;

    public void Read(XmlReader reader, ReadingCollector into)
    {
        var ofReport = new Dictionary<string, Covered>();
        var ofPackages = new Dictionary<string, Covered>();
        var packageDepth = -1;
        into.Producer = "JaCoCo";
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (reader.LocalName == "sessioninfo")
            {
                into.Captured(Numbers.UnixMilliseconds(Numbers.Count(reader.GetAttribute("dump"))));
            }
            else if (reader.LocalName == "package")
            {
                packageDepth = reader.Depth;
            }
            else if (reader.LocalName == "counter" && reader.GetAttribute("type") is { } type && _used.Contains(type))
            {
                if (reader.Depth == 1)
                {
                    ofReport[type] = Of(reader);
                }
                else if (reader.Depth == packageDepth + 1)
                {
                    var (known, more) = (ofPackages.GetValueOrDefault(type), Of(reader));
                    ofPackages[type] = new(known.Hit + more.Hit, known.All + more.All);
                }
            }
        }

        var lines = (ofReport.Count > 0 ? ofReport : ofPackages).GetValueOrDefault("LINE");
        var counters = ofReport.Count > 0 ? ofReport : ofPackages;
        Covered.AddTo(into, lines, counters.GetValueOrDefault("BRANCH"), counters.GetValueOrDefault("INSTRUCTION"));
        if (ofPackages.TryGetValue("LINE", out var counted) && counted != lines)
        {
            into.Warn(WarningCodes.TotalsDisagree, $"The report says {lines.Hit} of {lines.All} lines, and its "
                + "packages "
                + $"add up to {counted.Hit} of {counted.All}.");
        }
    }

    private static Covered Of(XmlReader counter)
    {
        var (missed, covered) = (Numbers.Count(counter.GetAttribute("missed")),
            Numbers.Count(counter.GetAttribute("covered")));
        return missed is >= 0 && covered is >= 0 ? new(covered.Value, missed.Value + covered.Value)
            : throw new UnreadableEvidenceException($"The <counter> at line {(counter as IXmlLineInfo)?.LineNumber} "
                + "has no "
                + "'missed' and 'covered' that are numbers. Produce the report again.");
    }
}
