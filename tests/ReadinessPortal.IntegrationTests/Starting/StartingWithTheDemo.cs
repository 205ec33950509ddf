using Microsoft.Extensions.DependencyInjection;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.IntegrationTests.Fixtures;

namespace ReadinessPortal.IntegrationTests.Starting;

public sealed class StartingWithTheDemo
{
    [Fact]
    public async Task What_became_of_it_stays_and_no_launch_is_looked_at_before_the_portal_listens()
    {
        await using var portal = await DemoPortal.StartAsync(_ => { });
        await portal.ScalarAsync("update identity.users set name = 'Renamed' where user_name = 'cfo'");

        await using var next = portal.NotStarted();
        await next.PrepareAsync();

        (await portal.ScalarAsync("select name from identity.users where user_name = 'cfo'")).Should().Be("Renamed");
        next.Services.GetRequiredService<LaunchBoards>().Cached.Should().BeEmpty();
    }

    [Fact]
    public async Task What_is_missing_is_made_at_the_next_start()
    {
        await using var portal = await DemoPortal.StartAsync(_ => { });
        await portal.ScalarAsync("""
            update identity.users set is_administrator = true where user_name = 'cfo';
            delete from identity.users where user_name = 'auditor';
            """);

        await portal.App.PrepareAsync();

        (await portal.ScalarAsync("select is_administrator from identity.users where user_name = 'cfo'"))
            .Should().Be(true, "who is there is left alone");
        (await portal.ScalarAsync("select count(*) from identity.users where user_name = 'auditor'")).Should().Be(1L);
        (await portal.ScalarAsync("select count(*) from launches")).Should().Be(1L);
    }
}
