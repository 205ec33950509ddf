using ReadinessPortal.Pdf.Fluent;
using ReadinessPortal.Pdf.Infrastructure;
using ReadinessPortal.Pdf.Typesetting;
using ReadinessPortal.Reporting.Look;

namespace ReadinessPortal.UnitTests.Pdf;

public sealed class KeepingTokensWhole
{
    private static readonly TextStyle _style =
        TextStyle.Default.FontFamily("IBM Plex Sans").FontSize(10).LineHeight(1);

    private static readonly TextStyle _small = TextStyle.Default.FontFamily("IBM Plex Sans").FontSize(8.2f);

    static KeepingTokensWhole() => ReportFonts.Register();

    public static TheoryData<string> Tokens { get; } =
    [
        "7,500,000 CHF", "EUR 7,500", "7 500 000 CHF", "€ 12.50", "$37,568", "$1.2M/month", "18 %", "95 ms", "12 req/s",
        "487 GB/s", "14:23", "10:00–11:30", "2025-11-30", "2025-11-30T14:23:05Z", "GA-2025-001", "REG-PAY-12",
        "e2e-tests", "d618da8219c5", "sha256:9f86d081884c", "v2.14.0-rc.1", "95ms", "≥99.95%", "(7,500,000)",
        "550e8400-e29b-41d4-a716-446655440000",
    ];

    [Theory]
    [MemberData(nameof(Tokens))]
    public void It_goes_to_the_next_line_as_a_whole(string token)
    {
        var width = Typesetter.LeastWidth([[new Inline(token)]], _style) + 1;
        using var printed = Printed.Content(content => content.Width(width).Text($"xx {token}"));

        printed.Lines(1).Should().Equal("xx", token);
    }

    [Theory]
    [MemberData(nameof(Tokens))]
    public void In_a_line_that_is_a_little_too_narrow_it_is_set_smaller(string token)
    {
        var width = Typesetter.LeastWidth([[new Inline(token)]], _style) * 0.8f;
        using var printed = Printed.Content(content => content.Width(width).Text(token));

        printed.Lines(1).Should().Equal(token);
        printed.Pages[0].Letters.Max(letter => letter.BoundingBox.Right).Should()
            .BeLessThan(Printed.Margin + width + 0.5);
    }

    [Theory]
    [InlineData("Likelihood", 34, "Likeli-|hood")]
    [InlineData("Incomprehensibilities", 70, "Incomprehen-|sibilities")]
    [InlineData("Wahrscheinlichkeit", 60, "Wahrschein-|lichkeit")]
    [InlineData("/var/log/readiness.portal_2025.log", 60, "/var/log/|readiness.|portal_2025.|log")]
    [InlineData("a word", 60, "a word")]
    public void A_word_wider_than_the_line_is_parted_where_a_reader_would(string word, float width, string lines)
    {
        using var printed = Printed.Content(content => content.Width(width).Text(word));

        printed.Lines(1).Should().Equal(lines.Split('|'));
    }

    [Fact]
    public void A_name_of_a_file_gets_no_hyphen()
    {
        using var printed = Printed.Content(content => content.Width(40).Text("readinessPortalReportFinal2"));

        string.Concat(printed.Lines(1)).Should().Be("readinessPortalReportFinal2");
    }

    [Fact]
    public void Ideographs_break_anywhere_but_before_closing_and_after_opening_marks()
    {
        const string Text = "東京都千代田区丸の内、「日本」テスト（一）ですっと。ラーメンをきょう食べた々。";
        for (var width = 45; width < 100; width += 3)
        {
            using var printed = Printed.Content(content => content.Width(width).Text(Text));

            var lines = printed.Lines(1).ToList();
            string.Concat(lines).Should().Be(Text);
            lines.Should().HaveCountGreaterThan(3);
            lines.Should().NotContain(line => "、。」）ーっょ々".Contains(line.First()) || "「（".Contains(line.Last()));
        }
    }

    [Fact]
    public void Thai_without_blanks_breaks_between_characters_and_loses_nothing()
    {
        const string Text = "สมชายใจดีก้องภพสมชายใจดีก้องภพ";
        using var printed = Printed.Content(content => content.Width(70).Text(Text));

        printed.Said(1).Replace(" ", "", StringComparison.Ordinal).Should().Be(Text);
        printed.Pages[0].Letters.Max(letter => letter.StartBaseLine.X).Should().BeLessThan(Printed.Margin + 70);
    }

    [Theory]
    [InlineData("Likelihood and impact")]
    [InlineData("costs 7,500,000 CHF a year")]
    [InlineData("GA-2025-001 of 15 Nov 2025")]
    [InlineData("reports/generated/latest_run.json")]
    [InlineData("WAIVED, MAXIMUM Wm%@")]
    public void The_report_knows_how_much_room_the_widest_of_them_needs(string text)
    {
        foreach (var style in new[] { _small, _small.SemiBold() })
        {
            var needed = Typesetter.LeastWidth([[new Inline(text)]], style);

            TextWidth.LeastOf(text).Should().BeInRange(needed - 0.1f, needed * 1.12f);
        }
    }

    [Fact]
    public void A_column_is_as_wide_as_its_widest_token_however_much_prose_stands_beside_it()
    {
        var prose = string.Concat(Enumerable.Repeat("many words of prose ", 20));
        List<GridColumn> columns = [new("Budget", Right: true), new("Why", 20), new("Also", 20), new("Id", 0.1f)];
        List<GridCell[]> rows = [["7,500,000 CHF", prose, prose, "soc2-control-evidence"]];

        var widths = ColumnWidths.Of(columns, rows, 499);

        widths.Sum().Should().BeApproximately(499, 0.1f);
        widths[0].Should().BeGreaterThan(TextWidth.Of("7,500,000 CHF"));
        widths[3].Should().BeGreaterThan(TextWidth.Of("soc2-control-evidence"));
        widths[1].Should().BeGreaterThan(widths[0]);
    }

    [Fact]
    public void Where_a_table_is_too_wide_words_give_way_before_figures()
    {
        List<GridColumn> columns = [.. Enumerable.Range(0, 9).Select(_ => new GridColumn("Probability"))];
        GridCell[] row = [.. Enumerable.Range(0, 9).Select(i => (GridCell)(i % 3 == 0
            ? "12,345,678 CHF" : "Incomprehensibilities"))];

        var widths = ColumnWidths.Of(columns, [row], 499);

        ColumnWidths.Least(columns, [row]).Sum().Should().BeGreaterThan(499);
        widths.Sum().Should().BeApproximately(499, 0.1f);
        widths.Where((_, i) => i % 3 == 0).Should().OnlyContain(w => w > TextWidth.Of("12,345,678 CHF"));
    }
}
