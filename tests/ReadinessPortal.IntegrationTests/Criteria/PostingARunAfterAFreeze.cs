using ReadinessPortal.Application;
using ReadinessPortal.Application.Criteria;
using ReadinessPortal.Application.Packages;
using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.IntegrationTests.Fixtures;
using static ReadinessPortal.IntegrationTests.Fixtures.People;
using static ReadinessPortal.IntegrationTests.Fixtures.PortalDatabaseFixture;

namespace ReadinessPortal.IntegrationTests.Criteria;

/// <summary>After a freeze a run is proof, as a file is; to expect something else, or to type over an output, takes a
/// second person.</summary>
public sealed class PostingARunAfterAFreeze
{
    private static readonly FactPath _validation = FactPath.Of("criteria", "e2e").Part("validations", "v1");

    [Fact]
    public Task A_run_counts_for_better_and_for_worse() => InAFrozenLaunch(async portal =>
    {
        (await PostAsync(portal, "2 failed", 8)).Standing!.Outcome.Should().Be(ValidationOutcome.Changed);
        (await StateAsync(portal)).Should().Be(CriterionState.Unproven);

        (await PostAsync(portal, "287 passed", 9)).Standing!.Outcome.Should().Be(ValidationOutcome.Reproduced);

        (await StateAsync(portal)).Should().Be(CriterionState.Passed);
    });

    [Fact]
    public Task Nobody_alone_types_over_what_has_changed_or_expects_less() => InAFrozenLaunch(async portal =>
    {
        await PostAsync(portal, "2 failed", 8);

        Refused<NeedsSecondPerson>(await SetAsync(portal, "output", "2 failed", "287 passed"));
        Refused<NeedsSecondPerson>(await SetAsync(portal, "expects", "/^\\d+ passed$/", "/failed/"));
        Refused<NeedsSecondPerson>(await SetAsync(portal, "expects", "/^\\d+ passed$/", null));
        Refused<NeedsSecondPerson>(await portal.EditAsync(
            ALaunch.QaLead, new FactChange.Archive { Fact = _validation }));
        Done(await SetAsync(portal, "expectation", null, "Every test passes."));
    });

    [Fact]
    public Task A_package_that_is_brought_again_keeps_the_runs() => InAFrozenLaunch(async portal =>
    {
        await PostAsync(portal, "287 passed", 8);
        await PostAsync(portal, "287 passed", 9);
        var stands = (await portal.ViewAsync()).Board.Facts;
        var brought = stands.Criteria[1].Validations[0] with { Run = null };

        Done(await portal.Get<ImportLaunch>().RunAsync(new LaunchPackage(stands with
        {
            Criteria = stands.Criteria.SetItem(1, stands.Criteria[1] with { Validations = [brought] }),
        }, []), update: true, ALaunch.Manager));

        var kept = (await portal.ViewAsync()).Board.Facts.Criteria[1].Validations[0];
        ValidationStanding.Of(kept).Times.Should().Be(2);
    });

    private static Task InAFrozenLaunch(Func<TestPortal, Task> test) => InALaunch(async portal =>
    {
        Done(await SetAsync(portal, "expects", null, "/^\\d+ passed$/"));
        Done(await portal.FreezeAsync());
        await test(portal);
    });

    private static async Task<RecordedRun> PostAsync(TestPortal portal, string output, int hour)
    {
        var recorded = await portal.Get<RecordRun>().RunAsync(ALaunch.Key,
            new("e2e", "v1", output, 0, new DateTimeOffset(2025, 11, 15, hour, 0, 0, TimeSpan.Zero)), ALaunch.QaLead);
        recorded.Refusal.Should().BeNull();
        return recorded;
    }

    private static Task<Outcome> SetAsync(TestPortal portal, string field, string? from, string? to) =>
        portal.EditAsync(ALaunch.QaLead, FactChange.Setting(_validation, field, from, to));

    private static async Task<CriterionState> StateAsync(TestPortal portal) =>
        (await portal.ViewAsync()).Readiness.Criterion("e2e").State;
}
