using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Reporting.Look;

namespace ReadinessPortal.Reporting.Sections;

/// <summary>Criteria by category: what is proven, beside the plain count by the result that was given.</summary>
internal sealed class AcceptanceSection(ReportContent report) : ReportSection(report)
{
    public override string Id => "acceptance";

    public override string Title => "Acceptance summary";

    public override IReadOnlyList<string> Chapters => ["acceptance"];

    public override string? WhyEmpty => Report.Facts.Criteria.IsEmpty ? "no acceptance criterion" : null;

    protected override void Body(ColumnDescriptor column)
    {
        column.Lead("Proven: every target is met, and evidence that can be opened supports it. Stated: the result that "
            + "was given, without asking for proof.");
        GridColumn[] columns =
        [
            new("Category"), new("Criteria", Right: true), new("Proven", Right: true), new("In progress", Right: true),
            new("Failed", Right: true), new("Other", Right: true), new("Stated passed", Right: true),
            new("Stated in progress", Right: true), new("Stated failed", Right: true),
        ];
        column.Item().Component(new Grid(
            columns,
            [
                .. Report.Facts.Categories.Select(category => Row(
                    category.Title, [.. Report.Facts.Criteria.Where(c => c.Category == category.Key)])),
            ],
            Row("Total", [.. Report.Facts.Criteria])));
        column.Note($"Pass rate {Share(Count([.. Report.Facts.Criteria], CriterionState.Passed))} proven, "
            + $"{Share(Report.Facts.Criteria.Count(c => c.Result == CriterionResult.Passed))} as stated. "
            + "Other: disputed, unproven, waived or not assessed.");
    }

    private GridCell[] Row(string title, IReadOnlyList<Criterion> criteria)
    {
        var (passed, progress, failed) = (Count(criteria, CriterionState.Passed),
            Count(criteria, CriterionState.InProgress), Count(criteria, CriterionState.Failed));
        return
        [
            title, $"{criteria.Count}", $"{passed}", $"{progress}", $"{failed}",
            $"{criteria.Count - passed - progress - failed}", Stated(criteria, CriterionResult.Passed),
            Stated(criteria, CriterionResult.InProgress), Stated(criteria, CriterionResult.Failed),
        ];
    }

    private int Count(IReadOnlyList<Criterion> criteria, CriterionState state) =>
        criteria.Count(c => Report.Of(c).State == state);

    private static string Stated(IReadOnlyList<Criterion> criteria, CriterionResult result) =>
        $"{criteria.Count(c => c.Result == result)}";

    private string Share(int count) => Format.Percent((decimal)count / Report.Facts.Criteria.Length);
}
