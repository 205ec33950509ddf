using System.Xml;

namespace ReadinessPortal.Readings.TestReports;

/// <summary>
/// JUnit XML in the dialects of CI systems: suites nested to any depth or one suite alone, totals or none, outcome by
/// child elements, attributes or both. It has no standard; the nearest is the schema of Jenkins' xUnit plugin, and
/// https://github.com/testmoapp/junitxml describes what tools do.
/// </summary>
public sealed class JUnitFormat : IXmlFormat
{
    public string Name => "junit";

    public bool Claims(XmlReader root) => root.LocalName is "testsuites" or "testsuite"
        || (root.LocalName == "testrun" && root.GetAttribute("tests") is not null);

    public void Read(XmlReader reader, ReadingCollector into)
    {
        var run = new JUnitRun(into);
        do
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                run.Begin(reader);
                if (reader.IsEmptyElement)
                {
                    run.End(reader.LocalName, reader.Depth);
                }
            }
            else if (reader.NodeType == XmlNodeType.EndElement)
            {
                run.End(reader.LocalName, reader.Depth);
            }
        }
        while (reader.Read());

        run.AddTo(into);
    }
}
