using System.Text;
using Bunit;
using ReadinessPortal.Web.Evidence;

namespace ReadinessPortal.ComponentTests.Evidence;

public sealed class PreviewingAFile : BunitContext
{
    [Fact]
    public void Markup_is_shown_and_never_becomes_part_of_the_page()
    {
        var panel = Panel(Text("<img src=x onerror=alert(1)>", "text/html", "page.html"));

        panel.FindAll("img").Should().BeEmpty();
        panel.Find("pre").TextContent.Should().Contain("onerror");
    }

    [Fact]
    public void A_drawing_that_can_carry_script_is_shown_as_text() =>
        Text("<svg xmlns='http://www.w3.org/2000/svg'/>", "image/svg+xml", "a.svg").Should().BeOfType<Preview.Text>();

    [Fact]
    public void Json_is_indented() =>
        Text("{\"a\":[1]}", "application/json", "a.json").Should().BeOfType<Preview.Text>()
            .Which.Content.Should().Contain("\n");

    [Fact]
    public void Comma_separated_text_becomes_a_table()
    {
        var table = Text("name,note\na,\"one, \"\"two\"\"\"\r\n", "text/csv", "a.csv").Should()
            .BeOfType<Preview.Table>().Which;

        table.Rows.Should().HaveCount(2);
        table.Rows[1].Should().Equal("a", "one, \"two\"");
    }

    [Fact]
    public void Bytes_that_are_no_text_are_not_shown() =>
        Preview.Of([0x7f, 0x45, 0, 1], 4, "application/octet-stream", "a.bin").Should().BeOfType<Preview.Nothing>();

    [Fact]
    public void A_long_text_is_cut_and_says_so()
    {
        var bytes = Encoding.UTF8.GetBytes(new string('é', Preview.TextLimit));
        var head = bytes.AsSpan(0, Preview.Wanted("text/plain", bytes.Length));

        var preview = Preview.Of(head, bytes.Length, "text/plain", "a.log").Should().BeOfType<Preview.Text>().Which;

        preview.IsCut.Should().BeTrue();
        preview.Content.Should().NotContain("\uFFFD");
    }

    [Fact]
    public void What_turns_the_reading_direction_is_written_out()
    {
        var log = Panel(Text("ok \u202Egnp.", "text/plain", "a.log"));
        var table = Panel(Text("name\n\u202Egnp.", "text/csv", "a.csv"));

        log.Find("pre").TextContent.Should().Be("ok ⟨U+202E⟩gnp.");
        table.Find("td").TextContent.Should().Be("⟨U+202E⟩gnp.");
    }

    [Theory]
    [InlineData("image/png", "89504E470D0A1A0A0000000D49484452{0}08060000")]
    [InlineData("image/webp", "524946460000000057454250565038580A0000000000000000EA6000EA60")]
    public void An_image_that_claims_more_pixels_than_a_browser_should_decode_is_not_shown(string type, string hex)
    {
        var bytes = Convert.FromHexString(hex.Replace("{0}", "0000EA600000EA60", StringComparison.Ordinal));

        Preview.Of(bytes, bytes.Length, type, "a").Should().BeOfType<Preview.Nothing>();
    }

    [Fact]
    public void An_image_of_a_usual_size_is_shown()
    {
        var bytes = Convert.FromHexString("89504E470D0A1A0A0000000D4948445200000780000004380806000000");

        Preview.Of(bytes, bytes.Length, "image/png", "a.png").Should().BeOfType<Preview.Image>();
    }

    private static Preview Text(string text, string type, string name) =>
        Preview.Of(Encoding.UTF8.GetBytes(text), Encoding.UTF8.GetByteCount(text), type, name);

    private IRenderedComponent<PreviewPanel> Panel(Preview preview) =>
        Render<PreviewPanel>(p => p.Add(c => c.Preview, preview).Add(c => c.Title, "A file"));
}
