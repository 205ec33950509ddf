using System.Collections.Immutable;
using ReadinessPortal.Application;
using ReadinessPortal.Application.Evidence;
using ReadinessPortal.Application.Facts;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Application.Packages;
using ReadinessPortal.Application.SignOffs;
using ReadinessPortal.Domain.Drills;
using ReadinessPortal.Domain.Evidence;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.SignOffs;
using ReadinessPortal.IntegrationTests.Fixtures;
using static ReadinessPortal.IntegrationTests.Fixtures.People;

namespace ReadinessPortal.IntegrationTests.WhoMayDoWhat;

/// <summary>Everybody there is around a launch. The lead answers for what is tried, the other lead does not.</summary>
public enum Who
{
    Manager, Lead, OtherLead, Contributor, Executive, Chief, Auditor, Viewer, Deputy, Administrator, Stranger,
}

/// <summary>The small launch with all of them, and what trials need to be in place.</summary>
internal sealed class Cast(TestPortal portal)
{
    public const string Key = ALaunch.Key;

    private static readonly FactPath _p95 = FactPath.Of("criteria", "load-testing").Part("measurements", "p95");

    private static readonly Viewer _manager = new(Id(11), "Mia Manages");
    private static readonly Viewer _viewer = new(Id(12), "Vic Views");
    private static readonly Viewer _deputy = new(Id(13), "Dana Deputises");
    private static readonly Viewer _contributor = new(Id(15), "Cora Contributes");
    private static readonly Viewer _administrator = new(Id(14), "Ann Administers", IsAdministrator: true);

    public TestPortal Portal => portal;

    public static Viewer As(Who who) => who switch
    {
        Who.Manager => _manager,
        Who.Lead => ALaunch.PlatformLead,
        Who.OtherLead => ALaunch.QaLead,
        Who.Executive => ALaunch.Cfo,
        Who.Chief => ALaunch.Ceo,
        Who.Auditor => ALaunch.Auditor,
        Who.Viewer => _viewer,
        Who.Contributor => _contributor,
        Who.Deputy => _deputy,
        Who.Administrator => _administrator,
        _ => ALaunch.Stranger,
    };

    public static Guid Id(int number) => new($"00000000-0000-7000-8000-{number:D12}");

    /// <summary>A package of the small launch, and of others like it.</summary>
    public static LaunchPackage Package(string key = Key)
    {
        var facts = ALaunch.Facts();
        var drill = facts.Drills[0];
        var slower = drill.Logs[0] with
        {
            Key = "other",
            Title = "Other log",
            Events = [.. drill.Logs[0].Events.Select(e => e.Mark == EventMark.End ? e with { At = new(10, 20) } : e)],
        };
        return new(facts with
        {
            Launch = facts.Launch with { Key = key },
            Roles = facts.Roles.Insert(0, new() { Key = "spare", Title = "Spare", Kind = RoleKind.Technical }),
            Drills = [drill with { Logs = [drill.Logs[0], slower] }],
            Criteria = facts.Criteria.SetItem(0, facts.Criteria[0] with
            {
                Validations = [new() { Key = "smoke", Command = "./smoke.sh" }],
            }),
        }, []);
    }

    public static async Task PrepareAsync(TestPortal portal)
    {
        Done(await portal.Get<ImportLaunch>().RunAsync(Package(), update: false, ALaunch.Manager));
        foreach (var (role, holder) in new[]
        {
            ("platform", Who.Lead), ("qa", Who.OtherLead), ("cfo", Who.Executive), ("ceo", Who.Chief),
        })
        {
            Done(await portal.Get<AssignRole>()
                .RunAsync(Key, role, As(holder).UserId, As(holder).Name, ALaunch.Manager));
        }

        foreach (var (part, member) in new[]
        {
            (LaunchPart.Manager, Who.Manager), (LaunchPart.Auditor, Who.Auditor), (LaunchPart.Viewer, Who.Viewer),
            (LaunchPart.Contributor, Who.Contributor),
        })
        {
            Done(await portal.Get<AddMember>()
                .RunAsync(Key, As(member).UserId, As(member).Name, part, ALaunch.Manager));
        }

        Done(await portal.Get<NameDeputy>()
            .RunAsync(Key, "platform", _deputy.UserId, _deputy.Name, new(2026, 1, 31), ALaunch.Manager));
        Done(await portal.Get<MakeRoleNotRequired>().RunAsync(Key, "spare", "Nobody to hold it", ALaunch.Manager));
    }

    public async Task<LaunchBoard> BoardAsync() => (await portal.ViewAsync()).Board;

    /// <summary>Sets a field of a fact from what it is.</summary>
    public async Task<Outcome> EditAsync(Viewer viewer, FactPath fact, string field, string to) =>
        await portal.Get<EditFacts>().RunAsync(Key, [await SettingAsync(fact, field, to)], viewer);

    /// <summary>Another target for the one measurement: easier than the one that was frozen.</summary>
    public async Task<ImmutableArray<FactChange>> LooserAsync() => [await SettingAsync(_p95, "target", "900 ms")];

    private async Task<FactChange> SettingAsync(FactPath fact, string field, string to) =>
        FactChange.Setting(fact, field, FactText.Read((await BoardAsync()).Facts, fact, field), to);

    public async Task FrozenAsync()
    {
        if ((await BoardAsync()).NewestRevision is null)
        {
            Done(await portal.FreezeAsync());
        }
    }

    /// <summary>Key of some evidence in hand.</summary>
    public async Task<string> InHandAsync() =>
        (await BoardAsync()).Facts.Evidence.FirstOrDefault(e => e.IsInHand)?.Key ?? await AttachedAsync();

    private async Task<string> AttachedAsync()
    {
        using var bytes = new MemoryStream(Guid.NewGuid().ToByteArray());
        return Done(await AttachAsync(bytes, As(Who.Lead))).Key!;
    }

    public Task<Outcome> AttachAsync(Stream bytes, Viewer viewer) => portal.Get<AttachEvidence>().RunAsync(Key,
        new(bytes, "proof.txt", "Proof", EvidenceClass.Tests, new(2025, 11, 15),
            [new(SubjectKind.Criterion, "load-testing")]),
        viewer);

    public async Task DecidedAsync()
    {
        await FrozenAsync();
        var board = await BoardAsync();
        if (board.StandingYes() is null)
        {
            // Decided once, a revision stays so: what is decided again is a new one.
            if (board.RecordOf(board.NewestRevision!.Number).Decision is not null)
            {
                Done(await EditAsync(_manager, FactPath.Launch, "title", $"Title {Guid.NewGuid():N}"));
                Done(await portal.FreezeAsync());
            }

            Done(await portal.DecideAsync(proceed: true, "Enough is known"));
        }
    }
}
