using CsCheck;
using ReadinessPortal.Domain;
using ReadinessPortal.Domain.Claims;
using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Drills;
using ReadinessPortal.Domain.Evidence;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Gates;
using ReadinessPortal.Domain.Items;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Verdicts;
using static ReadinessPortal.UnitTests.ALaunch;

namespace ReadinessPortal.UnitTests.Verdicts;

/// <summary>Whatever is changed, and however often: what the measure lets through never reads better.</summary>
public sealed class LooseningByChance
{
    private const int Steps = 6;

    private static readonly string[] _gated = ["load", "tests", "drills", "keys"];

    private static readonly LaunchBoard _frozen = Frozen(Board(Facts(
        Criterion("load") with { Measurements = [Measurement("4.1 s"), Measurement("9 s", key: "n", target: null)] },
        Criterion("tests", CriterionResult.Failed) with { Measurements = [Measurement("2", Comparator.AtMost, "0")] },
        Criterion("drills") with { Drills = ["d", "e"] },
        Criterion("keys", CriterionResult.InProgress) with { Progress = 40 },
        Criterion("files") with { Validations = [] }) with
    {
        Gates =
        [
            Gate("main", "load", "tests"), Gate("other", "drills", "keys"),
            Gate("nice", "files") with { Kind = GateKind.NiceToHave },
        ],
        Drills = [Drill("d", "14:23", "15:00"), Drill("e", "12:00")],
        Items = [new() { Key = "i", Title = "Rotate", Blocking = true }, new() { Key = "j", Title = "Tidy" }],
        Evidence =
        [
            File("run", "criterion:files"), File("old", "criterion:files") with { CapturedOn = new(2024, 1, 1) },
        ],
        Claims =
        [
            new() { Key = "c", Figure = "criteria.proven", Stated = "23", Place = "summary", Headline = true },
            new() { Key = "a", Figure = "criteria.total", Stated = "5", Place = "annex" },
        ],
    }) with
    { Waivers = [Waiver(criterion: "tests")] }).Board;

    [Fact]
    public void No_chain_of_changes_that_one_person_may_make_reads_better_than_what_was_frozen() =>
        Gen.Int.Holds(seed =>
        {
            Better(_frozen, ChangedFreely(new Random(seed))).Should().BeEmpty();
            return true;
        }, 200);

    [Fact]
    public void Changes_do_get_through_and_do_get_refused()
    {
        var free = Enumerable.Range(0, 200).Count(s =>
            Loosening.Of(_frozen, Change(_frozen, new Random(s)), Now).IsEmpty);

        free.Should().BeInRange(40, 160, "a measure that lets everything through, or nothing, proves nothing here");
    }

    private static LaunchBoard ChangedFreely(Random chance)
    {
        var board = _frozen;
        for (var i = 0; i < Steps; i++)
        {
            var next = Change(board, chance);
            board = Loosening.Of(board, next, Now).IsEmpty ? next : board;
        }

        return board;
    }

    // Asked of readiness alone, and not of the measure.
    private static IEnumerable<string> Better(LaunchBoard before, LaunchBoard after)
    {
        var (was, becomes) = (Readiness.At(before, Now), Readiness.At(after, Now));
        return
        [
            .. becomes.Level < was.Level ? [$"{was.Level} to {becomes.Level}"] : Array.Empty<string>(),
            .. was.Criteria.Where(c => !becomes.Criteria.Any(o => o.Key == c.Key && o.State <= c.State))
                .Select(c => c.Key),
            .. was.Gates.Where(g => g.Colour != GateColour.Green
                && !becomes.Gates.Any(o => o.Key == g.Key && o.Colour >= g.Colour)).Select(g => g.Key),
            .. was.Findings.Where(f => f.Status == FindingStatus.Open && !becomes.Findings.Any(o =>
                o.Claim == f.Claim && o.Status == FindingStatus.Open && o.Severity >= f.Severity)).Select(f => f.Key),
            .. was.Headrooms.Where(h => Thinnest(becomes, h) > Thinnest(was, h)).Select(h => h.Title),
        ];
    }

    private static decimal? Thinnest(Readiness readiness, HeadroomLine line) => readiness.Headrooms
        .Where(h => (h.Subject, h.Title) == (line.Subject, line.Title)).Min(h => (decimal?)h.Headroom);

    private static LaunchBoard Change(LaunchBoard board, Random chance)
    {
        var facts = board.Facts;
        return chance.Next(8) switch
        {
            0 or 1 => board with { Facts = facts with { Criteria = One(facts.Criteria, chance, OtherCriterion) } },
            2 => board with { Facts = facts with { Gates = One(facts.Gates, chance, OtherGate) } },
            3 => board with { Facts = facts with { Drills = One(facts.Drills, chance, OtherDrill) } },
            4 => board with { Facts = facts with { Items = One(facts.Items, chance, OtherItem) } },
            5 => board with { Facts = facts with { Evidence = One(facts.Evidence, chance, OtherFile) } },
            6 => board with { Facts = facts with { Claims = One(facts.Claims, chance, OtherClaim) } },
            _ => board.With(OtherLaunch(facts.Launch, chance)),
        };
    }

    private static Launch OtherLaunch(Launch launch, Random chance) => chance.Next(3) switch
    {
        0 => launch with { AsOf = Pick<DateOnly?>(chance, null, Today.AddDays(-300), Today.AddDays(100), Today) },
        1 => launch with { TargetDate = Target.AddDays(chance.Next(-20, 200)) },
        _ => launch with
        {
            Release = Pick(chance, null, new Release { Name = "app:v1" }, new Release { Name = "app:v2" }),
        },
    };

    private static Criterion OtherCriterion(Criterion criterion, Random chance) => chance.Next(6) switch
    {
        0 => criterion with { Result = Pick(chance, Enum.GetValues<CriterionResult>()) },
        1 => criterion with { Progress = chance.Next(0, 101) },
        2 => criterion with { Drills = Pick<EquatableArray<string>>(chance, [], ["d"], ["e"], ["d", "e"]) },
        3 => criterion with { Validations = Pick<EquatableArray<Validation>>(chance, [], [Validation()]) },
        4 => criterion with
        {
            Measurements = criterion.Measurements.Add(
                Measurement($"{chance.Next(1, 9)} s", key: $"k{chance.Next(99)}")),
        },
        _ => criterion with { Measurements = One(criterion.Measurements, chance, OtherMeasurement) },
    };

    private static Measurement OtherMeasurement(Measurement measurement, Random chance) => chance.Next(4) switch
    {
        0 => measurement with { Value = Pick<Quantity?>(chance, null, Quantity.Of(chance.Next(1, 12), "s")) },
        1 => measurement with { Target = Pick<Quantity?>(chance, null, Quantity.Of(chance.Next(0, 12), "s")) },
        2 => measurement with { Comparator = Pick(chance, Enum.GetValues<Comparator>()), UpperTarget = null },
        _ => measurement with { Metric = Pick(chance, "Replication lag", "Lag", "Failed") },
    };

    private static Gate OtherGate(Gate gate, Random chance) => chance.Next(3) switch
    {
        0 => gate with { Kind = Pick(chance, GateKind.Critical, GateKind.NiceToHave) },
        1 => gate with { ManualColour = Pick<GateColour?>(chance, null, GateColour.Yellow, GateColour.Red) },
        _ => gate with { Criteria = [.. _gated.Where(_ => chance.Next(2) == 0)] },
    };

    private static Drill OtherDrill(Drill drill, Random chance) => chance.Next(3) switch
    {
        0 => drill with { RtoTarget = Pick<Quantity?>(chance, null, Quantity.Of(chance.Next(10, 20), "min")) },
        1 => drill with { Logs = drill.Logs.Add(Log($"l{chance.Next(99)}", "23:50:00", $"{chance.Next(10, 20)}:00")) },
        _ => drill with
        {
            Logs = One(drill.Logs, chance, (log, by) => Log(log.Key, "23:50:00", $"{by.Next(10, 20)}:00")),
        },
    };

    private static OutstandingItem OtherItem(OutstandingItem item, Random chance) =>
        item with { Blocking = chance.Next(2) == 0, Closed = chance.Next(2) == 0 };

    private static EvidenceItem OtherFile(EvidenceItem item, Random chance) => chance.Next(4) switch
    {
        0 => item with { CapturedOn = Today.AddDays(-chance.Next(0, 400)) },
        1 => item with { Class = Pick(chance, Enum.GetValues<EvidenceClass>()) },
        2 => item with
        {
            Supports = Pick<EquatableArray<SubjectRef>>(chance, [], [new(SubjectKind.Criterion, "files")]),
        },
        _ => item with { Release = Pick(chance, null, "app:v1", "app:v2") },
    };

    private static Claim OtherClaim(Claim claim, Random chance) => chance.Next(2) == 0
        ? claim with { Headline = chance.Next(2) == 0 }
        : claim with { Stated = $"{chance.Next(1, 24)}" };

    // Changed, or now and then taken away.
    private static EquatableArray<T> One<T>(EquatableArray<T> all, Random chance, Func<T, Random, T> change)
    {
        if (all.IsEmpty)
        {
            return all;
        }

        var at = chance.Next(all.Length);
        return chance.Next(5) == 0 ? all.RemoveAt(at) : all.SetItem(at, change(all[at], chance));
    }

    private static T Pick<T>(Random chance, params ReadOnlySpan<T> among) => among[chance.Next(among.Length)];
}
