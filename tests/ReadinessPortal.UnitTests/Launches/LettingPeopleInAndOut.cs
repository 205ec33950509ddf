using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.UnitTests.Launches;

public sealed class LettingPeopleInAndOut
{
    private static readonly Member _manager = Member(ALaunch.Manager, LaunchPart.Manager);
    private static readonly Member _viewer = Member(ALaunch.Person("Vic"), LaunchPart.Viewer);
    private static readonly Member _cto = Member(ALaunch.Cto, LaunchPart.Viewer);

    [Fact]
    public void The_last_manager_stays()
    {
        WhyNotRemove(_manager).Should().Be(new LastManager("Mia"));
        WhyNotChange(_manager, LaunchPart.Viewer).Should().Be(new LastManager("Mia"));
        WhyNotChange(_manager, LaunchPart.Manager).Should().BeNull();
        var two = With(_manager, _viewer with { Part = LaunchPart.Manager });
        MemberRules.WhyNotRemove(two, _manager.UserId, LaunchPart.Manager, ALaunch.Manager).Should().BeNull();
    }

    [Fact]
    public void Only_the_manager_lets_people_in_and_out()
    {
        MemberRules.WhyNotAdd(ALaunch.Board(), "Vic", ALaunch.Cto).Should().BeOfType<NotYours>();
        MemberRules.WhyNotAdd(ALaunch.Board(), " ", ALaunch.Manager).Should().NotBeNull();
        MemberRules.WhyNotRemove(With(_manager, _viewer), _viewer.UserId, LaunchPart.Viewer, ALaunch.Platform)
            .Should().BeOfType<NotYours>();
        WhyNotRemove(_viewer).Should().BeNull();
        WhyNotRemove(_viewer with { Part = LaunchPart.Auditor }).Should().BeOfType<NoSuchMember>();
    }

    [Fact]
    public void What_goes_with_a_part_is_said_before_it_goes()
    {
        Said(_viewer).Should().StartWith("Vic cannot open the launch any more");
        Said(_cto).Should().StartWith("Chris still reads the launch, as CTO");
        Said(_manager).Should().StartWith("You cannot open the launch any more, and this page closes");
    }

    private static string Said(Member member) =>
        MemberRules.Consequences(With(_manager, _viewer, _cto), member, ALaunch.Manager)[0];

    private static Refusal? WhyNotRemove(Member member) => MemberRules.WhyNotRemove(
        With(_manager, _viewer), member.UserId, member.Part, ALaunch.Manager);

    private static Refusal? WhyNotChange(Member member, LaunchPart to) => MemberRules.WhyNotChange(
        With(_manager, _viewer), member.UserId, member.Part, to, ALaunch.Manager);

    private static LaunchBoard With(params Member[] members) => ALaunch.Board() with { Members = [.. members] };

    private static Member Member(Actor person, LaunchPart part) =>
        new() { UserId = person.UserId, Name = person.Name, Part = part };
}
