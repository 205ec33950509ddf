using ReadinessPortal.Domain.Figures;

namespace ReadinessPortal.UnitTests.Figures;

public sealed class ShowingTextFromElsewhere
{
    [Theory]
    [InlineData("load-test.json", "load-test.json")]
    [InlineData("Über 👩‍💻 näht", "Über 👩‍💻 näht")]
    [InlineData("a\tb\r\nc", "a\tb\r\nc")]
    [InlineData("ok \u202Egnp.", "ok ⟨U+202E⟩gnp.")]
    [InlineData("\u2066a\u2069\u200Bb\uFEFF", "⟨U+2066⟩a⟨U+2069⟩⟨U+200B⟩b⟨U+FEFF⟩")]
    [InlineData("\u001b[31mred\u007F", "␛[31mred␡")]
    public void What_hides_or_turns_text_is_written_out(string text, string shown) =>
        VisibleText.Of(text).Should().Be(shown);

    [Fact]
    public void On_one_line_tab_and_line_ends_are_written_out_as_well() =>
        VisibleText.Line("a\tb\r\nc\u202E").Should().Be("a␉b␍␊c⟨U+202E⟩");

    [Fact]
    public void Text_that_hides_nothing_is_given_back_as_it_is()
    {
        var text = "Load test of the night";

        VisibleText.Of(text).Should().BeSameAs(text);
    }
}
