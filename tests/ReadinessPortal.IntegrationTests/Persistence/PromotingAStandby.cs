using System.Runtime.Versioning;
using ReadinessPortal.Application;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Application.Facts;
using ReadinessPortal.Application.Launches;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.IntegrationTests.Fixtures;

namespace ReadinessPortal.IntegrationTests.Persistence;

/// <summary>The primary dies under load and its standby takes over: what was answered as done is there, once.</summary>
[UnsupportedOSPlatform("windows")]
[TakesLong]
public sealed class PromotingAStandby
{
    private const int Changes = 30;
    private const int KilledAt = 10;

    [Fact]
    public async Task Nothing_that_was_answered_as_done_is_lost_or_done_twice()
    {
        await using var primary = await PostgresServer.StartAsync("max_connections = 30");
        await using var portal = await DemoPortal.OnAsync(
            primary.Connection("readiness_portal"), primary.Connection("readiness_owner"));
        await using var standby = await primary.StandbyAsync();
        await using var failsOver = await DemoPortal.OnAsync(
            primary.Connection("readiness_portal", standby), primary.Connection("readiness_owner", standby));
        await using var visitors = await Visitors.ComeAsync(failsOver);
        var manager = await failsOver.ViewerAsync("manager");
        var title = (await failsOver.Get<LaunchBoards>().ViewAsync(DemoPortal.Launch, manager))!.Launch.Title;
        var before = await EntriesAsync(primary);
        var moved = Task.CompletedTask;

        for (var i = 1; i <= Changes; i++)
        {
            if (i == KilledAt)
            {
                moved = Task.Run(async () =>
                {
                    await primary.KillAsync();
                    await standby.PromoteAsync();
                });
            }

            await RenamedAsync(failsOver, manager.By(Guid.CreateVersion7()), title, $"Name {i}");
            title = $"Name {i}";
        }

        await moved;
        await visitors.AreServedAgainAsync();
        visitors.Answers.Should().OnlyContain(a => a.IsHonest);
        (await standby.AskAsync("select title from launches")).Should().Be($"Name {Changes}");
        (await EntriesAsync(standby)).Should().Be(before + Changes);
        (await standby.AskAsync(AuditChain.Breaks)).Should().Be(0L);
    }

    private static async Task RenamedAsync(DemoPortal portal, Viewer manager, string from, string to)
    {
        using var late = Patience.Starts();
        while (await portal.Get<EditFacts>().RunAsync(
            DemoPortal.Launch, [FactChange.Setting(FactPath.Launch, "title", from, to)], manager) is
            Outcome.Refused refused)
        {
            (refused.Refusal is DatabaseIsAway or OutcomeNotKnown or TooManyAtOnce).Should()
                .BeTrue(refused.Refusal.Text);
            await Task.Delay(TimeSpan.FromMilliseconds(50), late.Token);
        }
    }

    private static async Task<long> EntriesAsync(PostgresServer server) =>
        (long)(await server.AskAsync("select count(*) from audit_entries where action = 'FactsEdited'"))!;
}
