using ReadinessPortal.Domain.Charts;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Risks;
using ReadinessPortal.Reporting.Look;

namespace ReadinessPortal.Reporting.Sections;

internal sealed class ItemsSection(ReportContent report) : ReportSection(report)
{
    public override string Id => "items";

    public const string Name = "Outstanding items and risks";

    public override string Title => Name;

    public override IReadOnlyList<string> Chapters => ["items", "risks"];

    public override string? WhyEmpty =>
        Report.Facts.Items.Length + Report.Facts.Risks.Length > 0 || Notes.Any()
            ? null : "no outstanding item and no risk";

    protected override void Body(ColumnDescriptor column)
    {
        column.Subheading("Outstanding items", $"{Report.Facts.Items.Count(i => i.Blocking && !i.Closed)} blocking");
        if (Report.Facts.Items.Length == 0)
        {
            column.Note("Nothing is recorded as open.");
        }
        else
        {
            column.Item().Component(new Grid(
                [
                    new("Item"), new("Severity"), new("Priority"), new("Impact"), new("Target"), new("Owner"),
                    new("Blocking"),
                ],
                [.. Report.Facts.Items.Select(i => new GridCell[]
                {
                    i.Title,
                    Format.Word(i.Severity),
                    Format.Word(i.Priority),
                    string.Join(" ", new[] { i.Impact, i.Note }.OfType<string>()),
                    i.Target is { } target ? Format.Date(target) : "not stated",
                    i.Owner ?? "not stated",
                    i.Closed ? "closed" : i.Blocking ? new GridCell("blocking", StatusMark.No) : "no",
                })]));
        }

        column.Subheading("Risks");
        if (Report.Facts.Risks.Length == 0)
        {
            column.Note("No risk is recorded.");
        }
        else
        {
            var risks = Risk.InOrder(Report.Facts.Risks);
            if (risks.Any(RiskMatrixSvg.Holds))
            {
                column.Item().PaddingBottom(8).ShowEntire().Height(RiskMatrixSvg.Height)
                    .Svg(size => RiskMatrixSvg.Draw(risks, ChartPalette.Print, size.Width));
            }

            column.Item().Component(new Grid(
                [
                    new("No.", Right: true), new("Risk"), new("Mitigation"), new("Impact"), new("Likelihood"),
                    new("Owner"),
                ],
                [.. risks.Select((r, i) => new GridCell[]
                {
                    $"{i + 1}",
                    new(string.Join(". ", new[] { r.Title, r.Description }.OfType<string>())),
                    r.Mitigation ?? "not stated",
                    string.Join(". ", new[] { Format.Word(r.Impact), r.ImpactNote }.OfType<string>()),
                    Format.Word(r.Likelihood),
                    r.Owner ?? "not stated",
                })]));
        }
    }
}
