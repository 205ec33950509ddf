using System.Collections.Immutable;
using ReadinessPortal.Application;
using ReadinessPortal.Application.Facts;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.IntegrationTests.Fixtures;
using static ReadinessPortal.IntegrationTests.Fixtures.People;
using static ReadinessPortal.IntegrationTests.Fixtures.PortalDatabaseFixture;

namespace ReadinessPortal.IntegrationTests.Facts;

/// <summary>What somebody did a moment ago to a frozen launch, they may put back as it was, and no more.</summary>
public sealed class TakingASlipBack
{
    private static readonly FactPath _criterion = FactPath.Of("criteria", "load-testing");
    private static readonly FactPath _p95 = _criterion.Part("measurements", "p95");
    private static readonly FactChange _slip = FactChange.Setting(_p95, "value", "287 ms", "297 ms");
    private static readonly FactChange _back = FactChange.Setting(_p95, "value", "297 ms", "287 ms");
    private static readonly FactChange _better = FactChange.Setting(_p95, "value", "297 ms", "280 ms");

    [Fact]
    public Task At_once_by_whoever_did_it() => AfterASlip(async (portal, slip) =>
    {
        Refused<NeedsSecondPerson>(await EditAsync(portal, ALaunch.PlatformLead, null, _back)).Text
            .Should().EndWith("Request approval with a reason.");

        Done(await EditAsync(portal, ALaunch.PlatformLead, slip, _back));

        (await portal.ViewAsync()).Readiness.Criterion("load-testing").Measurements[0].ValueShown.Should().Be("287 ms");
    });

    [Fact]
    public Task Not_by_somebody_else() => AfterASlip(async (portal, slip) =>
        Refused<NeedsSecondPerson>(await EditAsync(portal, ALaunch.Manager, slip, _back)));

    [Fact]
    public Task Not_to_more_than_it_was() => AfterASlip(async (portal, slip) =>
    {
        Refused<NeedsSecondPerson>(await EditAsync(portal, ALaunch.PlatformLead, slip, _better));
        Refused<NeedsSecondPerson>(await EditAsync(portal, ALaunch.PlatformLead, slip, _back,
            FactChange.Setting(_criterion, "result", "inProgress", "passed")));
        Refused<NeedsSecondPerson>(await EditAsync(portal, ALaunch.PlatformLead, slip + 1000, _back));
    });

    [Fact]
    public Task Not_a_part_of_it() => AfterASlip(async (portal, _) =>
    {
        var both = Done(await EditAsync(portal, ALaunch.PlatformLead, null,
            FactChange.Setting(_p95, "value", "297 ms", "299 ms"),
            FactChange.Setting(_p95, "metric", "Latency", "p95"))).ChangeNumber;

        Refused<NeedsSecondPerson>(await EditAsync(portal, ALaunch.PlatformLead, both,
            FactChange.Setting(_p95, "value", "299 ms", "297 ms")));
        Done(await EditAsync(portal, ALaunch.PlatformLead, both,
            FactChange.Setting(_p95, "value", "299 ms", "297 ms"),
            FactChange.Setting(_p95, "metric", "p95", "Latency")));
    });

    [Fact]
    public Task Not_later() => AfterASlip(async (portal, slip) =>
    {
        portal.Clock.Advance(TakenBack.AtOnce + TimeSpan.FromSeconds(1));

        Refused<NeedsSecondPerson>(await EditAsync(portal, ALaunch.PlatformLead, slip, _back));
    });

    [Fact]
    public Task Not_once_it_is_frozen() => AfterASlip(async (portal, slip) =>
    {
        Done(await portal.FreezeAsync());

        Refused<NeedsSecondPerson>(await EditAsync(portal, ALaunch.PlatformLead, slip, _back));
    });

    [Fact]
    public Task What_was_added_goes() => AfterASlip(async (portal, _) =>
    {
        var add = FactPath.Of("items", "new");
        var added = Done(await EditAsync(portal, ALaunch.Manager, null, new FactChange.Add
        {
            Fact = add,
            Values = ImmutableSortedDictionary<string, string>.Empty.WithComparers(StringComparer.Ordinal)
                .Add("title", "Blocks all").Add("blocking", "true"),
        })).ChangeNumber;

        var archive = new FactChange.Archive { Fact = add };
        Refused<NeedsSecondPerson>(await EditAsync(portal, ALaunch.Manager, null, archive));
        Done(await EditAsync(portal, ALaunch.Manager, added, archive));
    });

    [Fact]
    public Task Not_with_what_somebody_else_wrote_since() => AfterASlip(async (portal, slip) =>
    {
        Done(await EditAsync(portal, ALaunch.Manager, null,
            FactChange.Setting(FactPath.Of("items", "i1"), "title", "Write the runbook", "Write all runbooks")));

        Refused<NeedsSecondPerson>(await EditAsync(portal, ALaunch.PlatformLead, slip, _back));
    });

    private static Task AfterASlip(Func<TestPortal, long, Task> test) => InALaunch(async portal =>
    {
        Done(await portal.FreezeAsync());
        await test(portal, Done(await EditAsync(portal, ALaunch.PlatformLead, null, _slip)).ChangeNumber);
    });

    private static Task<Outcome> EditAsync(
        TestPortal portal, Viewer viewer, long? takesBack, params ImmutableArray<FactChange> changes) =>
        portal.Get<EditFacts>().RunAsync(ALaunch.Key, changes, viewer, takesBack: takesBack);
}
