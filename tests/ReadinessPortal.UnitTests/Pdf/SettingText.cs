using ReadinessPortal.Pdf.Fluent;

namespace ReadinessPortal.UnitTests.Pdf;

public sealed class SettingText
{
    [Fact]
    public void Words_come_out_of_the_file_as_they_went_in()
    {
        const string Text =
            "Official certification of effective traffic: fluffy waffles flip 5,000 to 1.234 ≤ 99.9% → done";
        using var printed = Printed.Content(content => content.Text(Text));

        printed.Texts[0].Should().Be(Text);
    }

    [Fact]
    public void A_word_longer_than_the_line_is_broken_between_characters_and_nothing_is_lost()
    {
        var word = string.Concat(Enumerable.Repeat("ae\u0301xwZ", 20));
        using var printed = Printed.Content(content => content.Text(word));

        var page = printed.Pages[0];
        page.Letters.Max(letter => letter.BoundingBox.Right).Should().BeLessThan(
            Printed.PageWidth - Printed.Margin + 1);
        printed.Texts[0].Replace(" ", "", StringComparison.Ordinal)
            .Should().Be(word.Replace("e\u0301", "\u00E9", StringComparison.Ordinal));
    }

    [Fact]
    public void A_path_breaks_after_its_slashes()
    {
        using var printed = Printed.Content(content => content.Width(90).Text("reports/generated/latest"));

        printed.Texts[0].Should().Be("reports/generated/ latest");
    }

    [Theory]
    [InlineData("share of 79.9 %", "share of|79.9 %")]
    [InlineData("lasted for 4.1 s", "lasted for|4.1 s")]
    [InlineData("valid to 13 Feb 2026", "valid to|13 Feb 2026")]
    [InlineData("planned in Q3 2026", "planned in|Q3 2026")]
    [InlineData("the total 5 spaces", "the total 5|spaces")]
    [InlineData("it may be in 2026", "it may be in|2026")]
    public void A_figure_keeps_its_unit_and_a_date_its_parts(string text, string lines)
    {
        var whole = lines.Split('|');
        using var printed = Printed.Content(content => content.Width(66).Text(text));

        printed.Texts[0].Should().Be(text);
        printed.Lines(1).Should().Equal(whole);
    }

    [Fact]
    public void A_date_that_is_wider_than_the_line_breaks_at_its_blanks()
    {
        using var printed = Printed.Content(content => content.Width(48).Text("13 Feb 2026"));

        printed.Lines(1).Should().Equal("13 Feb", "2026");
    }

    [Fact]
    public void A_character_that_the_face_lacks_is_taken_whole_from_another()
    {
        using var printed = Printed.Content(content => content.Text("ok \u2714 \u05E9\u05C1 end"));

        printed.Texts[0].Should().Contain("\u2714").And.StartWith("ok").And.EndWith("end");
        printed.Pages[0].Letters.Where(letter => letter.Value[0] is '\u05E9' or '\u05C1')
            .Select(letter => letter.FontName)
            .Should().OnlyContain(name => name!.EndsWith("DejaVuSans"));
    }

    [Fact]
    public void A_character_that_no_face_has_is_shown_as_missing()
    {
        using var printed = Printed.Content(content => content.Text("a\U00013000z"));

        printed.Texts[0].Should().Be("a\uFFFDz");
    }

    [Fact]
    public void Signs_that_consoles_print_as_pictures_are_shown_in_black()
    {
        using var printed = Printed.Content(content => content.Text("\u2705 done, \u26A0\uFE0F careful"));

        printed.Texts[0].Should().Be("\u2714 done, \u26A0 careful");
    }

    [Fact]
    public void Right_to_left_words_stand_in_their_order_and_numbers_in_theirs()
    {
        using var printed = Printed.Content(content => content.Text("שלום 123 עולם"));

        var letters = printed.Pages[0].Letters.Where(letter => !string.IsNullOrWhiteSpace(letter.Value)).ToList();
        double Left(string value) => letters.First(letter => letter.Value == value).BoundingBox.Left;
        Left("ש").Should().BeGreaterThan(Left("1"));
        Left("1").Should().BeLessThan(Left("2"));
        Left("1").Should().BeGreaterThan(Left("ע"));
        letters.Max(letter => letter.BoundingBox.Right).Should().BeApproximately(Printed.PageWidth - Printed.Margin, 2);
    }

    [Fact]
    public void A_right_to_left_name_inside_a_left_to_right_line_leaves_the_rest_in_place()
    {
        using var printed = Printed.Content(content => content.Text("by שלום today"));

        printed.LeftOf(1, "by").Should().BeLessThan(printed.LeftOf(1, "today"));
    }

    [Fact]
    public void Text_is_aligned_within_its_area()
    {
        using var printed = Printed.Column(column =>
        {
            column.Item().Text("left");
            column.Item().AlignRight().Text("right");
            column.Item().Text("centre").AlignCenter();
        });

        printed.LeftOf(1, "left").Should().BeApproximately(Printed.Margin, 1.5);
        printed.Pages[0].GetWords().Single(word => word.Text == "right").BoundingBox.Right
            .Should().BeApproximately(Printed.PageWidth - Printed.Margin, 1);
        printed.Pages[0].GetWords().Single(word => word.Text == "centre").BoundingBox.Centroid.X
            .Should().BeApproximately(Printed.PageWidth / 2, 1);
    }

    [Fact]
    public void A_clamped_text_ends_in_an_ellipsis()
    {
        using var printed = Printed.Content(content =>
            content.Width(60).Text("many words that need lines").ClampLines(2));

        printed.Texts[0].Should().EndWith("…").And.NotContain("lines");
    }

    [Fact]
    public void An_empty_text_keeps_the_height_of_its_line()
    {
        using var printed = Printed.Column(column =>
        {
            column.Item().Text("one");
            column.Item().Text("");
            column.Item().Text("two");
        });

        (printed.TopOf(1, "two") - printed.TopOf(1, "one")).Should().BeApproximately(20, 3);
    }
}
