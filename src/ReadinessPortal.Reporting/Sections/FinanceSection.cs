using ReadinessPortal.Domain.Charts;
using ReadinessPortal.Domain.Verdicts;
using ReadinessPortal.Reporting.Look;

namespace ReadinessPortal.Reporting.Sections;

/// <summary>The budget as bars, then the registers of the finance chapter.</summary>
internal sealed class FinanceSection(ReportContent report) : RegistersSection(report, "finance", "Finance")
{
    protected override bool HasBody => true;

    protected override void Body(ColumnDescriptor column)
    {
        if (MoneyLine.Of(Report.Facts, Report.Readiness) is { Burn: { } burn } money
            && Chapters.Contains(money.Register.Chapter))
        {
            column.Subheading("Spend against plan", burn.Shown);
            column.Item().PaddingBottom(6).ShowEntire().Height(BurnSvg.Low)
                .Svg(size => BurnSvg.Draw(burn, ChartPalette.Print, size.Width, size.Height));
        }

        var budgets = Report.Budgets.Where(b => Chapters.Contains(b.Register.Chapter)).ToList();
        foreach (var budget in budgets)
        {
            column.Subheading(
                budgets.Count > 1 ? $"{budget.Register.Title}: share spent" : "Share of each budget spent",
                BudgetBars.Note);
            column.Item().Component(new BudgetBars(Report, budget));
        }
    }
}
