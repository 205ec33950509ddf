using System.Buffers;
using ReadinessPortal.Pdf.Fluent;
using ReadinessPortal.Pdf.Infrastructure;

namespace ReadinessPortal.Pdf.Typesetting;

/// <summary>A part of a paragraph in one style: text, or a page number that is known later.</summary>
internal sealed class Inline(string text)
{
    private static readonly SearchValues<char> _unseen = SearchValues.Create(
    [
        .. Enumerable.Range(0, ' ').Concat(Enumerable.Range(0x7F, 0x21)).Select(c => (char)c),
        '\u00AD', '\u061C', '\u200E', '\u200F', '\uFE0F', '\uFEFF',
        .. Enumerable.Range(0x2028, 7).Concat(Enumerable.Range(0x2066, 10)).Select(c => (char)c),
    ]);

    public string Text { get; } = Cleaned(text);

    public TextStyle Style { get; set; } = TextStyle.Default;

    public string? Address { get; init; }

    public string? Section { get; init; }

    public PageNumber? Number { get; init; }

    // Controls, soft hyphens and wishes for a picture have no shape; a tab is as good as a blank. What would turn the
    // order of reading has no say on paper, where nobody sees that it is there.
    private static string Cleaned(string text) => text.AsSpan().ContainsAny(_unseen)
        ? string.Concat(text.Select(c => c is '\t' or '\u2028' or '\u2029' ? ' ' : c).Where(c => !_unseen.Contains(c)))
        : text;
}

/// <summary>A number that is known when all pages are laid out; null when its section is not in the document.</summary>
internal sealed class PageNumber(Func<PageContext, int?> source)
{
    public PageNumberFormatter Format { get; set; } =
        number => number?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? WidestNumber;

    /// <summary>The room that is kept free while lines are broken.</summary>
    public const string WidestNumber = "000";

    public string Text(PageContext page) => source(page) is { } number ? Format(number) : string.Empty;
}

/// <summary>What a page number may depend on.</summary>
internal readonly record struct PageContext(int Page, int Pages, Layout.SectionPages Sections);
