using ReadinessPortal.Pdf.Drawing;
using ReadinessPortal.Pdf.Fluent;
using ReadinessPortal.Reporting.Files;

namespace ReadinessPortal.UnitTests.Pdf;

public sealed class PrintingEveryScript
{
    [Theory]
    [InlineData("田中太郎", "SC")]
    [InlineData("山田はなこ・ヤマダ", "SC")]
    [InlineData("王小明、李娜", "SC")]
    [InlineData("𠮷野家", "JP")]
    [InlineData("김민수", "KR")]
    [InlineData("\u1112\u1161\u11AB\u1100\u1173\u11AF", "KR")]
    [InlineData("हिन्दी", "Devanagari")]
    [InlineData("कृष्ण", "Devanagari")]
    [InlineData("অমিত", "Bengali")]
    [InlineData("ਗੁਰਪ੍ਰੀਤ", "Gurmukhi")]
    [InlineData("કૃષ્ણ", "Gujarati")]
    [InlineData("ଓଡ଼ିଆ", "Oriya")]
    [InlineData("முருகன்", "Tamil")]
    [InlineData("శ్రీనివాస్", "Telugu")]
    [InlineData("ಕೃಷ್ಣ", "Kannada")]
    [InlineData("കൃഷ്ണൻ", "Malayalam")]
    [InlineData("ශ්‍රී", "Sinhala")]
    [InlineData("สมชาย", "Thai")]
    [InlineData("ខ្មែរ", "Khmer")]
    [InlineData("အောင်ဆန်း", "Myanmar")]
    [InlineData("བསྟན་འཛིན", "Tibetan")]
    [InlineData("ნინო", "DejaVu")]
    [InlineData("Արամ", "DejaVu")]
    [InlineData("አበበ", "Ethiopic")]
    [InlineData("ᏣᎳᎩ", "Cherokee")]
    [InlineData("ꆈꌠ", "Yi")]
    [InlineData("ᠮᠣᠩᠭᠣᠯ", "Mongolian")]
    [InlineData("ꦗꦮ", "Javanese")]
    [InlineData("\U0001F680", "Emoji")]
    public void A_name_stands_in_the_file_as_it_was_typed_in_a_face_of_its_script(string name, string face)
    {
        using var printed = Printed.Content(content => content.Text($"by {name}"));

        printed.Said(1).Should().Be($"by {name}");
        printed.Pages[0].Letters.Select(letter => letter.FontName!).Should().Contain(font => font.Contains(face));
    }

    [Theory]
    [InlineData("محمد علي")]
    [InlineData("דוד כהן")]
    [InlineData("ܡܪܝܡ")]
    [InlineData("ދިވެހި")]
    [InlineData("ߒߞߏ")]
    [InlineData("𞤀𞤣𞤤𞤢𞤥")]
    public void A_name_from_right_to_left_is_whole(string name)
    {
        using var printed = Printed.Content(content => content.Text(name));

        printed.Said(1).Should().HaveLength(name.Length).And.NotContain("\uFFFD");
        printed.Said(1).Count(char.IsWhiteSpace).Should().Be(name.Count(char.IsWhiteSpace));
    }

    [Theory]
    [InlineData("\U0001F468\u200D\U0001F469\u200D\U0001F467")]
    [InlineData("\U0001F1E8\U0001F1ED")]
    [InlineData("\U0001F44D\U0001F3FD")]
    [InlineData("\U0001F9D1\u200D\U0001F680")]
    [InlineData("\U0001F3F3\uFE0F\u200D\U0001F308")]
    public void A_picture_of_several_characters_is_one_glyph(string picture)
    {
        using var printed = Printed.Content(content => content.Text(picture));

        printed.Pages[0].Letters.Should().ContainSingle();
        printed.Said(1).Should().Be(picture.Replace("\uFE0F", "", StringComparison.Ordinal));
    }

    [Fact]
    public void Another_script_in_a_line_moves_no_baseline_and_no_line()
    {
        using var plain = Printed.Column(Two("one"));
        using var mixed = Printed.Column(Two("田中 สมชาย"));

        mixed.BaselineOf(1, 'b').Should().BeApproximately(plain.BaselineOf(1, 'b'), 0.01);
        mixed.BaselineOf(1, 'z').Should().BeApproximately(plain.BaselineOf(1, 'z'), 0.01);

        static Action<ColumnDescriptor> Two(string name) => column =>
        {
            column.Item().Text($"b {name}");
            column.Item().Text("z");
        };
    }

    [Fact]
    public void A_face_is_opened_when_the_first_text_needs_it_and_once()
    {
        var opened = 0;
        FontManager.RegisterFallback("a face for a test", "E100-E1FF", Open);
        FontManager.RegisterFallback("a face for a test", "E100-E1FF", Open);

        using var latin = Printed.Content(content => content.Text("Latin, Ελληνικά, שלום"));
        opened.Should().Be(0);
        using var needed = Printed.Content(content => content.Text("\uE101\uE102"));
        using var again = Printed.Content(content => content.Text("\uE101\uE102"));
        opened.Should().Be(1);

        Stream Open()
        {
            opened++;
            return typeof(PdfAppend).Assembly.GetManifestResourceStream("Fonts.DejaVuSans.ttf")!;
        }
    }

    [Fact]
    public void Only_the_glyphs_that_are_shown_are_embedded()
    {
        using var printed = Printed.Content(content => content.Text("田中太郎 김민수 हिन्दी สมชาย \U0001F680"));

        printed.Bytes.Length.Should().BeLessThan(40_000);
    }

    [Theory]
    [InlineData("ab\u202Ecd\u202C ef")]
    [InlineData("ab\u202Dcd\u202C ef")]
    [InlineData("a\u2067bcd\u2069 ef")]
    [InlineData("\u202Babcd\u202C ef\u200F")]
    [InlineData("a\u061Cb\u200Fcd\u2066 \u2068ef")]
    public void Controls_of_the_reading_direction_change_nothing_and_take_no_room(string text)
    {
        using var printed = Printed.Content(content => content.Text(text));
        using var plain = Printed.Content(content => content.Text("abcd ef"));

        printed.Pages[0].Letters.Select(letter => (letter.Value, letter.StartBaseLine.X))
            .Should().Equal(plain.Pages[0].Letters.Select(letter => (letter.Value, letter.StartBaseLine.X)));
    }
}
