using ReadinessPortal.Application.Changes;
using ReadinessPortal.Application.Launches;

namespace ReadinessPortal.UnitTests.Persistence;

public sealed class RefusingTextThatTurns
{
    [Theory]
    [InlineData("ok \u202Egnp.exe", "right-to-left override (U+202E) at position 4")]
    [InlineData("\u2066a", "control of the reading direction (U+2066) at position 1")]
    public void What_turns_the_order_of_reading_is_refused_by_name_and_place(string text, string named)
    {
        KeptText.WhyNot(text, mayTurn: false).Should().Be(new CharacterNotKept(named));
        KeptText.WhyNot(text, mayTurn: true).Should().BeNull();
    }

    [Theory]
    [InlineData("דוד כהן\u200F, 5")]
    [InlineData("محمد\u061C علي")]
    [InlineData("क्\u200Dष \U0001F468\u200D\U0001F469")]
    public void What_scripts_need_is_kept(string text) => KeptText.WhyNot(text, mayTurn: false).Should().BeNull();
}
