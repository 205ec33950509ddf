using ReadinessPortal.Readings.Text;

namespace ReadinessPortal.Readings.LoadTests;

/// <summary>JMeter's results as CSV with a header (a JTL file,
/// https://jmeter.apache.org/usermanual/listeners.html#csvlogformat). Without a header no reader can tell which column
/// is which.</summary>
public sealed class JMeterCsvFormat : ITextFormat
{
    public string Name => "jmeter-csv";

    public bool Claims(TextHead head)
    {
        var columns = head.First.Split(Csv.SeparatorOf(head.First)).Select(c => c.Trim('"', ' ')).ToList();
        return columns.Contains("timeStamp") && columns.Contains("elapsed")
            && (columns.Contains("success") || columns.Contains("responseCode") || columns.Contains("label"));
    }

    public void Read(TextReader text, ReadingCollector into)
    {
        var table = CsvTable.Open(text);
        var samples = new JMeterSamples();
        while (table.Next())
        {
            samples.Add(Began(table), Elapsed(table), IsSuccess(table), table.Number("allThreads"));
        }

        samples.AddTo(into);
    }

    private static decimal Elapsed(CsvTable table) => table.Number("elapsed") is { } elapsed and >= 0
        ? elapsed : throw table.Wrong("has no time under 'elapsed'");

    // Milliseconds since 1970, or a date in the form that jmeter.save.saveservice.timestamp_format asks for.
    private static decimal? Began(CsvTable table) => table.Text("timeStamp") is not { } text ? null
        : Numbers.Count(text) is { } milliseconds ? milliseconds
        : Numbers.Moment(text) is { } moment ? moment.ToUnixTimeMilliseconds()
        : throw table.Wrong($"has '{ReadingCollector.Clean(text, 40)}' under 'timeStamp', which is no time");

    private static bool? IsSuccess(CsvTable table) => table.Text("success")?.ToLowerInvariant() switch
    {
        null => null,
        "true" => true,
        "false" => false,
        _ => throw table.Wrong("has neither true nor false under 'success'"),
    };
}
