using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Narratives;
using ReadinessPortal.Reporting.Look;

namespace ReadinessPortal.Reporting.Sections;

internal sealed class SummarySection(ReportContent report) : ReportSection(report)
{
    /// <summary>The list of all reasons, which the first page refers to.</summary>
    public const string Reasons = "reasons";

    public override string Id => "summary";

    public override string Title => "Executive summary";

    public override IReadOnlyList<string> Chapters => ["summary"];

    protected override void Body(ColumnDescriptor column)
    {
        Identity(column);
        foreach (var text in Of(NarrativeKind.Summary))
        {
            column.Paragraph(Report.Narrative(text.Key, text.Text));
        }

        column.Item().Section(Reasons).Column(heading => heading.Subheading("Basis of the verdict"));
        if (Report.Verdict.Reasons.Length == 0)
        {
            column.Paragraph("No objections.");
        }

        column.Lines(Report.Verdict.Reasons, r =>
            (StatusMarks.Of(r.Level), $"{Shortened.Sentence(r.InShort)} {Shortened.Sentence(r.Action.Text)}",
                r.Owner ?? "owner not stated"));
        Scores(column);
        column.Told(Report, NarrativeKind.Achievement, "Key achievements");
        column.Told(Report, NarrativeKind.SuccessFactor, "Critical success factors");
        Outstanding(column);
    }

    private void Outstanding(ColumnDescriptor column)
    {
        var open = Report.OpenItems;
        column.Subheading("Outstanding items", open.Count == 0 ? null
            : $"{open.Count(i => i.Blocking)} blocking, in full in {ItemsSection.Name.ToLowerInvariant()}");
        if (open.Count == 0)
        {
            column.Note("Nothing is recorded as open.");
            return;
        }

        column.Item().Component(new Grid(OpenItems.Columns, [.. open.Select(OpenItems.Row)]));
    }

    private IEnumerable<Narrative> Of(NarrativeKind kind) => Report.Facts.Narratives.Where(n => n.Kind == kind);

    private void Identity(ColumnDescriptor column)
    {
        var launch = Report.Launch;
        (string, string?)[] rows =
        [
            ("Launch", $"{launch.Key}, {launch.Title}"),
            ("Phase", launch.Phase),
            ("Target date", $"{Format.LongDay(launch.TargetDate)}, {FromToday()}"),
            ("Hypercare", launch.HypercareDays > 0 ? $"{launch.HypercareDays} days" : null),
            ("Release under test", launch.Release is { } r
                ? string.Join(", ", new[] { r.Name, r.Digest, r.Commit }.OfType<string>())
                : null),
            ("Classification", launch.Classification),
            ("Prepared by", launch.PreparedBy),
            ("Reviewed by", launch.ReviewedBy),
            ("Report of", launch.ReportDate is { } day ? Format.LongDay(day) : null),
            ("Document version", launch.DocumentVersion),
            ("Next review", launch.NextReview is { } next ? Format.LongDay(next) : null),
            ("Time zone", launch.TimeZone),
            ("As of", launch.AsOf is { } asOf ? $"{Format.LongDay(asOf)}{(launch.IsDemo ? " (demo)" : "")}" : null),
        ];
        var known = rows.Where(r => r.Item2 is not null).ToList();
        var half = (known.Count + 1) / 2;
        column.Item().PaddingBottom(10).Component(new Grid(
            [new("", 1), new("", 2), new("", 1), new("", 2)],
            [
                .. Enumerable.Range(0, half).Select(i => new[]
                {
                    new GridCell(known[i].Item1, Colour: Ink.Quiet), known[i].Item2,
                    i + half < known.Count ? new GridCell(known[i + half].Item1, Colour: Ink.Quiet) : "",
                    i + half < known.Count ? known[i + half].Item2 : "",
                }),
            ]));
    }

    private string FromToday() => $"{Report.Readiness.DaysToTarget} days from {Format.Day(Report.Readiness.Today)}";

    private void Scores(ColumnDescriptor column)
    {
        var score = Report.Readiness.Score;
        column.Subheading("Scores", $"as scored by {Assessors.Name(score)}; a score never changes readiness");
        foreach (var scored in score.Categories.Where(c => c.Value is not null))
        {
            column.Bar(scored.Title, scored.Value!.Value / 100m, [], $"{scored.Value}");
        }

        column.Item().PaddingTop(6).Component(new Grid(
            [
                new("Category"), new("Score", Right: true), new("Weight", Right: true), new("Criteria"),
                new("Scored by"), new("Note"),
            ],
            [.. Report.Facts.Categories.Zip(score.Categories, (category, scored) => new GridCell[]
            {
                category.Title,
                scored.Value is { } value ? $"{value}" : "not scored",
                $"{scored.Weight:0.##}",
                Tally(category.Key),
                scored.By is { } by ? Assessors.Name(by, scored.Assessor) : null,
                scored.Rationale ?? category.Note,
            })],
            [
                "Overall", score.Value is { } overall ? $"{overall}" : "none", "",
                score.Band is { } band ? Format.Word(band) : score.WhyNone, "", "",
            ]));
    }

    private string Tally(string category)
    {
        var states = Report.Facts.Criteria.Where(c => c.Category == category).Select(c => Report.Of(c).State).ToList();
        var proven = states.Count(s => s == CriterionState.Passed);
        var rest = states.Where(s => s != CriterionState.Passed).GroupBy(s => s).OrderBy(g => g.Key)
            .Select(g => $"{g.Count()}\u00A0{Format.Word(g.Key)}");
        return string.Join(", ", rest.Prepend($"{proven} of {states.Count} proven"));
    }
}
