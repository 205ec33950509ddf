using System.Collections.Immutable;
using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Gates;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Registers;
using static ReadinessPortal.UnitTests.ALaunch;

namespace ReadinessPortal.UnitTests.Launches;

public sealed class LooseningALaunch
{
    private static readonly LaunchFacts _facts = Facts(
        Criterion() with { Measurements = [Measurement("4.1 s")], Drills = ["1"] }, Criterion("keys")) with
    {
        Drills = [Drill("1", "14:00")],
        Items = [new() { Key = "i", Title = "Rotate the keys", Blocking = true }],
        Registers = [Lags("5 s")],
    };

    [Fact]
    public void Before_the_first_freeze_everything_may_be_loosened() =>
        LooseningRules.WhyNot(Board(_facts), Facts()).Should().BeNull();

    [Fact]
    public void Afterwards_the_same_facts_and_stricter_ones_are_free()
    {
        Refused(_facts).Should().BeEmpty();
        Refused(_facts with
        {
            Criteria =
            [
                _facts.Criteria[0] with { Measurements = [Measurement("9 s"), Measurement("1 s", key: "new")] },
                _facts.Criteria[1] with { Measurements = [Measurement("1 s")] },
            ],
            Items = [_facts.Items[0] with { Closed = true }],
        }).Should().BeEmpty();
    }

    [Fact]
    public void A_changed_or_removed_target_needs_a_second_person()
    {
        var first = _facts.Criteria[0];
        LaunchFacts With(Criterion criterion) => _facts with { Criteria = [criterion, _facts.Criteria[1]] };
        const string What = "the target of Criterion load, Replication lag";

        Refused(With(first with { Measurements = [Measurement("4.1 s", target: "9 s")] })).Should().Equal(What);
        Refused(With(first with { Measurements = [Measurement("4.1 s", Comparator.AtMost)] })).Should().Equal(What);
        Refused(With(first with { Measurements = [] })).Should().Equal(What);
    }

    [Fact]
    public void So_does_a_drills_or_a_registers_target()
    {
        var drill = _facts.Drills[0];

        Refused(_facts with { Drills = [drill with { RtoTarget = Quantity.Of(20, "min") }] })
            .Should().Equal("the target of Drill 1");
        Refused(_facts with { Drills = [drill with { RpoTarget = Quantity.Of(1, "s") }] }).Should().BeEmpty();
        Refused(_facts with { Registers = [Lags("9 s")] }).Should().Equal("the target of Lags, p95");
        Refused(_facts with { Registers = [Lags(null)] }).Should().Equal("the target of Lags, p95");
    }

    [Fact]
    public void So_does_what_a_gate_or_a_criterion_no_longer_stands_on()
    {
        Refused(_facts with { Gates = [Gate("main", "load")] }).Should().Equal("the criteria Gate main stands on");
        Refused(_facts with { Criteria = [_facts.Criteria[0] with { Drills = [] }, _facts.Criteria[1]] })
            .Should().Equal("the drills Criterion load stands on");
    }

    [Fact]
    public void So_does_taking_away_critical_or_blocking()
    {
        Refused(_facts with { Gates = [_facts.Gates[0] with { Kind = GateKind.NiceToHave }] })
            .Should().Equal("Gate main is critical");
        Refused(_facts with { Gates = [] }).Should().Equal("Gate main is critical");
        Refused(_facts with { Items = [_facts.Items[0] with { Blocking = false }] })
            .Should().Equal("Rotate the keys is blocking");
        Refused(_facts with { Items = [] }).Should().Equal("Rotate the keys is blocking");
    }

    private static Register Lags(string? target) => new()
    {
        Key = "lags", Title = "Lags", Chapter = "infrastructure",
        Columns =
        [
            new()
            {
                Key = "p95", Title = "p95", Kind = ColumnKind.Duration, Unit = "s", Target = target,
                Comparator = target is null ? null : Comparator.LessThan,
            },
        ],
    };

    private static ImmutableArray<string> Refused(LaunchFacts next) =>
        LooseningRules.WhyNot(Frozen(Board(_facts)).Board, next) is NeedsSecondPerson { What: var what } ? what : [];
}
