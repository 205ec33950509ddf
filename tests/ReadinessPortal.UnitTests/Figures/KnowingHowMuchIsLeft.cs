using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Figures;

namespace ReadinessPortal.UnitTests.Figures;

public sealed class KnowingHowMuchIsLeft
{
    [Theory]
    [InlineData("4.1 s", Comparator.LessThan, "5 s", 0.18)]
    [InlineData("5 s", Comparator.AtMost, "5 s", 0.0)]
    [InlineData("6 s", Comparator.AtMost, "5 s", -0.2)]
    [InlineData("4100 ms", Comparator.LessThan, "5 s", 0.18)]
    [InlineData("99.97 %", Comparator.AtLeast, "99.95 %", 0.4)] // of the error budget
    [InlineData("120", Comparator.AtLeast, "100", 0.2)]
    [InlineData("0", Comparator.AtMost, "0", null)]
    [InlineData("100 %", Comparator.AtLeast, "100 %", null)]
    [InlineData("5 s", Comparator.Equal, "5 s", null)]
    [InlineData("5 GB", Comparator.AtMost, "5 s", null)]
    public void It_is_a_share_of_the_limit_or_of_what_is_left_to_all_of_it(
        string value, Comparator comparator, string target, double? share) =>
        ((double?)Headroom.Of(Quantity.Parse(value, null), comparator, Quantity.Parse(target, null)))
            .Should().Be(share);

    [Theory]
    [InlineData(0.15, true, HeadroomLevel.Enough)]
    [InlineData(0.149, true, HeadroomLevel.Little)]
    [InlineData(0.03, true, HeadroomLevel.Little)]
    [InlineData(0, true, HeadroomLevel.None)]
    [InlineData(0.5, false, HeadroomLevel.None)]
    public void Its_color_follows_from_the_share_and_from_what_was_reached(
        double share, bool isMet, HeadroomLevel level) =>
        Headroom.Level((decimal)share, isMet).Should().Be(level);
}
