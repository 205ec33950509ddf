using ReadinessPortal.Domain.Identity;

namespace ReadinessPortal.UnitTests.Identity;

public sealed class ChoosingAPassword
{
    [Theory]
    [InlineData("kettle marble ocean violin")]
    [InlineData("Zm9vYmFyYmF6cXV4")]
    [InlineData("drei Ziegen essen Gras")]
    [InlineData("пять рыжих лисиц")]
    [InlineData("四季折々の花が庭に静かに咲いている")]
    [InlineData("monkey typewriter lantern")]
    [InlineData("                violin kettle")]
    public void Whatever_is_long_and_nobody_tries_first_will_do(string password) =>
        PasswordRules.WhyNot(password, "a.meier", "Anna Meier").Should().BeNull();

    [Theory]
    [InlineData("", "15 are the fewest")]
    [InlineData("kettle marble", "It has 13 characters; 15 are the fewest")]
    [InlineData("😀😀😀😀😀😀😀😀", "It has eight characters")]
    [InlineData("passwordpassword", "tried first")]
    [InlineData("P4$$w0rd-P4$$w0rd", "tried first")]
    [InlineData("Password1234567!", "tried first")]
    [InlineData("welcome2readinessportal", "tried first")]
    [InlineData("123456789012345", "tried first")]
    [InlineData("987654321098765", "tried first")]
    [InlineData("qwertyuiopasdfgh", "tried first")]
    [InlineData("lkjhgfdsapoiuytr", "tried first")]
    [InlineData("aaaaaaaaaaaaaaaaaaaa", "tried first")]
    [InlineData("abcabcabcabcabcabc", "tried first")]
    [InlineData("AnnaMeier-2026-11", "tried first")]
    [InlineData("a.meier a.meier a.m", "tried first")]
    [InlineData("summer2026winter2025", "tried first")]
    [InlineData("kettle marble\tocean violin", "no keyboard types")]
    public void What_is_short_or_tried_first_will_not(string password, string why) =>
        PasswordRules.WhyNot(password, "a.meier", "Anna Meier").Should().Contain(why);

    [Fact]
    public void It_may_be_as_long_as_a_page_and_no_longer()
    {
        var long256 = string.Concat(Enumerable.Repeat("kettle marble ", 19))[..256];

        PasswordRules.WhyNot(long256).Should().BeNull();
        PasswordRules.WhyNot(long256 + "x").Should().Contain("256 are the most");
    }
}
