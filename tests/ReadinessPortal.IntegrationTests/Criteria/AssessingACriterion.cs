using ReadinessPortal.Application;
using ReadinessPortal.Application.Audit;
using ReadinessPortal.Application.Criteria;
using ReadinessPortal.Application.Launches;
using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.IntegrationTests.Fixtures;
using static ReadinessPortal.IntegrationTests.Fixtures.People;
using static ReadinessPortal.IntegrationTests.Fixtures.PortalDatabaseFixture;

namespace ReadinessPortal.IntegrationTests.Criteria;

public sealed class AssessingACriterion
{
    private static readonly AssessmentValues _shown = new(CriterionResult.InProgress, 80, null);

    [Fact]
    public Task Two_people_changing_different_fields_both_succeed() => InAPortal(async portal =>
    {
        await portal.StaffedAsync();

        var outcomes = await Task.WhenAll(
            AssessAsync(portal, _shown with { Progress = 100 }, ALaunch.PlatformLead),
            AssessAsync(portal, _shown with { Rationale = "Ran twice" }, ALaunch.Manager));

        outcomes.Should().AllBeOfType<Outcome.Done>();
        (await portal.ViewAsync()).Board.Facts.Criteria[0].Should().Match<Criterion>(c =>
            c.Progress == 100 && c.Rationale == "Ran twice" && c.Result == CriterionResult.InProgress);
    });

    [Fact]
    public Task For_the_same_field_the_second_sees_both_values() => InAPortal(async portal =>
    {
        await portal.StaffedAsync();

        Done(await AssessAsync(portal, _shown with { Progress = 90 }, ALaunch.PlatformLead));
        var refusal = Refused<ChangedMeanwhile>(
            await AssessAsync(portal, _shown with { Progress = 100 }, ALaunch.Manager));

        refusal.Should().BeEquivalentTo(new { Field = "progress", By = "Pat Platform", Now = "90 %", Yours = "100 %" });
    });

    [Fact]
    public Task The_audit_keeps_each_value_before_and_after_and_what_was_refused() => InAPortal(async portal =>
    {
        await portal.StaffedAsync();
        Done(await AssessAsync(portal, _shown with { Progress = 100 }, ALaunch.PlatformLead));
        Refused<NotYourCategory>(await AssessAsync(portal, _shown with { Progress = 0 }, ALaunch.QaLead));
        Refused<MayOnlyRead>(await AssessAsync(portal, _shown with { Progress = 0 }, ALaunch.Auditor));
        Refused<NoSuchLaunch>(await AssessAsync(portal, _shown with { Progress = 0 }, ALaunch.Stranger));

        var audit = await portal.Get<ReadAudit>().RunAsync(ALaunch.Key, 1, ALaunch.Auditor);

        audit!.Verified.Should().BeTrue();
        audit.Lines.Take(3).Select(l => l.Action).Should().Equal("Refused", "Refused", "CriterionAssessed");
        audit.Lines[2].Summary.Should().Be("Load Testing: progress 80 % to 100 %");
        audit.Lines[2].Entry.Should().Contain("\"after\":{\"progress\":100},\"before\":{\"progress\":80}");
        (await portal.ViewAsync()).Board.Facts.Criteria[0].Progress.Should().Be(100);
    });

    private static Task<Outcome> AssessAsync(TestPortal portal, AssessmentValues to, Viewer viewer) =>
        portal.Get<AssessCriterion>().RunAsync(ALaunch.Key, "load-testing", new Assessment(_shown, to), viewer);
}
