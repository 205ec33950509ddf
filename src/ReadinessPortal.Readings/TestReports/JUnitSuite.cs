using System.Xml;

namespace ReadinessPortal.Readings.TestReports;

/// <summary>A suite that has begun, with the totals it declares and what had been counted before it.</summary>
internal sealed record JUnitSuite(
    int Depth, string Element, string? Name, long? Tests, long? Failures, long? Errors, long? Skipped,
    JUnitCounts Before)
{
    public static JUnitSuite Begun(XmlReader reader, JUnitCounts before) => new(
        reader.Depth, reader.LocalName, reader.GetAttribute("name"), Declared(reader, "tests"),
        Declared(reader, "failures"), Declared(reader, "errors"), SkippedIn(reader), before);

    /// <summary>Compares with what stands in it, in nested suites too.</summary>
    public void Compare(JUnitCounts now, DeclaredTotals declared)
    {
        var name = ReadingCollector.Clean(Name, 60) is { } given ? $"{Element} '{given}'" : Element;
        var (failed, errors) = (now.Failed - Before.Failed, now.Errors - Before.Errors);
        var outside = now.Outside - Before.Outside;
        declared.Compare($"tests of {name}", Tests, now.Tests - Before.Tests);
        declared.Compare($"skipped of {name}", Skipped, now.Skipped - Before.Skipped);

        // Some tools count errors among the failures, and some an error outside any case; neither hides anything.
        var saidBad = (Failures ?? 0) + (Errors ?? 0);
        if (Failures is not null && saidBad != failed + errors && saidBad != failed + errors + outside)
        {
            declared.Compare($"failures of {name}", Failures, failed);
            declared.Compare($"errors of {name}", Errors, errors + outside);
        }
    }

    private static long? Declared(XmlReader reader, string attribute) => Numbers.Count(reader.GetAttribute(attribute));

    // Which of these words a tool uses for what was not run differs; together they are the skipped.
    private static long? SkippedIn(XmlReader reader)
    {
        long? sum = null;
        foreach (var word in (ReadOnlySpan<string>)["skipped", "skip", "skips", "disabled", "ignored"])
        {
            sum = Declared(reader, word) is { } some ? (sum ?? 0) + some : sum;
        }

        return sum;
    }
}
