using ReadinessPortal.Application.Criteria;
using ReadinessPortal.Application.Launches;
using ReadinessPortal.Application.Packages;
using ReadinessPortal.Application.Revisions;
using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.IntegrationTests.Fixtures;
using static ReadinessPortal.IntegrationTests.Fixtures.People;
using static ReadinessPortal.IntegrationTests.Fixtures.PortalDatabaseFixture;

namespace ReadinessPortal.IntegrationTests.Revisions;

public sealed class ComparingRevisions
{
    [Fact]
    public Task Two_revisions_and_the_live_launch_are_compared_in_words() => InAPortal(async portal =>
    {
        await portal.StaffedAsync();
        Done(await portal.FreezeAsync());
        var shown = new AssessmentValues(CriterionResult.InProgress, 80, null);
        Done(await portal.Get<AssessCriterion>().RunAsync(ALaunch.Key, "load-testing",
            new Assessment(shown, shown with { Progress = 100 }), ALaunch.PlatformLead));
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
}
