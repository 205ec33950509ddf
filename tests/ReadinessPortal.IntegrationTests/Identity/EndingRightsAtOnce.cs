using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Application.Launches;
using ReadinessPortal.Application.Life;
using ReadinessPortal.Application.Members;
using ReadinessPortal.IntegrationTests.Fixtures;
using ReadinessPortal.Web.Identity;

namespace ReadinessPortal.IntegrationTests.Identity;

public sealed class EndingRightsAtOnce(OnePortal one) : IClassFixture<OnePortal>
{
    [Fact]
    public async Task The_next_request_knows_another_right_and_another_name_and_the_session_goes_on()
    {
        var somebody = await one.Portal.SomebodyAsync($"s{Guid.NewGuid():N}", isAdministrator: true);
        var userName = somebody.Name.Split(' ')[0];
        var cookies = new CookieContainer();
        using var client = await one.Portal.SignedInAsync(userName, cookies);
        (await client.GetStringAsync(new Uri("/", UriKind.Relative))).Should().Contain("New launch");

        await SetAsync(somebody, "is_administrator = false, name = 'Renamed'");

        var page = await client.GetStringAsync(new Uri("/", UriKind.Relative));
        page.Should().NotContain("New launch").And.Contain("Renamed").And.Contain("No launch is yours to see");
        (await client.GetStringAsync(new Uri("/launches/new", UriKind.Relative)))
            .Should().Contain("An administrator lets somebody create launches");
        using var copy = one.Portal.Anonymous(cookies);
        (await copy.GetStringAsync(new Uri("/", UriKind.Relative))).Should().NotContain("New launch");
    }

    [Fact]
    public async Task Another_password_ends_every_session_with_the_next_request()
    {
        var somebody = await one.Portal.SomebodyAsync($"s{Guid.NewGuid():N}");
        using var client = await one.Portal.SignedInAsync(somebody.Name.Split(' ')[0]);

        await ChangePasswordAsync(somebody);

        (await client.GetAsync(new Uri("/", UriKind.Relative))).StatusCode.Should().Be(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task An_account_that_is_gone_is_signed_in_nowhere()
    {
        var somebody = await one.Portal.SomebodyAsync($"s{Guid.NewGuid():N}");
        using var client = await one.Portal.SignedInAsync(somebody.Name.Split(' ')[0]);
        await using var page = await OpenPage.OfAsync(one.Portal.App, somebody);

        await one.Portal.ScalarAsync($"delete from identity.users where id = '{somebody.UserId}'");

        (await client.GetAsync(new Uri("/", UriKind.Relative))).StatusCode.Should().Be(HttpStatusCode.Redirect);
        await page.BecomesAsync(p => p.Identity is not { IsAuthenticated: true });
    }

    [Fact]
    public async Task Open_pages_on_every_instance_follow()
    {
        await using var elsewhere = await one.Portal.AnotherInstanceAsync();
        await Patience.UntilAsync(() => elsewhere.Services.GetRequiredService<LaunchBoards>().IsLive);
        var somebody = await one.Portal.SomebodyAsync($"s{Guid.NewGuid():N}");
        await using var here = await OpenPage.OfAsync(one.Portal.App, somebody);
        await using var there = await OpenPage.OfAsync(elsewhere, somebody);

        foreach (var (change, isSo) in new (string, Func<ClaimsPrincipal, bool>)[]
        {
            ("is_administrator = true", p => p.AsViewer().IsAdministrator),
            ("name = 'Somebody Else'", p => p.ShownName() == "Somebody Else" && p.AsViewer().IsAdministrator),
            ("is_administrator = false", p => !p.AsViewer().IsAdministrator),
        })
        {
            await SetAsync(somebody, change);
            await here.BecomesAsync(isSo);
            await there.BecomesAsync(isSo);
        }

        await ChangePasswordAsync(somebody);
        await here.BecomesAsync(p => p.Identity is not { IsAuthenticated: true });
        await there.BecomesAsync(p => p.Identity is not { IsAuthenticated: true });
    }

    [Fact]
    public async Task Signing_out_ends_the_pages_of_that_sign_in_on_every_instance_and_no_others()
    {
        await using var elsewhere = await one.Portal.AnotherInstanceAsync();
        await Patience.UntilAsync(() => elsewhere.Services.GetRequiredService<LaunchBoards>().IsLive);
        var somebody = await one.Portal.SomebodyAsync($"s{Guid.NewGuid():N}");
        await using var ended = await OpenPage.OfAsync(elsewhere, somebody);
        await using var other = await OpenPage.OfAsync(elsewhere, somebody);

        await one.Portal.Get<OpenSessions>().EndAsync(await ended.PersonAsync());
        await ended.BecomesAsync(p => p.Identity is not { IsAuthenticated: true });

        await SetAsync(somebody, "name = 'Still Here'"); // heard after the end, by the same connection
        await other.BecomesAsync(p => p.ShownName() == "Still Here");
    }

    [Fact]
    public async Task What_was_missed_while_nobody_listened_is_asked_for()
    {
        var boards = one.Portal.Get<LaunchBoards>();
        await Patience.UntilAsync(() => boards.IsLive);
        var heard = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        boards.AccessChanged += user => _ = user is null && heard.TrySetResult();

        await using var terminate = one.Portal.Get<NpgsqlDataSource>().CreateCommand("""
            select pg_terminate_backend(pid) from pg_stat_activity
            where datname = current_database() and query like 'listen %'
            """);
        (await terminate.ExecuteScalarAsync()).Should().Be(true);

        await heard.Task.WaitAsync(Patience.Limit);
    }

    [Fact]
    public async Task A_page_that_learns_of_it_too_late_makes_no_launch()
    {
        var somebody = await one.Portal.SomebodyAsync($"s{Guid.NewGuid():N}", isAdministrator: true);
        await SetAsync(somebody, "is_administrator = false");

        var outcome = await one.Portal.Get<CreateLaunch>()
            .RunAsync(new NewLaunch("GA-2030-001", "Late", new(2030, 1, 1)), somebody);

        People.Refused<NotAnAdministrator>(outcome);
    }

    private Task<object?> SetAsync(Viewer somebody, string change) =>
        one.Portal.ScalarAsync($"update identity.users set {change} where id = '{somebody.UserId}'");

    private async Task ChangePasswordAsync(Viewer somebody)
    {
        await using var scope = one.Portal.App.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<PortalUser>>();
        var user = await users.FindByIdAsync($"{somebody.UserId}");
        (await users.RemovePasswordAsync(user!)).Succeeded.Should().BeTrue();
    }
}
