using System.Globalization;
using System.Text;

namespace ReadinessPortal.Benchmarks;

/// <summary>A JUnit report as a large product's pipeline writes it: suites of a thousand cases, every thousandth of
/// which failed, a few broke and one in a hundred was skipped. 59 MB for a million cases.</summary>
internal static class ManyTestCases
{
    private const int InSuite = 1000;
    private const string Passed = "/>";
    private const string Failed = "><failure message=\"boom\">at line 1</failure></testcase>";
    private const string Broke = "><error message=\"ex\"/></testcase>";
    private const string Skipped = "><skipped/></testcase>";

    public static void Write(string file, int cases)
    {
        using var report = new StreamWriter(file, append: false, new UTF8Encoding(false), bufferSize: 1 << 20);
        var outcomes = Enumerable.Range(0, cases).CountBy(Outcome).ToDictionary();
        report.Write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        report.Write(Invariant($"<testsuites tests=\"{cases}\" failures=\"{outcomes[Failed]}\""));
        report.Write(Invariant($" errors=\"{outcomes[Broke]}\" skipped=\"{outcomes[Skipped]}\">\n"));
        for (var first = 0; first < cases; first += InSuite)
        {
            var (suite, count) = (first / InSuite, Math.Min(InSuite, cases - first));
            report.Write(Invariant($"<testsuite name=\"suite.S{suite}\" tests=\"{count}\">\n"));
            for (var at = first; at < first + count; at++)
            {
                report.Write(Invariant(
                    $"<testcase classname=\"c.C{suite}\" name=\"t{at}\" time=\"0.001\"{Outcome(at)}\n"));
            }

            report.Write("</testsuite>\n");
        }

        report.Write("</testsuites>\n");
    }

    private static string Outcome(int at) =>
        at % 1000 == 0 ? Failed
        : at % 5000 == 1 ? Broke
        : at % 100 == 7 ? Skipped
        : Passed;

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
