using ReadinessPortal.Application.Facts;
using ReadinessPortal.Domain.Claims;
using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Drills;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Gates;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Verdicts;
using ReadinessPortal.IntegrationTests.Fixtures;

namespace ReadinessPortal.IntegrationTests.Facts;

/// <summary>
/// Every field of every kind of fact that a package has, set to whatever it can be, and every fact archived: what the
/// measure lets through reads no better. A field that is added later is tried without being named here.
/// </summary>
public sealed class ReadingBetterByAnyField
{
    private static readonly DateTimeOffset _now = new(2025, 11, 15, 12, 0, 0, TimeSpan.Zero);
    private static readonly LaunchBoard _frozen = Frozen();

    private static readonly string?[] _texts =
    [
        null, "text", "30 USD", "load-testing", "e2e", "load-testing\ne2e", "drill-1", "k6", "small:v0", "UTC",
        "America/New_York", "budget.actual.total", "1 + 1",
    ];

    // Whatever its type, a field takes some of these; those that fit are tried.
    private static readonly string?[] _values =
    [
        null, "true", "false", "0", "1", "100", "1 s", "900 s", "50 %", "30 USD", "2024-01-01", "2025-11-15",
        "2026-05-01", "10:00:00", "10:14:30", "criterion:e2e", "criterion:load-testing",
        .. Words<CriterionResult>(), .. Words<Comparator>(), .. Words<GateColour>(), .. Words<GateKind>(),
        .. Words<EventMark>(), .. Words<Domain.Evidence.EvidenceClass>(), .. Words<Domain.Registers.ColumnTotal>(),
    ];

    /// <summary>Those that the launch has one of; the others change nothing that is read.</summary>
    public static TheoryData<string> Kinds => [.. FactKinds.All.Select(k => k.Lists).Where(l => PathsOf(l).Any())];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void What_one_person_may_do_to_it_reads_no_better(string lists)
    {
        var kind = FactKinds.All.Single(k => k.Lists == lists);
        foreach (var fact in PathsOf(lists))
        {
            foreach (var change in Changes(kind, fact))
            {
                var tree = new AppliedChanges(_frozen.Facts, new(Guid.Empty, "Pat", _frozen, _now));
                tree.Apply(change);
                if (tree.Facts() is { } facts && _frozen with { Facts = facts } is var next
                    && Loosening.Of(_frozen, next, _now).IsEmpty)
                {
                    Better(_frozen, next).Should().BeEmpty($"{change}");
                }
            }
        }
    }

    private static IEnumerable<FactChange> Changes(FactKind kind, FactPath fact)
    {
        foreach (var field in kind.Fields.Where(f => f.Name != "key"))
        {
            foreach (var name in field.IsMap ? [$"{field.Name}.actual", $"{field.Name}.budget"] : new[] { field.Name })
            {
                var now = FactText.Read(_frozen.Facts, fact, name);
                foreach (var value in (field.ValueType == typeof(string) ? _texts : _values).Where(v =>
                    v != now && (v is null || FactText.Parse(v, field).Problem is null)))
                {
                    yield return FactChange.Setting(fact, name, now, value);
                }
            }
        }

        if (!fact.IsLaunch)
        {
            yield return new FactChange.Archive { Fact = fact };
        }
    }

    private static IEnumerable<string> Better(LaunchBoard before, LaunchBoard after)
    {
        var (was, becomes) = (Readiness.At(before, _now), Readiness.At(after, _now));
        return
        [
            .. becomes.Level < was.Level ? ["readiness"] : Array.Empty<string>(),
            .. was.Criteria.Where(c => !becomes.Criteria.Any(o => o.Key == c.Key && o.State <= c.State))
                .Select(c => c.Key),
            .. was.Gates.Where(g => !becomes.Gates.Any(o => o.Key == g.Key && o.Colour >= g.Colour)).Select(g => g.Key),
            .. was.Findings.Where(f => f.Status == FindingStatus.Open && !becomes.Findings.Any(o =>
                o.Claim == f.Claim && o.Status == FindingStatus.Open && o.Severity >= f.Severity)).Select(f => f.Key),
            .. was.Headrooms.Where(h => becomes.Headrooms.Any(o =>
                (o.Subject, o.Title) == (h.Subject, h.Title) && o.Headroom > h.Headroom)).Select(h => h.Title),
        ];
    }

    private static IEnumerable<FactPath> PathsOf(string lists) => lists.Length == 0
        ? [FactPath.Launch]
        : lists.Split('/').Aggregate(new List<FactPath?> { null }, (paths, list) =>
        [
            .. paths.SelectMany(p => FactKinds.Siblings(
                    _frozen.Facts, p is { } parent ? parent.Part(list, "new") : FactPath.Of(list, "new"))
                .Select(key => (FactPath?)(p is { } whole ? whole.Part(list, key) : FactPath.Of(list, key)))),
        ]).OfType<FactPath>();

    private static IEnumerable<string> Words<T>()
        where T : struct, Enum => Enum.GetValues<T>().Select(v => $"{char.ToLowerInvariant($"{v}"[0])}{$"{v}"[1..]}");

    private static LaunchBoard Frozen()
    {
        var facts = ALaunch.Facts();
        var log = facts.Drills[0].Logs[0];
        var slow = log with { Key = "slow", Events = [log.Events[0], log.Events[1] with { At = new(10, 20) }] };
        return new()
        {
            ChangeNumber = 2,
            Revisions = [new()
            {
                Number = 1, Sha256 = new('a', 64), ChangeNumber = 1, FactsNumber = 1, FrozenAt = _now,
                FrozenById = ALaunch.Manager.UserId, FrozenBy = ALaunch.Manager.Name, Readiness = ReadinessLevel.NoGo,
            }],
            Facts = facts with
            {
                Criteria =
                [
                    facts.Criteria[0],
                    facts.Criteria[1] with
                    {
                        Drills = ["drill-1"],
                        Measurements =
                        [
                            new() { Key = "failed", Metric = "Failed", Value = Quantity.Parse("2"),
                                Comparator = Comparator.AtMost, Target = Quantity.Parse("0") },
                        ],
                    },
                ],
                Gates = [facts.Gates[0], new() { Key = "all", Title = "All", Criteria = ["load-testing", "e2e"] }],
                Drills = [facts.Drills[0] with { Logs = [log, slow] }],
                Items = [facts.Items[0] with { Blocking = true }],
                Claims = [facts.Claims[0] with { Headline = true }],
            },
        };
    }
}
