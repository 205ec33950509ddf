using System.Security.Cryptography;
using ReadinessPortal.Application;
using ReadinessPortal.Application.Drills;
using ReadinessPortal.Application.Evidence;
using ReadinessPortal.Application.Facts;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Application.Packages;
using ReadinessPortal.Application.SignOffs;
using ReadinessPortal.Domain.Drills;
using ReadinessPortal.Domain.Evidence;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.IntegrationTests.Fixtures;
using static ReadinessPortal.IntegrationTests.Fixtures.People;
using static ReadinessPortal.IntegrationTests.Fixtures.PortalDatabaseFixture;

namespace ReadinessPortal.IntegrationTests.Facts;

/// <summary>Two steps of one person are not two people.</summary>
public sealed class AgreeingWithOneself
{
    [Fact]
    public Task Who_changed_a_log_does_not_pick_and_somebody_else_does() => InALaunch(async portal =>
    {
        var facts = ALaunch.Facts();
        var second = new DrillLog
        {
            Key = "second", Title = "Second log", Source = "on-call",
            Events =
            [
                new() { Key = "f1", At = new(10, 0), Text = "Outage", Mark = EventMark.Start },
                new() { Key = "f2", At = new(10, 12), Text = "Restored", Mark = EventMark.End },
            ],
        };
        var drill = facts.Drills[0] with { Logs = [.. facts.Drills[0].Logs, second] };
        Done(await portal.Get<ImportLaunch>()
            .RunAsync(new LaunchPackage(facts with { Drills = [drill] }, []), update: true, ALaunch.Manager));
        Done(await portal.FreezeAsync());
        Done(await portal.EditAsync(ALaunch.Manager, FactChange.Setting(
            FactPath.Of("drills", "drill-1").Part("logs", "second").Part("events", "f2"),
            "at", "10:12:00", "10:11:00")));

        Refused<ChangedItsLogs>(await PickAsync(ALaunch.Manager));
        Done(await PickAsync(ALaunch.Cfo));

        Task<Outcome> PickAsync(Viewer viewer) =>
            portal.Get<PickLog>().RunAsync(ALaunch.Key, "drill-1", "second", "My own", viewer);
    });

    [Fact]
    public Task A_file_that_was_dated_anew_while_it_stood_behind_nothing_is_no_new_proof() => InALaunch(async portal =>
    {
        var (facts, bytes) = (ALaunch.Facts(), "{\"run\": \"of last winter\"}"u8.ToArray());
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var e2e = new SubjectRef(SubjectKind.Criterion, "e2e");
        var file = facts.Evidence[0] with
        {
            Sha256 = hash,
            Size = bytes.Length,
            CapturedOn = new(2025, 1, 14),
            Supports = [e2e],
        };
        var package = facts with { Criteria = [facts.Criteria[1] with { Validations = [] }], Evidence = [file] };
        Done(await portal.Get<ImportLaunch>().RunAsync(
            new LaunchPackage(package,
                [new PackageFile("evidence/k6.json", "k6", bytes.Length, hash, () => new MemoryStream(bytes))]),
            update: true, ALaunch.Manager));
        Done(await portal.FreezeAsync());
        var path = FactPath.Of("evidence", "k6");
        Done(await portal.EditAsync(ALaunch.Manager, FactChange.Setting(path, "supports", "criterion:e2e", null)));
        Done(await portal.EditAsync(ALaunch.Manager,
            FactChange.Setting(path, "capturedOn", "2025-01-14", "2025-11-14")));

        Refused<NeedsSecondPerson>(
            await portal.Get<ReuseEvidence>().RunAsync(ALaunch.Key, "k6", [e2e], ALaunch.Manager));

        (await portal.ViewAsync()).Readiness.Criterion("e2e").IsProven.Should().BeFalse();
    });

    [Fact]
    public Task A_file_that_came_after_the_freeze_proves_wherever_it_is_put() => InALaunch(async portal =>
    {
        var facts = ALaunch.Facts();
        Done(await portal.Get<ImportLaunch>().RunAsync(
            new LaunchPackage(
                facts with { Criteria = facts.Criteria.SetItem(1, facts.Criteria[1] with { Validations = [] }) }, []),
            update: true, ALaunch.Manager));
        Done(await portal.FreezeAsync());
        var upload = new EvidenceUpload(new MemoryStream("new"u8.ToArray()), "k6.json", null, EvidenceClass.Load,
            new DateOnly(2025, 11, 14), [new SubjectRef(SubjectKind.Criterion, "load-testing")], Cited: "k6");
        Done(await portal.Get<AttachEvidence>().RunAsync(ALaunch.Key, upload, ALaunch.Manager));

        Done(await portal.Get<ReuseEvidence>().RunAsync(
            ALaunch.Key, "k6", [new SubjectRef(SubjectKind.Criterion, "e2e")], ALaunch.Manager));
    });

    [Fact]
    public Task Who_stepped_aside_for_a_moment_does_not_approve() => InALaunch(async portal =>
    {
        Done(await portal.Get<AddMember>().RunAsync(
            ALaunch.Key, ALaunch.Stranger.UserId, ALaunch.Stranger.Name, LaunchPart.Manager, ALaunch.Manager));
        await HoldAsync(ALaunch.Manager);
        Done(await portal.FreezeAsync());
        var id = Guid.Parse(Done(await portal.Get<RequestGuardedChange>().RunAsync(
            ALaunch.Key,
            [
                FactChange.Setting(
                    FactPath.Of("criteria", "load-testing").Part("measurements", "p95"), "target", "500 ms", "900 ms"),
            ],
            "As measured by everybody", ALaunch.Stranger)).Key!);
        Refused<OwnSubject>(await AnswerAsync(ALaunch.Manager));
        await HoldAsync(ALaunch.PlatformLead);

        Refused<OwnSubject>(await AnswerAsync(ALaunch.Manager));
        Done(await AnswerAsync(ALaunch.Ceo));

        async Task HoldAsync(Viewer lead) => Done(await portal.Get<AssignRole>()
            .RunAsync(ALaunch.Key, "platform", lead.UserId, lead.Name, ALaunch.Manager));

        Task<Outcome> AnswerAsync(Viewer viewer) =>
            portal.Get<AnswerGuardedChange>().RunAsync(ALaunch.Key, id, approve: true, null, viewer);
    });
}
