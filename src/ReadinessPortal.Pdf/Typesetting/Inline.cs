using ReadinessPortal.Pdf.Fluent;
using ReadinessPortal.Pdf.Infrastructure;

namespace ReadinessPortal.Pdf.Typesetting;

/// <summary>A part of a paragraph in one style: text, or a page number that is known later.</summary>
internal sealed class Inline(string text)
{
    public string Text { get; } = Cleaned(text);

    public TextStyle Style { get; set; } = TextStyle.Default;

    public string? Address { get; init; }

    public string? Section { get; init; }

    public PageNumber? Number { get; init; }

    // Controls, soft hyphens and wishes for a picture have no shape; a tab is as good as a blank.
    private static string Cleaned(string text) =>
        text.AsSpan().IndexOfAnyInRange('\0', '\u001F') < 0 && text.AsSpan().IndexOfAny('\u00AD', '\uFE0F') < 0
            ? text
            : string.Concat(text.Replace('\t', ' ').Where(c => !char.IsControl(c) && c is not ('\u00AD' or '\uFE0F')));
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
