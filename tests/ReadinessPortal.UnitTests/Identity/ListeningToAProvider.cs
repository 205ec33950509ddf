using ReadinessPortal.Domain.Identity;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.UnitTests.Identity;

/// <summary>What the word of an identity provider is worth.</summary>
public sealed class ListeningToAProvider
{
    private static readonly DateTimeOffset _noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Whoever_has_one_of_the_values_enters_to_the_letter_and_everybody_where_none_is_asked_for()
    {
        ProviderRules.MayEnter([], []).Should().BeTrue();
        ProviderRules.MayEnter(["staff", "finance"], ["finance", "board"]).Should().BeTrue();
        ProviderRules.MayEnter(["Finance", "boards", ""], ["finance", "board"]).Should().BeFalse();
        ProviderRules.Has(["staff"], []).Should().BeFalse("nothing makes nobody an administrator");
    }

    [Theory]
    [InlineData(false, false, true, GivenRight.Give)]
    [InlineData(true, true, true, GivenRight.Keep)]
    [InlineData(true, true, false, GivenRight.Take)]
    [InlineData(true, false, false, GivenRight.Keep)] // given by hand
    [InlineData(true, false, true, GivenRight.Keep)] // given by hand, and it stays so
    [InlineData(false, false, false, GivenRight.Keep)]
    public void A_right_is_taken_by_whom_it_was_given(bool has, bool byProvider, bool saysSo, GivenRight becomes) =>
        ProviderRules.Right(has, byProvider, saysSo).Should().Be(becomes);

    [Fact]
    public void Names_have_their_length_and_hide_nothing()
    {
        ProviderRules.Shown(new string('a', 10_000)).Should().HaveLength(81).And.EndWith("…");
        ProviderRules.Shown("ana\u202Elivro").Should().NotContain("\u202E");
        ProviderRules.Name(new string('a', 200), "ana").Should().HaveLength(AccountRules.MostOfName);
        ProviderRules.Name("  Ana Müller ", "ana").Should().Be("Ana Müller");
        foreach (var none in new[] { null, " ", "Ana\u202Elivro", "Ana\nAdministrator" })
        {
            ProviderRules.Name(none, "ana").Should().Be("ana");
        }
    }

    [Fact]
    public void A_confirmation_is_of_the_same_person_asked_since_and_by_a_clock_that_is_about_right()
    {
        WhyNot(true, _noon.AddSeconds(5)).Should().BeNull();
        WhyNot(true, _noon.AddSeconds(-60)).Should().BeNull("clocks differ");
        WhyNot(true, _noon.AddSeconds(-61)).Should().BeOfType<ConfirmedEarlier>();
        WhyNot(true, _noon.AddSeconds(71)).Should().BeOfType<ConfirmedEarlier>();
        WhyNot(true, null).Should().BeOfType<ConfirmedNoTime>();
        WhyNot(false, _noon).Should().BeOfType<ConfirmedSomebodyElse>();

        static Refusal? WhyNot(bool isSame, DateTimeOffset? at) =>
            ProviderRules.WhyNotConfirm("Example ID", isSame, at, _noon, _noon.AddSeconds(10));
    }

    [Fact]
    public void Who_somebody_is_there_is_of_letters_that_everybody_reads_alike()
    {
        ProviderRules.IsSubject("248289761001").Should().BeTrue();
        foreach (var none in new[] { null, "", "a\u0000", "ä", new string('1', 256) })
        {
            ProviderRules.IsSubject(none).Should().BeFalse();
        }
    }
}
