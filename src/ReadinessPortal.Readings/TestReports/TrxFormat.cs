using System.Globalization;
using System.Xml;

namespace ReadinessPortal.Readings.TestReports;

/// <summary>Test results of Visual Studio and <c>dotnet test</c> (schema vstst.xsd, namespace
/// <c>http://microsoft.com/schemas/VisualStudio/TeamTest/2010</c> or 2006).</summary>
public sealed class TrxFormat : IXmlFormat
{
    public string Name => "trx";

    public bool Claims(XmlReader root) => root.LocalName == "TestRun"
        && root.NamespaceURI.StartsWith("http://microsoft.com/schemas/VisualStudio/TeamTest", StringComparison.Ordinal);

    public void Read(XmlReader reader, ReadingCollector into)
    {
        var tally = new TestTally();
        var declared = new DeclaredTotals();
        TrxCounters? counters = null;
        string? outcome = null;
        var resultsDepth = int.MaxValue;
        into.Producer = "Visual Studio test platform";
        do
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (reader.LocalName == "Results")
            {
                resultsDepth = reader.Depth;
            }
            else if (reader.Depth == resultsDepth + 1 && reader.LocalName.EndsWith("Result", StringComparison.Ordinal))
            {
                // Rows of a data-driven test stand inside its result, which sums them up.
                var ended = Of(reader.GetAttribute("outcome"));
                tally.Add(ended);
                into.Cases?.Add(null, reader.GetAttribute("testName"), ended);
                if (reader.GetAttribute("duration") is { } duration)
                {
                    tally.AddTime(Seconds(duration));
                }
            }
            else if (reader.LocalName == "Times")
            {
                into.Captured(Numbers.Moment(reader.GetAttribute("finish")));
            }
            else if (reader.LocalName == "ResultSummary")
            {
                resultsDepth = int.MaxValue;
                outcome = reader.GetAttribute("outcome");
            }
            else if (reader.LocalName == "Counters")
            {
                counters = TrxCounters.Of(reader);
            }
        }
        while (reader.Read());

        tally.AddTo(into);
        counters?.Compare(tally, declared, into);
        declared.AddTo(into);
        WarnOfTheRun(outcome, tally, into);
    }

    // The order of Microsoft.VisualStudio.TestTools.Common.TestOutcome begins with Error, which is left out as default.
    private static CaseOutcome Of(string? outcome) => outcome switch
    {
        "Passed" or "Warning" => CaseOutcome.Passed,
        "Failed" => CaseOutcome.Failed,
        "Error" or "Timeout" or null => CaseOutcome.Error,
        "NotExecuted" => CaseOutcome.Skipped,
        _ => CaseOutcome.Inconclusive,
    };

    private static decimal? Seconds(string duration) =>
        TimeSpan.TryParse(duration, CultureInfo.InvariantCulture, out var span)
            ? (decimal)span.Ticks / TimeSpan.TicksPerSecond
            : null;

    // Completed, Passed and Warning are a run that ended; Failed is one with failures, which are counted.
    private static void WarnOfTheRun(string? outcome, TestTally tally, ReadingCollector into)
    {
        var bad = tally[CaseOutcome.Failed] + tally[CaseOutcome.Error];
        if (outcome is not (null or "Completed" or "Passed" or "Warning") && (bad == 0 || outcome != "Failed"))
        {
            into.Warn(WarningCodes.RunUnsuccessful,
                $"The run itself ended as '{ReadingCollector.Clean(outcome, 40)}': tests may be missing. "
                + "Look at its messages and run it again.");
        }
    }
}
