using ReadinessPortal.Domain.Figures;

namespace ReadinessPortal.UnitTests.Figures;

public sealed class ShorteningTexts
{
    [Theory]
    [InlineData(20, "Short enough", "Short enough")]
    [InlineData(20, "Exactly twenty chars", "Exactly twenty chars")]
    [InlineData(20, "The market window closes in December", "The market window…")]
    [InlineData(12, "Until then, and no longer", "Until then…")]
    [InlineData(10, "incomprehensibilities", "incompreh…")]
    [InlineData(4, "a\U0001F469\u200D\U0001F4BBb is one", "a…")]
    public void A_long_text_ends_at_a_word_or_between_characters_and_says_that_it_goes_on(
        int most, string text, string expected)
    {
        var shown = Shortened.To(most, text);

        shown.Should().Be(expected);
        shown.Length.Should().BeLessThanOrEqualTo(most);
    }

    [Theory]
    [InlineData("Attach the proof", "Attach the proof.")]
    [InlineData("Nobody asked me. ", "Nobody asked me.")]
    public void A_sentence_has_one_full_stop(string text, string expected) =>
        Shortened.Sentence(text).Should().Be(expected);
}
