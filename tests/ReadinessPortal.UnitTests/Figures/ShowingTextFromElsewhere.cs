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
    public void Text_that_hides_nothing_is_given_back_as_it_is()
    {
        var text = "Load test of the night";

        VisibleText.Of(text).Should().BeSameAs(text);
    }
}
