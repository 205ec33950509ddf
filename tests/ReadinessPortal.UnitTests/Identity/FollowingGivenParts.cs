using ReadinessPortal.Domain.Identity;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.UnitTests.Identity;

/// <summary>Which parts an identity provider gives and takes.</summary>
public sealed class FollowingGivenParts
{
    private const string Here = "example";

    private static readonly string[] _launches = ["GA-1", "GA-2"];

    [Fact]
    public void What_is_given_for_every_launch_is_given_in_each_and_once()
    {
        var parts = Follow([], new GivenPart(null, LaunchPart.Auditor), new GivenPart("GA-1", LaunchPart.Auditor));

        parts.Give.Should()
            .Equal(new PartIn("GA-1", LaunchPart.Auditor), new PartIn("GA-2", LaunchPart.Auditor));
        parts.Take.Should().BeEmpty();
    }

    [Fact]
    public void A_launch_that_is_not_there_is_given_nothing() =>
        Follow([], new GivenPart("GA-9", LaunchPart.Lead)).Give.Should().BeEmpty();

    [Theory]
    [InlineData(Here, true)]
    [InlineData("another", false)]
    [InlineData(null, false)]
    public void Taken_is_what_the_same_provider_gave(string? by, bool isTaken)
    {
        var has = (new PartIn("GA-1", LaunchPart.Lead), by);

        Follow([has]).Take.Any().Should().Be(isTaken);
        Follow([has], new GivenPart("GA-1", LaunchPart.Lead)).Should().Match<PartsToFollow>(p =>
            p.Give.IsEmpty && p.Take.IsEmpty, "it is theirs already, and still said");
    }

    [Fact]
    public void Another_part_in_the_same_launch_is_given_beside_one_that_is_taken()
    {
        var parts = Follow([(new("GA-2", LaunchPart.Viewer), Here)], new GivenPart("GA-2", LaunchPart.Contributor));

        parts.Give.Should().Equal(new PartIn("GA-2", LaunchPart.Contributor));
        parts.Take.Should().Equal(new PartIn("GA-2", LaunchPart.Viewer));
    }

    private static PartsToFollow Follow((PartIn, string?)[] has, params GivenPart[] says) =>
        PartsToFollow.Of(has, Here, says, _launches);
}
