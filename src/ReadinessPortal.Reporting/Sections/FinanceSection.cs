using ReadinessPortal.Domain.Charts;
using ReadinessPortal.Domain.Registers;
using ReadinessPortal.Reporting.Look;

namespace ReadinessPortal.Reporting.Sections;

/// <summary>The budget as bars, then the registers of the finance chapter.</summary>
internal sealed class FinanceSection(ReportContent report) : RegistersSection(report, "finance", "Finance")
{
    protected override void Body(ColumnDescriptor column)
    {
        var budgets = Registers.Select(Budget.Of).OfType<Budget>().Where(b => b.ShareTotal is not null).ToList();
        foreach (var budget in budgets)
        {
            Bars(column, budget,
                budgets.Count > 1 ? $"{budget.Register.Title}: share spent" : "Share of each budget spent");
        }

        base.Body(column);
    }

    private void Bars(ColumnDescriptor column, Budget budget, string title)
    {
        column.Subheading(title, "ticks at 70, 80 and 90 %");
        foreach (var use in budget.Uses(Report.Readiness.Registers.First(t => t.Key == budget.Register.Key)))
        {
            var name = use.Row is null ? "Total" : use.Title;
            column.Item().PaddingVertical(2.4f).DefaultTextStyle(Typography.Small).Row(row =>
            {
                row.RelativeItem(2).Text(name);
                row.RelativeItem(3).PaddingTop(2.6f).PaddingRight(8).Height(7).Svg(size => BarSvg.Draw(
                    use.Used ?? 0, ChartPalette.Print.Quiet, [0.7m, 0.8m, 0.9m], ChartPalette.Print, size.Width,
                    size.Height, name));
                row.ConstantItem(44).AlignRight().Text(use.ShareCell!.Shown).SemiBold();
                row.ConstantItem(58).AlignRight().Text(use.SpentCell.Shown);
            });
        }
    }
}
