using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Scoring;
using ReadinessPortal.Reporting.Look;

namespace ReadinessPortal.Reporting.Sections;

/// <summary>Every criterion with what it was measured by, what proves it and what does not.</summary>
internal sealed class CriteriaSection(ReportContent report) : ReportSection(report)
{
    public override string Id => "criteria";

    public override string Title => "Acceptance criteria";

    public override IEnumerable<(string Id, string Title)> Parts =>
        Report.Facts.Categories.Select(c => (IdOf(c), c.Title));

    public override IReadOnlyList<string> Chapters => ["criteria"];

    public override string? WhyEmpty =>
        Report.Facts.Criteria.Length + Report.Facts.Categories.Length > 0 || Notes.Any()
            ? null : "no acceptance criterion";

    protected override void Body(ColumnDescriptor column)
    {
        column.Lead(
            $"{Report.Facts.Criteria.Length} criteria in {Report.Facts.Categories.Length} categories. The state of "
            + "each is derived from its targets and its proof; what somebody says of it can make it worse and never "
            + "better.");
        foreach (var category in Report.Facts.Categories)
        {
            Category(column, category);
        }
    }

    private string IdOf(Category category) => $"{Id}-{category.Key}";

    private void Category(ColumnDescriptor column, Category category)
    {
        var score = category.Scores is [.., { } newest]
            ? $"scored {newest.Value} by {Assessors.Name(newest.By, newest.Assessor)}"
            : "not scored";
        column.Item().Section(IdOf(category)).EnsureSpace(150).PaddingTop(12).PaddingBottom(2).Text(text =>
        {
            text.Span(category.Title).Style(Typography.Subheading.FontSize(12));
            text.Span($"  {score}, lead: {Report.RoleTitle(category.Lead)}").Style(Typography.Quiet);
        });
        if (category.Note is { } note && (category.Scores is not [.., { } last] || last.Rationale != note))
        {
            column.Note(note);
        }

        foreach (var criterion in Report.Facts.Criteria.Where(c => c.Category == category.Key))
        {
            column.Item().Component(new CriterionBlock(Report, criterion));
        }
    }
}

internal sealed class CriterionBlock(ReportContent report, Criterion criterion) : IComponent
{
    private readonly CriterionStanding _standing = report.Of(criterion);

    public void Compose(IContainer container) => container.PaddingTop(7).Column(column =>
    {
        // What introduces a table stays with it, where it is one that is read at a glance.
        Together(column, Math.Max(criterion.Measurements.Length, 1), Opening);
        column.Item().PaddingLeft(13).Column(Statements);
        if (_standing.Proofs.Length + criterion.Documents.Length > 0)
        {
            Together(column, _standing.Proofs.Length, Proof);
        }
    });

    private static void Together(ColumnDescriptor column, int rows, Action<ColumnDescriptor> what) =>
        (rows <= Grid.Glance ? column.Item().PreventPageBreak() : column.Item()).Column(what);

    private void Opening(ColumnDescriptor column)
    {
        Heading(column);
        foreach (var why in _standing.Why.Concat(_standing.Warnings))
        {
            column.Item().PaddingLeft(13).Text(why).Style(Typography.Quiet);
        }

        column.Item().PaddingLeft(13).PaddingTop(3).Column(Measured);
    }

    private void Heading(ColumnDescriptor column) =>
        column.Item().EnsureSpace(110).BorderTop(0.8f).BorderColor(Ink.Hair).PaddingTop(5).Row(row =>
        {
            var mark = StatusMarks.Of(_standing.State);
            row.ConstantItem(13).PaddingTop(2.6f).Height(8.6f).Width(8.6f).Svg(mark.Svg());
            row.RelativeItem().Text(text =>
            {
                text.Span(criterion.Title).SemiBold();
                text.Span($"  {Format.Word(_standing.State)}").SemiBold().FontColor(mark.Colour());
            });
            row.AutoItem().PaddingTop(1).Text($"{Assessors.Sentence(criterion)} · {Lead()}").Style(Typography.Quiet);
        });

    private string Lead() => _standing.Lead is { } lead ? report.RoleTitle(lead) : "lead not stated";

    private void Measured(ColumnDescriptor column)
    {
        if (criterion.Rationale is { } rationale)
        {
            column.Item().PaddingBottom(3).Text($"{Assessors.RationaleOf(criterion)}{rationale}")
                .Style(Typography.Small);
        }

        if (criterion.Measurements.Length > 0)
        {
            column.Item().PaddingBottom(4).Component(Measurements());
        }
    }

    private void Statements(ColumnDescriptor column)
    {
        foreach (var statement in criterion.Statements)
        {
            column.Bullet(statement.Text);
        }
    }

    private void Proof(ColumnDescriptor column)
    {
        if (_standing.Proofs.Length > 0)
        {
            column.Item().PaddingLeft(13).PaddingTop(3).Component(new ProofGrid(report, criterion, _standing));
        }

        if (criterion.Documents.Length > 0)
        {
            column.Item().PaddingLeft(13).PaddingTop(3).Text(
                $"Documentation: {string.Join("; ", criterion.Documents.Select(d => $"{d.Title} ({d.Href})"))}")
                .Style(Typography.Quiet);
        }
    }

    // A value beside a file that nothing reads is somebody's word.
    private string? Origin(Measurement measurement, MeasurementStanding standing) =>
        standing.ReadFrom is { } file ? Origin(file) + (standing.Typed is { } typed ? $", typed as {typed}" : "")
        : measurement is { Value: not null, Evidence: { } key } && report.Facts.Evidence
            .Any(e => e.Key == key && e.IsInHand) ? "typed, not read"
        : null;

    private string Origin(string file) =>
        report.Facts.Evidence.Any(e => e.Key == file && e.Reading?.IsPosted == true) ? "posted, not read" : "read";

    private Grid Measurements() => new(
        [
            new("Measurement", 3), new("Value", 1.55f, true), new("Target", 2.25f), new("Headroom", 1.25f, true),
            new("", 1), new("Source", 2.1f),
        ],
        [.. criterion.Measurements.Zip(_standing.Measurements, (m, s) => new GridCell[]
        {
            string.Join(", ", new[] { m.Metric, m.Statistic, m.Scope, m.Window }.OfType<string>()),
            s.ValueShown,
            s.TargetShown,
            s.Headroom is { } headroom ? Format.Percent(headroom) : "",
            s.Warned is not null ? new GridCell("met, warned", StatusMark.Hold)
                : s.Met is { } met ? new GridCell(met ? "met" : "missed", StatusMarks.Met(met)) : "",
            new GridCell(
                string.Join("; ", new[] { m.Source, m.Note, Origin(m, s) }.OfType<string>()), Colour: Ink.Quiet),
        })]);
}
