using ReadinessPortal.Application.Facts;
using ReadinessPortal.Application.Findings;
using ReadinessPortal.Application.Packages;
using ReadinessPortal.Application.Revisions;
using ReadinessPortal.Application.Waivers;
using ReadinessPortal.Domain.Claims;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.IntegrationTests.Fixtures;
using static ReadinessPortal.IntegrationTests.Fixtures.People;
using static ReadinessPortal.IntegrationTests.Fixtures.PortalDatabaseFixture;

namespace ReadinessPortal.IntegrationTests.Revisions;

public sealed class ComparingRevisions
{
    [Fact]
    public Task Two_revisions_and_the_live_launch_are_compared_in_words() => InALaunch(async portal =>
    {
        Done(await portal.FreezeAsync());
        Done(await portal.AssessAsync(ALaunch.PlatformLead, "load-testing", "progress", "80", "100"));
        Done(await portal.FreezeAsync());
        var facts = ALaunch.Facts();
        facts = facts with
        {
            Criteria = [facts.Criteria[0] with
            {
                Progress = 100,
                Measurements = [facts.Criteria[0].Measurements[0] with { Value = Quantity.Parse("301 ms") }],
            }, facts.Criteria[1]],
            Items = [.. facts.Items, new() { Key = "i2", Title = "Call the bank" }],
        };
        Done(await portal.Get<ImportLaunch>().RunAsync(new LaunchPackage(facts, []), update: true, ALaunch.Manager));
        var compare = portal.Get<CompareRevisions>();

        (await compare.RunAsync(ALaunch.Key, 1, 2, ALaunch.Auditor)).Should()
            .Equal("Load Testing: progress 80 \u2192 100");
        (await compare.RunAsync(ALaunch.Key, 2, null, ALaunch.Auditor)).Should().Equal(
            "Load Testing, Latency p95: value 287 ms \u2192 301 ms", "Call the bank: added to items");
        (await portal.ViewAsync()).ChangesSince.Should().Be(1);
        (await compare.RunAsync(ALaunch.Key, 1, 3, ALaunch.Auditor)).Should().BeNull();
    });

    [Fact]
    public Task What_second_persons_settled_is_said_too() => InALaunch(async portal =>
    {
        Done(await portal.AssessAsync(ALaunch.PlatformLead, "load-testing", "result", "inProgress", "failed"));
        Done(await portal.FreezeAsync());
        var waiver = Guid.Parse(Done(await portal.Get<RequestWaiver>().RunAsync(ALaunch.Key,
            new("load-testing", "At night only", "Watched", new(2025, 12, 31)), ALaunch.PlatformLead)).Key!);
        Done(await portal.Get<AnswerWaiver>().RunAsync(ALaunch.Key, waiver, approve: true, null, ALaunch.Cfo));
        var finding = FindingToAccept.Of((await portal.ViewAsync()).Readiness.Findings.Single(), "Printed earlier");
        var asked = Done(await portal.Get<RequestGuardedChange>()
            .RunAsync(ALaunch.Key, new GuardedAct.AcceptFinding(finding), ALaunch.Cfo));
        Done(await portal.Get<AnswerGuardedChange>()
            .RunAsync(ALaunch.Key, Guid.Parse(asked.Key!), approve: true, null, ALaunch.Ceo));
        Done(await portal.FreezeAsync());
        Done(await portal.Get<WithdrawWaiver>().RunAsync(ALaunch.Key, waiver, "By day too", ALaunch.Cfo));
        Done(await portal.Get<ReopenFinding>().RunAsync(ALaunch.Key, "claim-differs:c1", "Asked for", ALaunch.Ceo));
        var compare = portal.Get<CompareRevisions>();

        (await compare.RunAsync(ALaunch.Key, 1, 2, ALaunch.Auditor)).Should().ContainInOrder(
            "Load Testing: failed \u2192 waived",
            "Load Testing: waiver asked for by Pat Platform until 31 Dec 2025, At night only",
            "Load Testing: waiver of Pat Platform approved by Fay Finance",
            "Summary: $31 stated, $30 derived, accepted by Fay Finance, Printed earlier");
        (await compare.RunAsync(ALaunch.Key, 2, null, ALaunch.Auditor)).Should().ContainInOrder(
            "Load Testing: waived \u2192 failed",
            "Load Testing: waiver of Pat Platform withdrawn by Fay Finance, By day too",
            "Summary: $31 stated, $30 derived, no longer accepted, says Cleo Chief, Asked for");
    });
}
