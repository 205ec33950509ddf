using ReadinessPortal.Application.Members;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.IntegrationTests.Fixtures;
using static ReadinessPortal.IntegrationTests.Fixtures.People;
using static ReadinessPortal.IntegrationTests.Fixtures.PortalDatabaseFixture;

namespace ReadinessPortal.IntegrationTests.Launches;

public sealed class ChangingALaunchManyAtOnce
{
    // The portal of a test has twelve connections.
    private const int Many = 40;

    [Fact]
    public Task Many_more_than_there_are_connections_are_all_served_one_after_the_other() => InALaunch(async portal =>
    {
        var before = (await portal.ViewAsync()).Board.ChangeNumber;

        var answers = await Task.WhenAll(Enumerable.Range(0, Many).Select(i => portal.Get<AddMember>()
            .RunAsync(ALaunch.Key, Guid.CreateVersion7(), $"Member {i}", LaunchPart.Viewer, ALaunch.Manager)));

        answers.Select(a => Done(a).ChangeNumber).Should().OnlyHaveUniqueItems();
        (await portal.ViewAsync()).Board.ChangeNumber.Should().Be(before + Many);
    });
}
