using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Registers;

namespace ReadinessPortal.Reporting.Look;

/// <summary>What is spent of each line of a budget, and of all of it, as bars with their shares and amounts.</summary>
internal sealed class BudgetBars(ReportContent report, Budget budget) : IComponent
{
    public static string Note { get; } =
        $"ticks at {Counted.List([.. Budget.Thresholds.Select(t => Format.Number(100 * t))])} %";

    /// <summary>So many bars, the total among them: those that used the largest share; the rest is counted.</summary>
    public int Most { get; init; } = int.MaxValue;

    public void Compose(IContainer container) => container.Column(column =>
    {
        var uses = budget.Uses(report.Readiness.Registers.First(t => t.Key == budget.Register.Key));
        var left = uses.Length - Most;
        var shown = uses.OrderBy(u => u.Row is not null).ThenByDescending(u => u.Used).Take(Most).ToHashSet();
        foreach (var use in uses.Where(shown.Contains))
        {
            var name = use.Row is null ? "Total" : use.Title;
            column.Bar(name, use.Used ?? 0, Budget.Thresholds, use.ShareCell!.Shown, use.SpentCell.Shown);
        }

        if (left > 0)
        {
            column.Note($"And {Counted.Of(left, "more line")} in the full report.");
        }
    });
}
