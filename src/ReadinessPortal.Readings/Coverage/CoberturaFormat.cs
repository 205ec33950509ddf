using System.Globalization;
using System.Xml;

namespace ReadinessPortal.Readings.Coverage;

/// <summary>Cobertura XML (coverage-04.dtd), which coverlet, coverage.py, gcovr and many others write: distinct lines
/// are counted, and the rates that the file declares are compared.</summary>
public sealed class CoberturaFormat : IXmlFormat
{
    // Tools round their rates, most to four digits and some to two.
    private const decimal Rounding = 0.01m;

    public string Name => "cobertura";

    public bool Claims(XmlReader root) => root.LocalName == "coverage" && root.GetAttribute("line-rate") is not null;

    public void Read(XmlReader reader, ReadingCollector into)
    {
        var declared = new Declared(
            Numbers.Decimal(reader.GetAttribute("line-rate")), Numbers.Count(reader.GetAttribute("lines-covered")),
            Numbers.Count(reader.GetAttribute("lines-valid")));
        into.Captured(Moment(reader.GetAttribute("timestamp")));
        into.Producer = reader.GetAttribute("version") is { Length: > 0 } version ? "Cobertura "
            + $"{version}" : "Cobertura";
        var (ofClasses, ofMethods) = (new LineCoverage(), new LineCoverage());
        var file = -1;
        var isInMethods = false;
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.EndElement)
            {
                isInMethods &= reader.LocalName != "methods";
            }
            else if (reader is { NodeType: XmlNodeType.Element, LocalName: "class" })
            {
                var name = reader.GetAttribute("filename") ?? reader.GetAttribute("name") ?? "";
                file = ofClasses.File(name);
                ofMethods.File(name);
            }
            else if (reader is { NodeType: XmlNodeType.Element, LocalName: "methods", IsEmptyElement: false })
            {
                isInMethods = true;
            }
            else if (reader is { NodeType: XmlNodeType.Element, LocalName: "line" } && file >= 0)
            {
                Line(reader, isInMethods ? ofMethods : ofClasses, file);
            }
        }

        // Lines of methods stand in their class a second time, with the tools that write both.
        var coverage = ofClasses.Lines.All > 0 ? ofClasses : ofMethods;
        Covered.AddTo(into, coverage.Lines, coverage.Branches);
        declared.Compare(coverage.Lines, into);
    }

    private static void Line(XmlReader reader, LineCoverage coverage, int file)
    {
        if (Numbers.Count(reader.GetAttribute("number")) is not { } number
            || Numbers.Decimal(reader.GetAttribute("hits")) is not { } hits)
        {
            var line = (reader as IXmlLineInfo)?.LineNumber;
            throw new UnreadableEvidenceException(string.Create(CultureInfo.InvariantCulture,
                $"The <line> at line {line} has no 'number' and 'hits' that are numbers. Produce the report again."));
        }

        var (hit, all) = Branches(reader.GetAttribute("condition-coverage"));
        coverage.Add(file, number, hits > 0, hit, all);
    }

    // 50% (1/2)
    private static (int Hit, int All) Branches(string? conditions)
    {
        var open = conditions?.IndexOf('(', StringComparison.Ordinal) ?? -1;
        var close = conditions?.IndexOf(')', StringComparison.Ordinal) ?? -1;
        return open >= 0 && close > open && conditions![(open + 1)..close].Split('/') is [var hit, var all]
            && int.TryParse(hit, NumberStyles.None, CultureInfo.InvariantCulture, out var covered)
            && int.TryParse(all, NumberStyles.None, CultureInfo.InvariantCulture, out var valid)
            ? (covered, valid)
            : default;
    }

    // In seconds or in milliseconds since 1970: which, only the size tells.
    private static DateTimeOffset? Moment(string? timestamp) => Numbers.Count(timestamp) switch
    {
        null or <= 0 => null,
        < 100_000_000_000 and var seconds => Numbers.UnixMilliseconds(seconds * 1000m),
        { } milliseconds => Numbers.UnixMilliseconds(milliseconds),
    };

    private sealed record Declared(decimal? LineRate, long? LinesCovered, long? LinesValid)
    {
        public void Compare(Covered lines, ReadingCollector into)
        {
            var differs = LinesCovered is { } covered && LinesValid is { } valid
                ? covered != lines.Hit || valid != lines.All
                : LineRate is { } rate && lines.All > 0
                    && Math.Abs(rate - ((decimal)lines.Hit / lines.All)) > Rounding;
            if (differs)
            {
                into.Warn(WarningCodes.TotalsDisagree, string.Create(CultureInfo.InvariantCulture,
                    $"The totals that the file declares are not what it holds; the readings are counted. It says ")
                    + $"{(LinesCovered is null ? LineRate : LinesCovered)} of {LinesValid?.ToString(
                        CultureInfo.InvariantCulture) ?? "1"} lines, counted {lines.Hit} of {lines.All}.");
            }
        }
    }
}
