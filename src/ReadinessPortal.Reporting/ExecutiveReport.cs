using System.Security.Cryptography;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Reporting.Files;
using ReadinessPortal.Reporting.Look;
using ReadinessPortal.Reporting.Sections;

namespace ReadinessPortal.Reporting;

/// <summary>The executive report: a revision and its decision record in, a PDF out.</summary>
public sealed class ExecutiveReport : IDocument
{
    /// <summary>Raised whenever the same input would give other bytes.</summary>
    public const int RendererVersion = 4;

    private readonly ReportContent _report;
    private readonly IReadOnlyList<ReportSection> _sections;

    private ExecutiveReport(ReportInput input)
    {
        _report = new(input);
        _sections = SectionsOf(_report);
    }

    /// <summary>Writes the report to <paramref name="pdf"/>. The same input gives the same bytes.</summary>
    public static void Write(ReportInput input, Stream pdf)
    {
        ReportFonts.Register();
        var report = new ExecutiveReport(input);
        using var drawn = new MemoryStream();
        report.GeneratePdf(drawn);
        var bytes = drawn.ToArray();
        pdf.Write(PdfAppend.Finish(bytes, report.Finish(bytes)));
    }

    public DocumentMetadata GetMetadata() => new()
    {
        Title = VisibleText.Line($"{_report.Launch.Key}: {_report.Launch.Title}"),
        Subject = $"Executive readiness report, {_report.RevisionName.ToLowerInvariant()}, {_report.Standing}",
        Author = VisibleText.Line(_report.Launch.PreparedBy ?? "ReadinessPortal"),
        Creator = "ReadinessPortal",
        Producer = $"ReadinessPortal renderer {RendererVersion}",
        Keywords = _report.Input.Sha256 ?? "",
    };

    public void Compose(IDocumentContainer container) => container.Page(page =>
    {
        page.Size(PageSizes.A4);
        page.MarginHorizontal(48);
        page.MarginTop(38);
        page.MarginBottom(34);
        page.PageColor(Colors.White);
        page.DefaultTextStyle(Typography.Body);
        page.Header().Element(Header);
        page.Content().PaddingTop(8).PaddingBottom(8).Element(Content);
        page.Footer().Element(Footer);
    });

    private static List<ReportSection> SectionsOf(ReportContent report)
    {
        List<ReportSection> sections =
        [
            new SummarySection(report),
            new CriteriaSection(report),
            new RegistersSection(report, "infrastructure", "Infrastructure"),
            new RegistersSection(report, "security", "Security and data residency"),
            new OperationsSection(report),
            new FinanceSection(report),
            new EvidenceSection(report),
            new ItemsSection(report),
            new MatrixSection(report),
            .. report.Input.Revision.GuardedChanges.IsEmpty
                ? Array.Empty<ReportSection>() : [new ReadsBetterSection(report)],
            new SignOffSection(report),
            new RecommendationsSection(report),
            new FindingsSection(report),
            new AppendixSection(report),
        ];
        string[] placed = ["infrastructure", "security", "operations", "finance", "evidence", "appendix"];
        foreach (var chapter in report.Facts.Registers.Select(r => r.Chapter).Distinct().Except(placed))
        {
            sections.Add(new RegistersSection(report, chapter, $"Registers: {chapter}"));
        }

        sections.Add(new DecisionLogSection(report));
        sections.Add(new IntegritySection(report));
        return sections;
    }

    private void Header(IContainer container) =>
        container.BorderBottom(0.4f).BorderColor(Ink.Hair).PaddingBottom(6).DefaultTextStyle(Typography.Running)
            .Row(row =>
            {
                row.RelativeItem().Text($"{_report.Launch.Key} · {_report.Launch.Title}").ClampLines(1);
                row.AutoItem().PaddingLeft(10).Text(string.Join(" · ", new[]
                {
                    _report.RevisionName, _report.IsFrozen ? _report.ShortHash : null, _report.Launch.Classification,
                    _report.Standing, _report.Launch.IsDemo ? "demo data" : null,
                }.OfType<string>()));
            });

    private void Content(IContainer container) => container.Column(column =>
    {
        column.Item().Component(new DecisionPage(_report));
        column.Item().PageBreak();
        column.Item().Component(new ContentsSection(_sections));
        column.Item().PageBreak();
        foreach (var section in _sections)
        {
            column.Item().Component(section);
        }
    });

    private static void Footer(IContainer container) =>
        container.BorderTop(0.4f).BorderColor(Ink.Hair).PaddingTop(6).DefaultTextStyle(Typography.Running).Row(row =>
        {
            row.RelativeItem().Text(text =>
            {
                text.Span($"ReadinessPortal · renderer {RendererVersion} · how to check this document: page ");
                text.BeginPageNumberOfSection("integrity");
            });
            row.AutoItem().Text(text =>
            {
                text.AlignRight();
                text.CurrentPageNumber();
                text.Span(" of ");
                text.TotalPages();
            });
        });

    /// <summary>Bookmarks, language, dates and identity: what no layout engine writes.</summary>
    private PdfFinish Finish(byte[] drawn) => new()
    {
        Language = "en",
        At = _report.Record.Decision?.At ?? _report.Input.Revision.FrozenAt,
        ContentHash = Convert.ToHexStringLower(SHA256.HashData(drawn)),
        Bookmarks =
        [
            new("The decision on one page", DecisionPage.Id),
            new("Contents", ContentsSection.Id),
            .. _sections.Select(s => new PdfBookmark(
                VisibleText.Line(s.Title),
                s.Id,
                [.. s.Parts.Select(p => new PdfBookmark(VisibleText.Line(p.Title), p.Id))])),
        ],
    };
}
