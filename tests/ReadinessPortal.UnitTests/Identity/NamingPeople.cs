using ReadinessPortal.Domain.Identity;

namespace ReadinessPortal.UnitTests.Identity;

/// <summary>A name is seen as it is, wherever somebody signs.</summary>
public sealed class NamingPeople
{
    [Theory]
    [InlineData("Anna Meier")]
    [InlineData("\u0417\u043E\u044F \u0418\u0432\u0430\u043D\u043E\u0432\u0430")]
    [InlineData("\u0645\u06CC\u200C\u0631\u0627")]
    [InlineData("Jean-Luc O'Neill, 3rd")]
    public void A_name_of_any_script_can_stand(string name) =>
        AccountRules.WhyNot("anna", name).Should().BeNull();

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("- .")]
    [InlineData("\u3164")]
    [InlineData("\u00AD")]
    [InlineData("Anna\u200BMeier")]
    [InlineData("Anna\u2028Meier")]
    [InlineData("Anna\nMeier")]
    [InlineData("Anna\0Meier")]
    [InlineData("Anna\u202EMeier")]
    public void What_is_not_seen_cannot(string name)
    {
        AccountRules.WhyNot("anna", name).Should().NotBeNull();
        (PasskeyRules.WhyNotName(name) is null).Should().Be(name == "- .");
    }
}
