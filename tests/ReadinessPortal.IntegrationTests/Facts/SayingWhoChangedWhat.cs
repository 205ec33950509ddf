using ReadinessPortal.Application.Facts;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.IntegrationTests.Fixtures;
using static ReadinessPortal.IntegrationTests.Fixtures.People;
using static ReadinessPortal.IntegrationTests.Fixtures.PortalDatabaseFixture;

namespace ReadinessPortal.IntegrationTests.Facts;

/// <summary>Whoever edits what somebody else has changed is told who that was.</summary>
public sealed class SayingWhoChangedWhat
{
    private static readonly FactPath _load = FactPath.Of("criteria", "load-testing");
    private static readonly FactPath _p95 = _load.Part("measurements", "p95");
    private static readonly FactPath _aws = FactPath.Of("registers", "budget").Part("rows", "aws");

    [Fact]
    public Task A_field_is_by_whoever_gave_it_the_value_that_stands() => InALaunch(async portal =>
    {
        await EditAsync(portal, ALaunch.PlatformLead, FactChange.Setting(_p95, "value", "287 ms", "310 ms"));
        await EditAsync(portal, ALaunch.Manager, FactChange.Setting(_p95, "scope", null, "all regions"));
        await EditAsync(portal, ALaunch.Manager, FactChange.Setting(_aws, "cells.actual", "20", "21"));

        (await FieldAsync(portal, _p95, "value"))!.By.Should().Be("Pat Platform");
        (await FieldAsync(portal, _p95, "scope"))!.By.Should().Be("Mona Manager");
        (await FieldAsync(portal, _aws, "cells.actual"))!.By.Should().Be("Mona Manager");
        (await portal.Get<ReadAuthors>().OfFieldAsync(ALaunch.Key, _p95, "value", ALaunch.Stranger)).Should().BeNull();
    });

    [Fact]
    public Task What_is_gone_was_archived_by_somebody_with_a_name() => InALaunch(async portal =>
    {
        await EditAsync(portal, ALaunch.PlatformLead, new FactChange.Archive { Fact = _aws });
        await EditAsync(portal, ALaunch.Manager, new FactChange.Archive { Fact = FactPath.Of("items", "i1") });

        (await ArchivingAsync(portal, _aws))!.By.Should().Be("Pat Platform");
        (await ArchivingAsync(portal, FactPath.Of("items", "i1")))!.By.Should().Be("Mona Manager");
        (await ArchivingAsync(portal, _p95)).Should().BeNull("it stands");
    });

    [Fact]
    public Task A_part_goes_with_what_it_is_a_part_of() => InALaunch(async portal =>
    {
        await EditAsync(portal, ALaunch.Manager, new FactChange.Archive { Fact = FactPath.Of("drills", "drill-1") });

        var part = FactPath.Of("drills", "drill-1").Part("logs", "log").Part("events", "e1");

        (await ArchivingAsync(portal, part))!.By.Should().Be("Mona Manager");
    });

    private static async Task EditAsync(TestPortal portal, Viewer viewer, FactChange change) =>
        Done(await portal.Get<EditFacts>().RunAsync(ALaunch.Key, [change], viewer));

    private static Task<FieldAuthor?> FieldAsync(TestPortal portal, FactPath fact, string field) =>
        portal.Get<ReadAuthors>().OfFieldAsync(ALaunch.Key, fact, field, ALaunch.QaLead);

    private static Task<FieldAuthor?> ArchivingAsync(TestPortal portal, FactPath fact) =>
        portal.Get<ReadAuthors>().OfArchivingAsync(ALaunch.Key, fact, ALaunch.QaLead);
}
