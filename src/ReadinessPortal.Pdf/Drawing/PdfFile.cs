using ReadinessPortal.Pdf.Infrastructure;
using ReadinessPortal.Pdf.Layout;
using ReadinessPortal.Pdf.Typesetting;
using SkiaSharp;

namespace ReadinessPortal.Pdf.Drawing;

/// <summary>
/// Writes a document. The same document gives the same bytes: no dates, no random ids, no fonts of the machine.
/// </summary>
internal static class PdfFile
{
    public static void Write(IDocument document, Stream stream)
    {
        var composed = new Composed();
        document.Compose(composed);
        var paginator = new Paginator();
        composed.Sets.ForEach(paginator.Add);
        Draw(paginator.Pages, Metadata(document), stream);
    }

    private static void Draw(IReadOnlyList<LaidOutPage> pages, SKDocumentPdfMetadata metadata, Stream stream)
    {
        var sections = Located(pages);
        using var brushes = new Brushes();
        Note(pages, sections, brushes);

        // Skia writes in small steps, each of which would cross over to managed code.
        using var target = new SKDynamicMemoryWStream();
        using (var pdf = SKDocument.CreatePdf(target, metadata))
        {
            Draw(pages, sections, brushes, pdf);
        }

        using var written = target.DetachAsData();
        written.SaveTo(stream);
    }

    private static void Draw(IReadOnlyList<LaidOutPage> pages, SectionPages sections, Brushes brushes, SKDocument pdf)
    {
        for (var index = 0; index < pages.Count; index++)
        {
            var size = pages[index].Set.Size;
            using var canvas = pdf.BeginPage(size.Width, size.Height);
            Draw(pages[index], new Sheet(canvas, new PageContext(index + 1, pages.Count, sections), brushes,
                pages[index].Set.Content));
            pdf.EndPage();
        }

        pdf.Close();
    }

    // A first round without paper finds the glyphs that have to be in the file.
    private static void Note(IReadOnlyList<LaidOutPage> pages, SectionPages sections, Brushes brushes)
    {
        using var nowhere = new SKNoDrawCanvas(1, 1);
        brushes.OnlyNotes = true;
        for (var index = 0; index < pages.Count; index++)
        {
            Draw(pages[index], new Sheet(nowhere, new PageContext(index + 1, pages.Count, sections), brushes,
                pages[index].Set.Content));
        }

        brushes.OnlyNotes = false;
    }

    private static void Draw(LaidOutPage page, Sheet sheet)
    {
        if (page.Set.Paper.Hex != 0xFFFFFFFF)
        {
            sheet.Fill(new Area(0, 0, page.Set.Size.Width, page.Set.Size.Height), page.Set.Paper);
        }

        foreach (var (area, piece) in page.Pieces)
        {
            piece.Draw(sheet, area);
        }
    }

    private static SectionPages Located(IReadOnlyList<LaidOutPage> pages)
    {
        var sections = new SectionPages();
        for (var index = 0; index < pages.Count; index++)
        {
            foreach (var (_, piece) in pages[index].Pieces)
            {
                piece.Locate(sections, index + 1);
            }
        }

        return sections;
    }

    private static SKDocumentPdfMetadata Metadata(IDocument document)
    {
        var about = document.GetMetadata();
        return new SKDocumentPdfMetadata(document.GetSettings().ImageRasterDpi)
        {
            Title = about.Title ?? string.Empty,
            Author = about.Author ?? string.Empty,
            Subject = about.Subject ?? string.Empty,
            Keywords = about.Keywords ?? string.Empty,
            Creator = about.Creator ?? string.Empty,
            Producer = about.Producer ?? string.Empty,
        };
    }

    private sealed class Composed : IDocumentContainer
    {
        public List<PageSet> Sets { get; } = [];

        public void Add(PageSet pages) => Sets.Add(pages);
    }
}
