using ReadinessPortal.Domain.Charts;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Registers;
using ReadinessPortal.Reporting.Look;

namespace ReadinessPortal.Reporting.Sections;

/// <summary>The budget as bars, then the registers of the finance chapter.</summary>
internal sealed class FinanceSection(ReportContent report) : RegistersSection(report, "finance", "Finance")
{
    protected override void Body(ColumnDescriptor column)
    {
        if (Registers.FirstOrDefault(r => r.Key == BudgetRegister.Key) is { } register
            && BudgetRegister.ColumnOf(register, BudgetRegister.Used) is { } used
            && BudgetRegister.ColumnOf(register, BudgetRegister.Spent) is { } actual)
        {
            Bars(column, register, used, actual);
        }

        base.Body(column);
    }

    private void Bars(ColumnDescriptor column, Register register, int used, int actual)
    {
        var table = Report.Readiness.Registers.First(t => t.Key == register.Key);
        column.Subheading("Share of each budget spent", "ticks at 70, 80 and 90 %");
        var lines = table.Rows.Select(r => (Name: r.Cells[0].Shown, r.Cells));
        if (table.Totals is { } totals)
        {
            lines = lines.Append(("Total", totals));
        }

        foreach (var (name, cells) in lines)
        {
            var share = Quantity.TryParse(cells[used].Value, null, out var value) ? value.InBase : 0;
            column.Item().PaddingVertical(2.4f).DefaultTextStyle(Typography.Small).Row(row =>
            {
                row.RelativeItem(2).Text(name);
                row.RelativeItem(3).PaddingTop(2.6f).PaddingRight(8).Height(7).Svg(size => BarSvg.Draw(
                    share, ChartPalette.Print.Quiet, [0.7m, 0.8m, 0.9m], ChartPalette.Print, size.Width, size.Height,
                    name));
                row.ConstantItem(44).AlignRight().Text(cells[used].Shown).SemiBold();
                row.ConstantItem(58).AlignRight().Text(cells[actual].Shown);
            });
        }
    }
}
