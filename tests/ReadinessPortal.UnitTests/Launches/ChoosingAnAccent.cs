using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.UnitTests.Launches;

public sealed class ChoosingAnAccent
{
    [Theory]
    [InlineData(AccentColor.Usual)]
    [InlineData("#000000")]
    [InlineData("#A8201A")]
    [InlineData("#767676")] // 4.54 to 1, the lightest gray
    public void What_is_dark_enough_for_text_on_white_is_taken(string color) =>
        AccentColor.WhyNot(color).Should().BeNull();

    [Theory]
    [InlineData("#777777", "4.47 to 1")]
    [InlineData("#ffffff", "1.00 to 1")]
    [InlineData("#ffcc00", "darker")]
    [InlineData("#00ff00", "darker")]
    [InlineData("red", "#rrggbb")]
    [InlineData("#0f4", "#rrggbb")]
    [InlineData("#0f4c5c\n", "#rrggbb")]
    [InlineData("#0f4c5g", "#rrggbb")]
    [InlineData("", "#rrggbb")]
    [InlineData("#٠٠٠٠٠٠", "#rrggbb")]
    public void Anything_else_is_refused_and_says_what_to_do(string color, string why) =>
        AccentColor.WhyNot(color).Should().Contain(why);
}
