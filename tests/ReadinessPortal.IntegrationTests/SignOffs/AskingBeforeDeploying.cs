using ReadinessPortal.Domain.Verdicts;
using ReadinessPortal.IntegrationTests.Fixtures;
using static ReadinessPortal.IntegrationTests.Fixtures.People;
using static ReadinessPortal.IntegrationTests.Fixtures.PortalDatabaseFixture;

namespace ReadinessPortal.IntegrationTests.SignOffs;

/// <summary>A pipeline deploys on a decision: on the newest revision, and for as long as nothing got worse.</summary>
public sealed class AskingBeforeDeploying
{
    [Fact]
    public Task The_gate_opens_with_the_YES_and_closes_when_something_gets_worse() => InAPortal(async portal =>
    {
        await portal.StaffedAsync();
        Done(await portal.FreezeAsync());
        (await WhyAsync(portal)).Should().StartWith("Revision 1, the newest, is not decided yet");

        Done(await portal.DecideAsync(proceed: true, "Enough is known"));
        (await WhyAsync(portal)).Should().BeEmpty();

        Done(await portal.AssessAsync(ALaunch.PlatformLead, "load-testing", "result", "inProgress", "failed"));
        (await WhyAsync(portal)).Should().StartWith("Worse since the decision: ");

        Done(await portal.FreezeAsync());
        (await WhyAsync(portal)).Should().Be("Revision 2, the newest, is not decided yet; the YES is on revision 1.");
    });

    [Fact]
    public Task A_NO_keeps_it_closed() => InAPortal(async portal =>
    {
        await portal.StaffedAsync();
        Done(await portal.FreezeAsync());
        Done(await portal.DecideAsync(proceed: false));

        (await WhyAsync(portal)).Should().Be("The final decision on revision 1 is NO.");
    });

    private static async Task<string> WhyAsync(TestPortal portal)
    {
        var view = await portal.ViewAsync();
        var gate = DeploymentGate.Of(
            GateRequirement.Decision, view.Board, view.Readiness, view.SinceDecision);
        return string.Join('\n', gate.Why);
    }
}
