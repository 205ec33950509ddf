using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using ReadinessPortal.Application;
using ReadinessPortal.Application.Audit;
using ReadinessPortal.Application.Changes;
using ReadinessPortal.Application.Drills;
using ReadinessPortal.Application.Evidence;
using ReadinessPortal.Application.Facts;
using ReadinessPortal.Application.Findings;
using ReadinessPortal.Application.Life;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Application.Packages;
using ReadinessPortal.Application.Revisions;
using ReadinessPortal.Application.SignOffs;
using ReadinessPortal.Application.Waivers;
using ReadinessPortal.Domain.Claims;
using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Evidence;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.IntegrationTests.Fixtures;
using static ReadinessPortal.IntegrationTests.Fixtures.People;
using static ReadinessPortal.IntegrationTests.Fixtures.PortalDatabaseFixture;

namespace ReadinessPortal.IntegrationTests.Facts;

/// <summary>Whatever way one person takes, a frozen launch does not read better by it without new proof.</summary>
public sealed class ReadingBetterAlone
{
    private static readonly FactPath _log = FactPath.Of("drills", "drill-1").Part("logs", "slow");

    private static readonly Lazy<Task<string>> _frozen = new(() => TemplateAsync(async portal =>
    {
        await portal.StaffedAsync();
        Done(await portal.Get<ImportLaunch>().RunAsync(Package, update: true, ALaunch.Manager));
        Done(await portal.FreezeAsync());
        await portal.FollowedUpAsync();
    }));

    [Fact]
    public Task Not_by_the_slower_log_of_a_drill_one_answers_for() => InAFrozenPortal(async portal =>
    {
        Refused<NotYours>(await portal.Get<PickLog>().RunAsync(
            ALaunch.Key, "drill-1", "log", "It is the machine's", ALaunch.PlatformLead));
        Needs(await portal.EditAsync(ALaunch.PlatformLead, new FactChange.Archive { Fact = _log }))
            .Should().Contain("E2E Tests: disputed \u2192 passed");
        Needs(await portal.EditAsync(ALaunch.PlatformLead,
            FactChange.Setting(_log.Part("events", "s2"), "at", "10:20:00", "10:14:30")));
        Needs(await portal.EditAsync(ALaunch.PlatformLead,
            FactChange.Setting(_log.Part("events", "s2"), "mark", "end", "none")));

        (await portal.ViewAsync()).Readiness.Drills.Single().Disputed.Should().BeTrue();
    });

    [Fact]
    public Task Not_by_a_clock_set_back_another_date_or_a_better_word() => InAFrozenPortal(async portal =>
    {
        var e2e = FactPath.Of("criteria", "e2e").Part("validations", "v1");
        Needs(await portal.EditAsync(
            ALaunch.Manager, FactChange.Setting(e2e, "recordedOn", "2025-11-14", "2025-11-15")));
        Needs(await portal.AssessAsync(ALaunch.PlatformLead, "load-testing", "result", "inProgress", "passed"));
        Needs(await portal.EditAsync(ALaunch.PlatformLead, FactChange.Setting(
            FactPath.Of("criteria", "load-testing").Part("measurements", "p95"), "value", "287 ms", "120 ms")));
        Needs(await portal.EditAsync(ALaunch.Manager,
            FactChange.Setting(FactPath.Of("items", "i1"), "blocking", "true", "false")));
        Needs(await portal.EditAsync(ALaunch.Manager,
            FactChange.Setting(FactPath.Of("items", "i1"), "closed", "false", "true")));
        Needs(await portal.EditAsync(ALaunch.Manager, new FactChange.Archive { Fact = FactPath.Of("roles", "cfo") }));
        Needs(await portal.EditAsync(ALaunch.Manager, new FactChange.Archive { Fact = FactPath.Of("claims", "c1") }));
        Done(await portal.EditAsync(ALaunch.Manager,
            FactChange.Setting(FactPath.Launch, "asOf", "2025-11-15", "2026-05-30")));
        Needs(await portal.EditAsync(ALaunch.Manager,
            FactChange.Setting(FactPath.Launch, "asOf", "2026-05-30", "2025-11-15")))
            .Should().Contain(w => w.StartsWith(
                "E2E Tests, no longer: its proof is out of date", StringComparison.Ordinal));
    });

    [Fact]
    public Task Not_by_a_package_but_by_the_file_that_comes_in_one() => InAFrozenPortal(async portal =>
    {
        var facts = Package.Facts;
        var milder = facts with { Drills = [facts.Drills[0] with { Logs = [facts.Drills[0].Logs[0]] }] };
        var import = portal.Get<ImportLaunch>();

        Needs(await import.RunAsync(new LaunchPackage(milder, []), update: true, ALaunch.Manager));
        var bytes = "{\"run\": \"of the night\"}"u8.ToArray();
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var proven = facts with
        {
            Evidence = [facts.Evidence[0] with { Sha256 = hash, Size = bytes.Length, CapturedOn = new(2025, 11, 14) }],
        };
        Done(await import.RunAsync(new LaunchPackage(
            proven, [new PackageFile("evidence/k6.json", "k6", bytes.Length, hash, () => new MemoryStream(bytes))]),
            update: true, ALaunch.Manager));

        (await portal.ViewAsync()).Readiness.Criterion("load-testing").Proofs.Should().ContainSingle(p => p.Proves);
    });

    [Fact]
    public Task Not_by_another_file_in_the_place_of_one_that_is_in_hand() => InALaunch(async portal =>
    {
        var import = portal.Get<ImportLaunch>();
        Done(await import.RunAsync(With("old", new(2025, 1, 14)), update: true, ALaunch.Manager));
        Done(await portal.FreezeAsync());

        Needs(await import.RunAsync(With("new", new(2025, 11, 14)), update: true, ALaunch.Manager))
            .Should().Contain(w => w.Contains("out of date", StringComparison.Ordinal));

        static LaunchPackage With(string text, DateOnly capturedOn)
        {
            var (facts, bytes) = (ALaunch.Facts(), Encoding.UTF8.GetBytes($"{{\"run\": \"{text}\"}}"));
            var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
            var file = facts.Evidence[0] with
            {
                Sha256 = hash,
                Size = bytes.Length,
                CapturedOn = capturedOn,
                Supports = [new(SubjectKind.Criterion, "e2e")],
            };
            return new(facts with { Criteria = [facts.Criteria[1] with { Validations = [] }], Evidence = [file] },
                [new PackageFile("evidence/k6.json", file.Key, bytes.Length, hash, () => new MemoryStream(bytes))]);
        }
    });

    [Fact]
    public Task Not_by_another_release_or_date_nor_by_an_acceptance_and_each_can_be_asked_for() =>
        InAFrozenPortal(async portal =>
        {
            using var old = new MemoryStream("an old run"u8.ToArray());
            Done(await portal.Get<AttachEvidence>().RunAsync(ALaunch.Key, new(old, "old.txt", "Old run",
                EvidenceClass.Load, new(2025, 11, 14), [new(SubjectKind.Criterion, "load-testing")], "small:v0"),
                ALaunch.PlatformLead));
            var release = new ReleaseRequest(
                new() { Name = "small:v0" }, new() { Name = "small:v1" }, "It was never v1");
            Needs(await portal.Get<ChangeRelease>().RunAsync(ALaunch.Key, release, ALaunch.Manager));
            var finding = FindingToAccept.Of((await portal.ViewAsync()).Readiness.Findings.Single(), "Printed earlier");
            Needs(await portal.Get<AcceptFinding>().RunAsync(ALaunch.Key, finding, ALaunch.Cfo));

            var first = await AskAsync(portal, new GuardedAct.AcceptFinding(finding), ALaunch.Cfo);
            var second = await AskAsync(portal, new GuardedAct.ChangeRelease(release), ALaunch.Manager);
            Refused<OwnGuardedChange>(await AnswerAsync(portal, first, ALaunch.Cfo));
            Done(await AnswerAsync(portal, first, ALaunch.Ceo));
            Done(await AnswerAsync(portal, second, ALaunch.Ceo));

            var view = await portal.ViewAsync();
            view.Readiness.Findings.Single().Acceptance.Should().BeEquivalentTo(
                new { AcceptedBy = "Fay Finance", Reason = "Printed earlier", StatedAt = "summary" });
            view.Launch.Release!.Name.Should().Be("small:v0");
            view.Board.GuardedChanges.Should().OnlyContain(g => g.Answer == GuardedAnswer.Approved && g.Act != null);
            (await portal.Get<ReadAudit>().RunAsync(ALaunch.Key, 1, ALaunch.Auditor))!.Verified.Should().BeTrue();
            Done(await portal.FreezeAsync());
            var revision = (await portal.Get<ReadRevision>().RunAsync(ALaunch.Key, 2, ALaunch.Auditor))!;
            revision.Content.GuardedChanges.Select(g => g.Act).Should()
                .Equal(view.Board.GuardedChanges.Select(g => g.Act));
        });

    [Fact]
    public Task Not_by_a_target_date_that_lets_a_waiver_count_unless_somebody_else_agrees() =>
        InAFrozenPortal(async portal =>
        {
            Done(await portal.AssessAsync(ALaunch.PlatformLead, "load-testing", "result", "inProgress", "failed"));
            var waiver = Done(await portal.Get<RequestWaiver>().RunAsync(ALaunch.Key,
                new("load-testing", "At night only", "Watched", new(2025, 12, 10)), ALaunch.PlatformLead));
            Done(await portal.Get<AnswerWaiver>().RunAsync(
                ALaunch.Key, Guid.Parse(waiver.Key!), approve: true, null, ALaunch.Cfo));
            Done(await portal.Get<MoveTargetDate>().RunAsync(
                ALaunch.Key, new(new(2025, 12, 20), "Later"), ALaunch.Manager));
            var back = new MoveRequest(new(2025, 12, 5), "Not that late");

            Needs(await portal.Get<MoveTargetDate>().RunAsync(ALaunch.Key, back, ALaunch.Manager))
                .Should().Contain("Load Testing: failed \u2192 waived");
            var asked = await AskAsync(portal, new GuardedAct.MoveTargetDate(back), ALaunch.Manager);
            Done(await AnswerAsync(portal, asked, ALaunch.Cfo));

            var view = await portal.ViewAsync();
            view.Launch.TargetDate.Should().Be(new DateOnly(2025, 12, 5));
            view.Board.TargetMoves[^1].Should().BeEquivalentTo(new { By = "Mona Manager", Reason = "Not that late" });
            view.Readiness.Criterion("load-testing").State.Should().Be(CriterionState.Waived);
        });

    [Fact]
    public Task By_proof_a_waiver_or_a_pick_it_does() => InAFrozenPortal(async portal =>
    {
        using var bytes = new MemoryStream("p95 was 120 ms"u8.ToArray());
        var file = Done(await portal.Get<AttachEvidence>().RunAsync(ALaunch.Key, new(bytes, "run.txt", "Night run",
            EvidenceClass.Load, new(2025, 11, 14), [new(SubjectKind.Criterion, "load-testing")]),
            ALaunch.PlatformLead));
        Done(await portal.Get<ReuseEvidence>().RunAsync(
            ALaunch.Key, file.Key!, [new(SubjectKind.Drill, "drill-1")], ALaunch.Manager));
        Done(await portal.Get<PickLog>().RunAsync(ALaunch.Key, "drill-1", "log", "It is the machine's", ALaunch.Cfo));

        (await portal.ViewAsync()).Readiness.Criterion("e2e").State.Should().Be(CriterionState.Passed);
    });

    [Fact]
    public Task Not_by_a_use_case_that_nobody_has_thought_of() => InAFrozenPortal(async portal =>
    {
        var before = await portal.ViewAsync();

        var outcome = await portal.Get<LaunchChanges>().RunAsync(
            ALaunch.Key, ALaunch.Manager, LaunchAction.EditFacts.Of("better"), change =>
        {
            var criterion = change.Board.Facts.Criteria[0];
            change.Change(criterion, criterion with { Result = CriterionResult.Passed });
            return change.CommitAsync(
                new("Improved", new(SubjectKind.Criterion, criterion.Key), "Simply better"), CancellationToken.None);
        }, CancellationToken.None);

        Needs(outcome).Should().NotBeEmpty();
        var after = await portal.ViewAsync();
        after.Board.Facts.Criteria[0].Should().Be(before.Board.Facts.Criteria[0]);
        after.Launch.FactsNumber.Should().Be(before.Launch.FactsNumber);
        var audit = (await portal.Get<ReadAudit>().RunAsync(ALaunch.Key, 1, ALaunch.Auditor))!;
        audit.Verified.Should().BeTrue();
        audit.Lines[0].Action.Should().Be("Refused");
    });

    [Fact]
    public Task An_approval_is_of_what_was_asked_for_and_of_no_more() => InAFrozenPortal(async portal =>
    {
        var one = await AskAsync(portal, ALaunch.Manager,
            FactChange.Setting(FactPath.Of("items", "i1"), "closed", "false", "true"));
        var other = await AskAsync(portal, ALaunch.Manager,
            FactChange.Setting(FactPath.Of("criteria", "load-testing"), "result", "inProgress", "passed"));
        using var bytes = new MemoryStream("proof"u8.ToArray());
        Done(await portal.Get<AttachEvidence>().RunAsync(ALaunch.Key, new(bytes, "run.txt", "Night run",
            EvidenceClass.Load, new(2025, 11, 14), [new(SubjectKind.Criterion, "load-testing")]),
            ALaunch.PlatformLead));

        // With the file the criterion would pass, which nobody was shown.
        Refused<GuardedOutOfDate>(await AnswerAsync(portal, other, ALaunch.Cfo)).Text.Should()
            .Contain("Load Testing: in progress \u2192 passed");
        Done(await AnswerAsync(portal, one, ALaunch.Cfo));
    });

    [Fact]
    public Task Who_answers_for_it_or_stands_in_does_not_approve_whoever_asked() => InAFrozenPortal(async portal =>
    {
        foreach (var (person, part) in new[]
        {
            (ALaunch.QaLead, LaunchPart.Manager), (ALaunch.Stranger, LaunchPart.Executive),
        })
        {
            Done(await portal.Get<AddMember>()
                .RunAsync(ALaunch.Key, person.UserId, person.Name, part, ALaunch.Manager));
        }

        Done(await portal.Get<NameDeputy>().RunAsync(ALaunch.Key, "platform", ALaunch.Stranger.UserId,
            ALaunch.Stranger.Name, new(2026, 1, 31), ALaunch.Manager));
        var asked = await AskAsync(portal, ALaunch.Manager, new FactChange.Archive { Fact = _log });

        Refused<OwnSubject>(await AnswerAsync(portal, asked, ALaunch.QaLead));
        Refused<OwnSubject>(await AnswerAsync(portal, asked, ALaunch.Stranger));
        Done(await AnswerAsync(portal, asked, ALaunch.Cfo));
    });

    private static LaunchPackage Package
    {
        get
        {
            var facts = ALaunch.Facts();
            var log = facts.Drills[0].Logs[0];
            var slow = log with
            {
                Key = "slow",
                Title = "Slow log",
                Events = [log.Events[0] with { Key = "s1" }, log.Events[1] with { Key = "s2", At = new(10, 20) }],
            };
            return new(facts with
            {
                Criteria = [facts.Criteria[0], facts.Criteria[1] with { Drills = ["drill-1"] }],
                Drills = [facts.Drills[0] with { Owner = "platform", Logs = [log, slow] }],
                Items = [facts.Items[0] with { Blocking = true }],
            }, []);
        }
    }

    private static async Task InAFrozenPortal(Func<TestPortal, Task> test) =>
        await InAPortal(await _frozen.Value, test);

    private static ImmutableArray<string> Needs(Outcome outcome) => Refused<NeedsSecondPerson>(outcome).What;

    private static async Task<Guid> AskAsync(TestPortal portal, GuardedAct act, Viewer viewer) =>
        Guid.Parse(Done(await portal.Get<RequestGuardedChange>().RunAsync(ALaunch.Key, act, viewer)).Key!);

    private static async Task<Guid> AskAsync(TestPortal portal, Viewer viewer, FactChange change) => Guid.Parse(Done(
        await portal.Get<RequestGuardedChange>().RunAsync(ALaunch.Key, [change], "It has to be", viewer)).Key!);

    private static Task<Outcome> AnswerAsync(TestPortal portal, Guid id, Viewer viewer) =>
        portal.Get<AnswerGuardedChange>().RunAsync(ALaunch.Key, id, approve: true, null, viewer);
}
