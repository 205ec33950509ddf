using ReadinessPortal.Application.Persistence;

namespace ReadinessPortal.UnitTests.Persistence;

public sealed class SharingTheServersConnections
{
    [Theory]
    [InlineData(100, 3, 1, 64)]
    [InlineData(100, 3, 2, 43)]
    [InlineData(100, 3, 4, 20)]
    [InlineData(50, 5, 1, 37)]
    [InlineData(1000, 3, 1, 64)]
    public void All_portals_together_leave_room_for_others(int server, int reserved, int instances, int room)
    {
        new ConnectionLimits(server, reserved).RoomFor(instances).Should().Be(room);

        (instances * (room + ConnectionLimits.Beside)).Should()
            .BeLessThanOrEqualTo(server - reserved - ConnectionLimits.Others);
    }

    [Theory]
    [InlineData(30, -1, 22)]
    [InlineData(-1, 24, 16)]
    [InlineData(40, 24, 16)]
    public void A_limit_of_the_role_or_the_database_counts_as_well(int role, int database, int room) =>
        new ConnectionLimits(100, 3, role, database).RoomFor(1).Should().Be(room);

    [Fact]
    public void Too_few_are_refused_with_what_to_change() =>
        new ConnectionLimits(20, 3).Invoking(l => l.RoomFor(2)).Should().Throw<InvalidOperationException>()
            .WithMessage("*takes 17 connections*2 portals*need 26*max_connections*Database:Instances*");
}
