using ReadinessPortal.Domain.Charts;

namespace ReadinessPortal.Reporting.Look;

/// <summary>Small pieces that several sections share.</summary>
internal static class Parts
{
    private const float AmountWidth = 54;

    /// <summary>A capitalised label above a group.</summary>
    public static void Label(this ColumnDescriptor column, string text) =>
        column.Item().EnsureSpace(48).PaddingTop(8).PaddingBottom(3).Text(text.ToUpperInvariant())
            .Style(Typography.Label);

    public static void Subheading(this ColumnDescriptor column, string text, string? note = null) =>
        column.Item().EnsureSpace(70).PaddingTop(12).PaddingBottom(4).Text(words =>
        {
            words.Span(text).Style(Typography.Subheading);
            if (note is not null)
            {
                words.Span($"  {note}").Style(Typography.Quiet);
            }
        });

    /// <summary>Where the rest stands: <c>page 7</c>, or <c>the full report</c> where only its two pages for the board
    /// are printed.</summary>
    public static void Place(this TextDescriptor text, ReportContent report, string section)
    {
        if (report.IsForBoard)
        {
            text.Span("the full report");
            return;
        }

        text.Span("page ");
        text.BeginPageNumberOfSection(section);
    }

    public static void Paragraph(this ColumnDescriptor column, string text) =>
        column.Item().PaddingTop(5).PaddingBottom(3).Text(text).Style(Typography.Body);

    /// <summary>A paragraph that says what comes next, and stays with it.</summary>
    public static void Lead(this ColumnDescriptor column, string text) =>
        column.Item().EnsureSpace(60).PaddingTop(5).PaddingBottom(3).Text(text).Style(Typography.Body);

    public static void Note(this ColumnDescriptor column, string text) =>
        column.Item().PaddingVertical(3).Text(text).Style(Typography.Quiet);

    public static void Bullet(this ColumnDescriptor column, string text, string? lead = null) =>
        column.Item().PaddingBottom(2.5f).Row(row =>
        {
            row.ConstantItem(11).Text("–").Style(Typography.Body.FontColor(Ink.Quiet));
            row.RelativeItem().Text(words =>
            {
                if (lead is not null)
                {
                    words.Span($"{lead}. ").SemiBold();
                }

                words.Span(text);
            });
        });

    /// <summary>A mark, words, and a quiet word at the right edge, under a hairline.</summary>
    public static void Line(
        this ColumnDescriptor column, StatusMark mark, string text, string? right, bool first = false)
    {
        var item = column.Item();
        (first ? item : item.BorderTop(0.4f).BorderColor(Ink.Hair)).PaddingVertical(2.8f).Row(row =>
        {
            row.ConstantItem(13).PaddingTop(2.4f).Height(8.2f).Width(8.2f).Svg(mark.Svg());
            row.RelativeItem().PaddingRight(4).Text(text);
            if (right is not null)
            {
                row.AutoItem().PaddingTop(0.6f).Text(right).Style(Typography.Quiet);
            }
        });
    }

    public static void Lines<T>(
        this ColumnDescriptor column, IEnumerable<T> items, Func<T, (StatusMark, string, string?)> line)
    {
        var first = true;
        foreach (var item in items)
        {
            var (mark, text, right) = line(item);
            column.Line(mark, text, right, first);
            first = false;
        }
    }

    /// <summary>A name, a bar and what it amounts to, the first amount in bold.</summary>
    /// <param name="share">Of the bar's length, as a fraction.</param>
    public static void Bar(
        this ColumnDescriptor column, string name, decimal share, IReadOnlyList<decimal> marks,
        params ReadOnlySpan<string> amounts)
    {
        var shown = amounts.ToArray();
        var colour = share > 1 ? ChartPalette.Print.No : ChartPalette.Print.Quiet;
        column.Item().PaddingVertical(2.4f).DefaultTextStyle(Typography.Small).Row(row =>
        {
            row.RelativeItem(2).Text(name);
            row.RelativeItem(3).PaddingTop(2.6f).PaddingRight(8).Height(7).Svg(size => BarSvg.Draw(
                share, colour, marks, ChartPalette.Print, size.Width, size.Height, name));
            for (var i = 0; i < shown.Length; i++)
            {
                var amount = row.ConstantItem(AmountWidth).AlignRight().Text(shown[i]);
                _ = i == 0 ? amount.SemiBold() : amount;
            }
        });
    }

    /// <summary>Something recorded word for word: a command, its output.</summary>
    public static void Verbatim(this ColumnDescriptor column, string text, string colour = Ink.Black) =>
        column.Item().Background(Ink.Wash).PaddingHorizontal(6).PaddingVertical(4).Text(text)
            .Style(Typography.Mono.FontColor(colour));

    /// <summary>What stands out in red: an override, a rejection.</summary>
    public static void Alarm(this ColumnDescriptor column, Action<TextDescriptor> words) =>
        column.Item().PaddingVertical(5).Border(0.7f).BorderColor(Ink.No).PaddingHorizontal(8).PaddingVertical(6)
            .DefaultTextStyle(Typography.Small.FontColor(Ink.No)).Text(words);
}
