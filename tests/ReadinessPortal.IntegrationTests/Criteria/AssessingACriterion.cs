using ReadinessPortal.Application;
using ReadinessPortal.Application.Audit;
using ReadinessPortal.Application.Facts;
using ReadinessPortal.Application.Launches;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.IntegrationTests.Fixtures;
using static ReadinessPortal.IntegrationTests.Fixtures.People;
using static ReadinessPortal.IntegrationTests.Fixtures.PortalDatabaseFixture;

namespace ReadinessPortal.IntegrationTests.Criteria;

public sealed class AssessingACriterion
{
    [Fact]
    public Task Two_people_changing_different_fields_both_succeed() => InALaunch(async portal =>
    {
        var outcomes = await Task.WhenAll(
            SayAsync(portal, ALaunch.PlatformLead, "progress", "80", "100"),
            SayAsync(portal, ALaunch.Manager, "rationale", null, "Ran twice"));

        outcomes.Should().AllBeOfType<Outcome.Done>();
        (await portal.ViewAsync()).Board.Facts.Criteria[0].Should().Match<Criterion>(c =>
            c.Progress == 100 && c.Rationale == "Ran twice" && c.Result == CriterionResult.InProgress);
    });

    [Fact]
    public Task For_the_same_field_the_second_sees_both_values() => InALaunch(async portal =>
    {
        Done(await SayAsync(portal, ALaunch.PlatformLead, "progress", "80", "90"));
        var refusal = Refused<FieldsChangedMeanwhile>(
            await SayAsync(portal, ALaunch.Manager, "progress", "80", "100"));

        refusal.Conflicts.Should().ContainSingle().Which.Should().BeEquivalentTo(
            new { Field = "progress", By = "Pat Platform", Now = "90", Yours = "100" });
    });

    [Fact]
    public Task The_audit_keeps_each_value_before_and_after_and_what_was_refused() => InALaunch(async portal =>
    {
        Done(await SayAsync(portal, ALaunch.PlatformLead, "progress", "80", "100"));
        Refused<NotYourCategory>(await SayAsync(portal, ALaunch.QaLead, "progress", "100", "0"));
        Refused<MayOnlyRead>(await SayAsync(portal, ALaunch.Auditor, "progress", "100", "0"));
        Refused<NoSuchLaunch>(await SayAsync(portal, ALaunch.Stranger, "progress", "100", "0"));

        var audit = await portal.Get<ReadAudit>().RunAsync(ALaunch.Key, 1, ALaunch.Auditor);

        audit!.Verified.Should().BeTrue();
        audit.Lines.Take(3).Select(l => l.Action).Should().Equal("Refused", "Refused", "FactsEdited");
        audit.Lines[2].Summary.Should().Be("Load Testing: progress 80 to 100");
        audit.Lines[2].Entry.Should().Contain("\"after\":{\"progress\":100},\"before\":{\"progress\":80}");
        (await portal.ViewAsync()).Board.Facts.Criteria[0].Progress.Should().Be(100);
    });

    private static Task<Outcome> SayAsync(TestPortal portal, Viewer viewer, string field, string? from, string? to) =>
        portal.AssessAsync(viewer, "load-testing", field, from, to);
}
