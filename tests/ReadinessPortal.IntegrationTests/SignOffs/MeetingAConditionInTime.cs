using ReadinessPortal.Application;
using ReadinessPortal.Application.Launches;
using ReadinessPortal.Application.SignOffs;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.SignOffs;
using ReadinessPortal.IntegrationTests.Fixtures;
using static ReadinessPortal.IntegrationTests.Fixtures.People;
using static ReadinessPortal.IntegrationTests.Fixtures.PortalDatabaseFixture;

namespace ReadinessPortal.IntegrationTests.SignOffs;

public sealed class MeetingAConditionInTime
{
    [Fact]
    public Task Its_owner_says_how_and_once() => InAPortal(async portal =>
    {
        var condition = await AskedAsync(portal);

        Refused<NotYours>(await MeetAsync(portal, condition, "done", ALaunch.PlatformLead));
        Refused<ConditionNotAnswered>(await MeetAsync(portal, condition, "", ALaunch.QaLead));
        Done(await MeetAsync(portal, condition, "Suite is green twice", ALaunch.QaLead));
        Refused<ConditionIsMet>(await MeetAsync(portal, condition, "me too", ALaunch.Manager));

        (await portal.ViewAsync()).Board.Conditions.Single().Should().BeEquivalentTo(new
        {
            MetBy = "Quinn Quality", MetById = ALaunch.QaLead.UserId, MetNote = "Suite is green twice",
        });
    });

    private static async Task<Guid> AskedAsync(TestPortal portal)
    {
        await portal.StaffedAsync();
        Done(await portal.FreezeAsync());
        Done(await portal.SignAsync("platform", ALaunch.PlatformLead, SignOffDecision.Conditional,
            new ConditionDraft("Run the suite again", "QA lead", new(2025, 11, 20))));
        return (await portal.ViewAsync()).Board.Conditions.Single().Id;
    }

    private static Task<Outcome> MeetAsync(TestPortal portal, Guid condition, string note, Viewer viewer) =>
        portal.Get<MeetCondition>().RunAsync(ALaunch.Key, condition, note, evidence: null, viewer);
}
