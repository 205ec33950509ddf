using System.Net;
using System.Runtime.Versioning;
using Microsoft.Extensions.Hosting;
using Npgsql;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.IntegrationTests.Fixtures;

namespace ReadinessPortal.IntegrationTests.Persistence;

/// <summary>The server goes and comes back while people use the portal: it stays, says so, and is back by itself.
/// </summary>
[UnsupportedOSPlatform("windows")]
public sealed class LosingTheDatabase(DemoOnItsOwnServer demo) : IClassFixture<DemoOnItsOwnServer>
{
    private const string EndOthers = """
        select count(pg_terminate_backend(pid)) from pg_stat_activity
        where backend_type = 'client backend' and pid <> pg_backend_pid() and application_name <> 'taken'
        """;

    [Theory]
    [InlineData("fast")]
    [InlineData("immediate")]
    [InlineData("killed")]
    public async Task A_server_that_is_started_again_is_used_again(string way)
    {
        await using var visitors = await Visitors.ComeAsync(demo.Portal);

        await (way == "killed" ? demo.Server.KillAsync() : demo.Server.StopAsync(way));
        await visitors.SeeTroubleAsync();
        await demo.Server.StartAgainAsync();

        await IsBackAsync(visitors);
    }

    [Fact]
    public async Task Connections_that_were_ended_are_made_again()
    {
        await using var visitors = await Visitors.ComeAsync(demo.Portal);

        for (var i = 0; i < 3; i++)
        {
            await demo.Server.AskAsync(EndOthers);
        }

        await IsBackAsync(visitors);
    }

    [Fact]
    public async Task A_server_that_others_have_filled_is_waited_for()
    {
        await using var visitors = await Visitors.ComeAsync(demo.Portal);
        var taken = new List<NpgsqlConnection>();
        try
        {
            await TakeAllAsync(taken);
            await demo.Server.AskAsync(EndOthers);
            await TakeAllAsync(taken);
            await visitors.SeeTroubleAsync();
        }
        finally
        {
            foreach (var connection in taken)
            {
                await connection.DisposeAsync();
            }
        }

        await IsBackAsync(visitors);
    }

    private async Task IsBackAsync(Visitors visitors)
    {
        await visitors.AreServedAgainAsync();
        await Patience.UntilAsync(() => demo.Portal.Get<LaunchBoards>().IsLive);
        visitors.Answers.Should().OnlyContain(a => a.IsHonest);
        visitors.Answers.Where(a => a.Path is "/sign-in" or "/portal.css" or "/healthz/live").Should()
            .OnlyContain(a => a.Status == HttpStatusCode.OK, "they need no database");
        demo.Portal.Get<IHostApplicationLifetime>().ApplicationStopping.IsCancellationRequested.Should().BeFalse();
    }

    private async Task TakeAllAsync(List<NpgsqlConnection> taken)
    {
        var settings = new NpgsqlConnectionStringBuilder(demo.Server.Connection("readiness_portal"))
        {
            Pooling = false, ApplicationName = "taken",
        };
        try
        {
            while (true)
            {
                var connection = new NpgsqlConnection(settings.ConnectionString);
                taken.Add(connection);
                await connection.OpenAsync();
            }
        }
        catch (PostgresException full) when (full.SqlState == PostgresErrorCodes.TooManyConnections)
        {
            return;
        }
    }
}
