using ReadinessPortal.Application;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Application.Evidence;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Application.SignOffs;
using ReadinessPortal.Domain.Evidence;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.SignOffs;
using ReadinessPortal.Domain.Verdicts;
using ReadinessPortal.IntegrationTests.Fixtures;
using static ReadinessPortal.IntegrationTests.Fixtures.People;
using static ReadinessPortal.IntegrationTests.Fixtures.PortalDatabaseFixture;

namespace ReadinessPortal.IntegrationTests.SignOffs;

public sealed class MeetingAConditionInTime
{
    [Fact]
    public Task Its_owner_says_how_and_shows_it_once() => InALaunch(async portal =>
    {
        var condition = await AskedAsync(portal);
        var evidence = await AttachedAsync(portal);

        Refused<NotYours>(await MeetAsync(portal, condition, "done", evidence, ALaunch.PlatformLead));
        Refused<ConditionNotAnswered>(await MeetAsync(portal, condition, "", evidence, ALaunch.QaLead));
        Refused<ConditionNotAnswered>(await MeetAsync(portal, condition, "Suite is green twice", null, ALaunch.QaLead));
        Done(await MeetAsync(portal, condition, "Suite is green twice", evidence, ALaunch.QaLead));
        Refused<ConditionIsMet>(await MeetAsync(portal, condition, "me too", evidence, ALaunch.Manager));

        (await portal.ViewAsync()).Board.Conditions.Single().Should().BeEquivalentTo(new
        {
            MetBy = "Quinn Quality", MetById = ALaunch.QaLead.UserId, MetNote = "Suite is green twice",
            MetEvidence = evidence,
        });
    });

    [Fact]
    public Task Unmet_it_lapses_at_midnight_on_an_open_page_whatever_the_as_of_date() => InALaunch(async portal =>
    {
        await AskedAsync(portal);
        var view = await portal.ViewAsync();
        view.Launch.AsOf.Should().NotBeNull();
        Lapsed(view).Should().BeFalse();
        var heard = new TaskCompletionSource();
        using var watch = portal.Get<LaunchBoards>().Watch(view.Launch.Id, _ =>
        {
            heard.TrySetResult();
            return Task.CompletedTask;
        });

        portal.Clock.Advance(TimeSpan.FromDays(6));

        await heard.Task.WaitAsync(Patience.Limit);
        Lapsed(await portal.ViewAsync()).Should().BeTrue();
    });

    private static bool Lapsed(LaunchView view) => view.Verdict.Reasons.Any(r =>
        r is { Level: ReadinessLevel.NotYet, Subject.Kind: SubjectKind.Condition });

    private static async Task<Guid> AskedAsync(TestPortal portal)
    {
        Done(await portal.FreezeAsync());
        Done(await portal.SignAsync("platform", ALaunch.PlatformLead, SignOffDecision.Conditional,
            new ConditionDraft("Run the suite again", "QA lead", new(2025, 11, 20))));
        return (await portal.ViewAsync()).Board.Conditions.Single().Id;
    }

    private static async Task<string> AttachedAsync(TestPortal portal)
    {
        using var bytes = new MemoryStream("287 passed, twice"u8.ToArray());
        return Done(await portal.Get<AttachEvidence>().RunAsync(ALaunch.Key,
            new(bytes, "suite.txt", "Suite, twice", EvidenceClass.Tests, new(2025, 11, 15),
                [new(SubjectKind.Criterion, "e2e")]),
            ALaunch.QaLead)).Key!;
    }

    private static Task<Outcome> MeetAsync(
        TestPortal portal, Guid condition, string note, string? evidence, Viewer viewer) =>
        portal.Get<MeetCondition>().RunAsync(ALaunch.Key, condition, note, evidence, viewer);
}
