using System.Globalization;
using System.Text;

namespace ReadinessPortal.Benchmarks;

/// <summary>What was measured, a line each, beside what it was measured against and what it shall reach.</summary>
internal sealed class ResultTable
{
    private const string Nothing = "-";

    private static readonly string[] _heads = ["what", "ours", "peer", "ours / peer", "to reach"];

    private readonly List<string[]> _lines = [];

    /// <param name="what">What was measured; where it is compared to another size of our own, that too.</param>
    /// <param name="peer">The same of what stands beside it; null where nothing does.</param>
    public void Add(string what, string unit, double ours, double? peer = null, string toReach = "") =>
        _lines.Add([
            what,
            $"{Figure(ours)} {unit}",
            peer is { } other ? $"{Figure(other)} {unit}" : Nothing,
            double.IsNormal(peer ?? 0) ? Invariant($"{ours / peer:0.00}") : Nothing,
            toReach,
        ]);

    /// <summary>Nothing was measured.</summary>
    public bool IsEmpty => _lines.Count == 0;

    /// <summary>Aligned for a screen: words to the left, figures to the right.</summary>
    public override string ToString()
    {
        var rows = _lines.Prepend(_heads).ToList();
        var widths = _heads.Select((_, column) => rows.Max(r => r[column].Length)).ToList();
        var text = new StringBuilder();
        foreach (var row in rows)
        {
            var cells = row.Select((cell, i) => i is 0 or 4 ? cell.PadRight(widths[i]) : cell.PadLeft(widths[i]));
            text.AppendLine(string.Join("  ", cells).TrimEnd());
        }

        return text.ToString();
    }

    private static string Figure(double value) => Math.Abs(value) switch
    {
        double.PositiveInfinity => "∞",
        _ when double.IsInteger(value) => Invariant($"{value:#,0}"),
        >= 100 => Invariant($"{value:#,0}"),
        >= 10 => Invariant($"{value:0.0}"),
        _ => Invariant($"{value:0.00}"),
    };

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
