using ReadinessPortal.Readings.Text;

namespace ReadinessPortal.Readings.LoadTests;

/// <summary><c>_stats.csv</c> of Locust: a row for each endpoint and one for all
/// (https://docs.locust.io/en/stable/retrieving-stats.html). Versions before 1.0 named the columns and that row
/// otherwise.</summary>
public sealed class LocustFormat : ITextFormat
{
    private static readonly string[] _requests = ["Request Count", "# requests"];
    private static readonly string[] _failures = ["Failure Count", "# failures"];

    public string Name => "locust";

    public bool Claims(TextHead head)
    {
        var columns = head.First.Split(',').Select(c => c.Trim('"', ' ')).ToList();
        return columns.Contains("Name") && (columns.Contains("Type") || columns.Contains("Method"))
            && columns.Intersect(_requests).Any() && columns.Intersect(_failures).Any();
    }

    public void Read(TextReader text, ReadingCollector into)
    {
        into.Producer = "Locust";
        var table = CsvTable.Open(text);
        LoadFigures? all = null;
        var (requests, failures, endpoints) = (0m, 0m, 0);
        while (table.Next())
        {
            if (table.Text("Name") is "Aggregated" or "Total" && table.Text("Type", "Method") is null or "None")
            {
                all = Row(table);
            }
            else
            {
                endpoints++;
                requests += table.Number(_requests) ?? 0;
                failures += table.Number(_failures) ?? 0;
            }
        }

        (all ?? new LoadFigures { Requests = requests, Failed = failures }).AddTo(into);
        if (all is null)
        {
            into.Warn(WarningCodes.PercentilesInParts, "The file has no row 'Aggregated': percentiles of endpoints "
                + "cannot be added up and are left out.");
        }
        else if (endpoints > 0 && (all.Requests != requests || all.Failed != failures))
        {
            into.Warn(WarningCodes.TotalsDisagree, $"The row for all says {all.Requests:0} requests and {all.Failed:0} "
                + $"failures, and the endpoints add up to {requests:0} and {failures:0}.");
        }
    }

    private static LoadFigures Row(CsvTable table) => new()
    {
        Requests = table.Number(_requests),
        Failed = table.Number(_failures),
        Rate = table.Number("Requests/s"),
        Average = table.Number("Average Response Time"),
        P50 = table.Number("50%", "Median Response Time"),
        P90 = table.Number("90%"),
        P95 = table.Number("95%"),
        P99 = table.Number("99%"),
        Max = table.Number("Max Response Time"),
    };
}
