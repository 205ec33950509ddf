using System.Text;
using ReadinessPortal.Pdf.Fluent;
using ReadinessPortal.Pdf.Infrastructure;
using ReadinessPortal.Reporting.Look;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;

namespace ReadinessPortal.UnitTests.Pdf;

/// <summary>A document that has been written and read again.</summary>
internal sealed class Printed : IDisposable
{
    public const float PageHeight = 240;
    public const float PageWidth = 200;
    public const float Margin = 20;
    public const float Body = PageHeight - (2 * Margin);

    private readonly PdfDocument _document;
    private readonly Lazy<IReadOnlyList<Page>> _pages;

    static Printed() => ReportFonts.Register();

    private Printed(byte[] bytes)
    {
        (Bytes, _document) = (bytes, PdfDocument.Open(bytes));
        _pages = new(() => [.. _document.GetPages()]);
    }

    public byte[] Bytes { get; }

    public IReadOnlyList<Page> Pages => _pages.Value;

    /// <summary>The words of every page, one string each.</summary>
    public IReadOnlyList<string> Texts =>
        [.. Pages.Select(page => ContentOrderTextExtractor.GetText(page).ReplaceLineEndings(" ").Trim())];

    public static Document Document(Action<PageDescriptor> page) =>
        ReadinessPortal.Pdf.Fluent.Document.Create(document => document.Page(sheet =>
    {
        sheet.Size(PageWidth, PageHeight);
        sheet.Margin(Margin);
        sheet.DefaultTextStyle(TextStyle.Default.FontFamily("IBM Plex Sans").FontSize(10).LineHeight(1));
        page(sheet);
    }));

    public static Printed Content(Action<IContainer> content) => Of(page => content(page.Content()));

    public static Printed Column(Action<ColumnDescriptor> column) => Content(content => content.Column(column));

    public static Printed Of(Action<PageDescriptor> page) => new(Document(page).GeneratePdf());

    public static Printed Read(byte[] bytes) => new(bytes);

    /// <summary>The upper edge of a word, in points from the top of the page.</summary>
    public double TopOf(int page, string word) =>
        PageHeight - Pages[page - 1].GetWords().First(found => found.Text == word).BoundingBox.Top;

    /// <summary>The words of a page, line by line.</summary>
    public IEnumerable<string> Lines(int page) =>
        Pages[page - 1].GetWords().GroupBy(word => Math.Round(word.Letters[0].StartBaseLine.Y))
            .OrderByDescending(line => line.Key).Select(line => string.Join(' ', line.Select(word => word.Text)));

    /// <summary>
    /// What the file says a page reads, letter by letter in the order of drawing: where glyphs stand for a text of
    /// their own, that text.
    /// </summary>
    public string Said(int page)
    {
        var spans = Pages[page - 1].GetMarkedContents()
            .SelectMany(content => content.Children.Prepend(content)).Where(content => content.ActualText is not null)
            .SelectMany(content => content.Letters.Select(letter => (Place(letter), content)))
            .ToLookup(pair => pair.Item1, pair => pair.content);
        var said = new StringBuilder();
        object? last = null;
        foreach (var letter in Pages[page - 1].Letters)
        {
            var span = spans[Place(letter)].FirstOrDefault();
            said.Append(span is null ? letter.Value : span == last ? "" : span.ActualText);
            last = span;
        }

        return said.ToString();

        static (int, double, double) Place(Letter letter) =>
            (letter.TextSequence, letter.StartBaseLine.X, letter.StartBaseLine.Y);
    }

    public double BaselineOf(int page, char letter) =>
        Pages[page - 1].Letters.First(found => found.Value[0] == letter).StartBaseLine.Y;

    public double LeftOf(int page, string word) =>
        Pages[page - 1].GetWords().First(found => found.Text == word).BoundingBox.Left;

    public void Dispose() => _document.Dispose();
}

internal static class Blocks
{
    /// <summary>An unbreakable box with a name in it.</summary>
    public static void Block(this ColumnDescriptor column, float height, string name) =>
        column.Item().Height(height).Text(name);

    public static string Lines(int count, string word = "line") =>
        string.Join('\n', Enumerable.Range(1, count).Select(number => $"{word}{number}"));
}
