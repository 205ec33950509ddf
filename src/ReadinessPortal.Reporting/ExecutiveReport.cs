using System.Security.Cryptography;
using System.Text;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Reporting.Files;
using ReadinessPortal.Reporting.Look;
using ReadinessPortal.Reporting.Sections;

namespace ReadinessPortal.Reporting;

/// <summary>The executive report: a revision and its decision record in, a PDF out.</summary>
public sealed class ExecutiveReport : IDocument
{
    /// <summary>Raised whenever the same input would give other bytes.</summary>
    public const int RendererVersion = 16;

    // Of what every page repeats beside the launch's key.
    private const int MostOfTitle = 60;

    private readonly ReportContent _report;
    private readonly ReportOutline _outline;

    private ExecutiveReport(ReportInput input)
    {
        _report = new(input);
        _outline = new(_report);
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

    public void Compose(IDocumentContainer container)
    {
        var stretches = Stretches().ToList();
        while (stretches.Count > 0)
        {
            var alike = stretches.TakeWhile(s => s.IsWide == stretches[0].IsWide).ToList();
            container.Page(page => Page(page, alike));
            stretches.RemoveRange(0, alike.Count);
        }
    }

    private void Page(PageDescriptor page, List<Stretch> stretches)
    {
        var paper = _report.Input.Form.Paper == ReportPaper.Letter ? PageSizes.Letter : PageSizes.A4;
        page.Size(stretches[0].IsWide ? paper.Landscape() : paper);
        page.MarginHorizontal(48);
        page.MarginTop(38);
        page.MarginBottom(34);
        page.PageColor(Colors.White);
        page.DefaultTextStyle(Typography.Body);
        page.Header().Element(Header);
        page.Content().PaddingTop(8).PaddingBottom(8).Column(column =>
        {
            foreach (var stretch in stretches)
            {
                stretch.Compose(column);
            }
        });
        page.Footer().Element(Footer);
    }

    private IEnumerable<Stretch> Stretches() => _report.IsForBoard
        ? [new(IsWide: false, Board)]
        : _outline.Sections.SelectMany(s => s.Stretches).Prepend(new(IsWide: false, Opening));

    private void Board(ColumnDescriptor column)
    {
        column.Item().Component(new DecisionPage(_report));
        column.Item().PageBreak();
        column.Item().Component(new BoardPage(_report));
    }

    private void Opening(ColumnDescriptor column)
    {
        column.Item().Component(new DecisionPage(_report));
        column.Item().PageBreak();
        column.Item().Component(new ContentsSection(_outline, _report.Accent));
    }

    private void Header(IContainer container) =>
        container.BorderBottom(_report.Launch.Accent is null ? 0.4f : 1.2f)
            .BorderColor(_report.Launch.Accent ?? Ink.Hair).PaddingBottom(6).DefaultTextStyle(Typography.Running)
            .Row(row =>
            {
                row.RelativeItem().Text($"{_report.Launch.Key} · {Shortened.To(MostOfTitle, _report.Launch.Title)}")
                    .ClampLines(1);
                row.AutoItem().PaddingLeft(10).Text(string.Join(" · ", new[]
                {
                    _report.RevisionName, _report.IsFrozen ? _report.ShortHash : null,
                    _report.Launch.Classification is { } of ? Shortened.To(MostOfTitle / 2, of) : null,
                    _report.Standing, _report.Launch.IsDemo ? "demo data" : null,
                }.OfType<string>()));
            });

    private void Footer(IContainer container) =>
        container.BorderTop(0.4f).BorderColor(Ink.Hair).PaddingTop(6).DefaultTextStyle(Typography.Running).Row(row =>
        {
            row.RelativeItem().Text(text =>
            {
                text.Span($"ReadinessPortal · renderer {RendererVersion} · ");
                if (_report.IsForBoard)
                {
                    text.Span("the two pages for the board");
                    return;
                }

                text.Span("how to check this document: page ");
                text.BeginPageNumberOfSection(IntegritySection.Destination);
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
        Attachments = _report.Input.CanonicalJson is { } json ?
        [
            new($"{_report.Launch.Key}-revision-{_report.Input.Revision.Number}.json", "application/json",
                "The revision as it was hashed and signed", Encoding.UTF8.GetBytes(json)),
            .. _report.Input.Attachments,
        ] : [],
        Bookmarks = _report.IsForBoard ? [new(DecisionPage.Name, DecisionPage.Id), new(BoardPage.Title, BoardPage.Id)] :
        [
            new(DecisionPage.Name, DecisionPage.Id),
            new("Contents", ContentsSection.Id),
            .. _outline.Sections.Select(s => new PdfBookmark(
                VisibleText.Line(s.Heading),
                s.Id,
                [.. s.Parts.Select(p => new PdfBookmark(VisibleText.Line(p.Title), p.Id))])),
        ],
    };
}
