namespace ReadinessPortal.Readings.TestReports;

/// <summary>Compares what a report says of itself with what it holds, and keeps the first differences.</summary>
internal sealed class DeclaredTotals
{
    private const int MostNamed = 5;

    private readonly List<string> _differences = [];
    private int _more;

    /// <param name="declared">What the file says, or null where it says nothing that is a number.</param>
    public void Compare(string what, long? declared, long counted)
    {
        if (declared is not { } said || said == counted)
        {
            return;
        }

        if (_differences.Count < MostNamed)
        {
            _differences.Add($"{what}, {said} declared and {counted} counted");
        }
        else
        {
            _more++;
        }
    }

    public void AddTo(ReadingCollector into)
    {
        if (_differences.Count > 0)
        {
            var more = _more > 0 ? $"; and {_more} more" : "";
            into.Warn(WarningCodes.TotalsDisagree, "The file declares other totals than it holds: "
                + $"{string.Join("; ", _differences)}{more}.");
        }
    }
}
