using ReadinessPortal.Application;
using ReadinessPortal.Application.Audit;
using ReadinessPortal.Application.Drills;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Application.Packages;
using ReadinessPortal.Domain.Drills;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.IntegrationTests.Fixtures;
using static ReadinessPortal.IntegrationTests.Fixtures.People;
using static ReadinessPortal.IntegrationTests.Fixtures.PortalDatabaseFixture;

namespace ReadinessPortal.IntegrationTests.Drills;

public sealed class PickingTheLogThatCounts
{
    [Fact]
    public Task Settles_the_dispute_and_is_kept_with_its_reason() => InALaunch(async portal =>
    {
        await DisputedAsync(portal);
        (await StandingAsync(portal)).Disputed.Should().BeTrue();

        Done(await PickAsync(portal, "second", "Written down as it happened", ALaunch.Cfo));

        (await StandingAsync(portal)).Should()
            .BeEquivalentTo(new { Disputed = false, RtoShown = "12:00", RtoMet = true });
        var audit = (await portal.Get<ReadAudit>().RunAsync(ALaunch.Key, 1, ALaunch.Auditor))!;
        audit.Verified.Should().BeTrue();
        audit.Lines[0].Should().BeEquivalentTo(new
        {
            Action = "LogPicked",
            Actor = "Fay Finance",
            Summary = "Region loss: Second log is the authoritative log, 12:00. Written down as it happened",
        });
    });

    [Fact]
    public Task Is_refused_without_a_reason_and_to_those_who_only_read() => InALaunch(async portal =>
    {
        await DisputedAsync(portal);

        Refused<LogNotPickable>(await PickAsync(portal, "second", " ", ALaunch.Manager));
        Refused<MayOnlyRead>(await PickAsync(portal, "second", "because", ALaunch.Auditor));
        Refused<NotYours>(await PickAsync(portal, "second", "because", ALaunch.PlatformLead));

        (await StandingAsync(portal)).Disputed.Should().BeTrue();
    });

    private static async Task DisputedAsync(TestPortal portal)
    {
        var facts = ALaunch.Facts();
        var drill = facts.Drills[0];
        var second = new DrillLog
        {
            Key = "second", Title = "Second log", Source = "on-call",
            Events =
            [
                new() { Key = "f1", At = new(10, 0), Text = "Outage", Mark = EventMark.Start },
                new() { Key = "f2", At = new(10, 12), Text = "Restored", Mark = EventMark.End },
            ],
        };
        var package = new LaunchPackage(facts with { Drills = [drill with { Logs = [.. drill.Logs, second] }] }, []);
        Done(await portal.Get<ImportLaunch>().RunAsync(package, update: true, ALaunch.Manager));
    }

    private static Task<Outcome> PickAsync(TestPortal portal, string log, string reason, Viewer viewer) =>
        portal.Get<PickLog>().RunAsync(ALaunch.Key, "drill-1", log, reason, viewer);

    private static async Task<DrillStanding> StandingAsync(TestPortal portal) =>
        (await portal.ViewAsync()).Readiness.Drills.Single();
}
