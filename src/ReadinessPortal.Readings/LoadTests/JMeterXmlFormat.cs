using System.Globalization;
using System.Xml;

namespace ReadinessPortal.Readings.LoadTests;

/// <summary>JMeter's results as XML (https://jmeter.apache.org/usermanual/listeners.html#xmlformat2.1). A sample's
/// parts, such as the requests of a transaction or of a redirect, stand inside it and are in its time.</summary>
public sealed class JMeterXmlFormat : IXmlFormat
{
    public string Name => "jmeter-xml";

    public bool Claims(XmlReader root) => root.LocalName == "testResults";

    public void Read(XmlReader reader, ReadingCollector into)
    {
        var samples = new JMeterSamples();
        while (reader.Read())
        {
            if (reader is { NodeType: XmlNodeType.Element, Depth: 1, LocalName: "httpSample" or "sample" })
            {
                // JMeter 2.0 spelled the attributes out.
                samples.Add(Number(reader, "ts", "timeStamp"),
                    Number(reader, "t", "time") is { } elapsed and >= 0 ? elapsed : throw Wrong(reader, "time"),
                    IsSuccess(reader), Number(reader, "na", "allThreads"));
            }
        }

        samples.AddTo(into);
    }

    private static decimal? Number(XmlReader sample, string name, string spelledOut) =>
        (sample.GetAttribute(name) ?? sample.GetAttribute(spelledOut)) is not { } text ? null
        : decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number
        : throw Wrong(sample, spelledOut);

    private static bool? IsSuccess(XmlReader sample) =>
        (sample.GetAttribute("s") ?? sample.GetAttribute("success")) switch
        {
            null => null,
            "true" => true,
            "false" => false,
            _ => throw Wrong(sample, "success"),
        };

    private static UnreadableEvidenceException Wrong(XmlReader sample, string what) =>
        new(string.Create(CultureInfo.InvariantCulture,
            $"The sample at line {(sample as IXmlLineInfo)?.LineNumber} has no {what} that can be read. ")
            + "Produce the file again.");
}
