using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Gates;
using ReadinessPortal.Domain.Waivers;
using static ReadinessPortal.UnitTests.ALaunch;

namespace ReadinessPortal.UnitTests.Gates;

public sealed class ColouringAGate
{
    private static readonly Criterion _passed = Criterion("passed");
    private static readonly Criterion _failed = Criterion("failed", CriterionResult.Failed);
    private static readonly Criterion _unproven = Criterion("unproven") with { Validations = [] };
    private static readonly Criterion _unfinished = Criterion("unfinished", CriterionResult.InProgress);
    private static readonly Criterion _warned = Criterion("warned") with { Progress = 99 };

    [Fact]
    public void All_passed_is_green()
    {
        var gate = Colour(Gate("g", "passed"));

        gate.Colour.Should().Be(GateColour.Green);
        gate.Word.Should().BeNull();
        gate.Why.Should().BeEmpty();
    }

    [Fact]
    public void One_failed_is_red_and_stands_first()
    {
        var gate = Colour(Gate("g", "passed", "unproven", "failed"));

        gate.Colour.Should().Be(GateColour.Red);
        gate.Criteria.Should().Equal("failed", "unproven", "passed");
        gate.Why[0].Should().Be("Criterion failed: the lead says failed");
    }

    [Theory]
    [InlineData("unproven", "unproven")]
    [InlineData("unfinished", "in progress")]
    [InlineData("warned", "warning")]
    [InlineData("archived-meanwhile", "no criteria")]
    public void Anything_else_is_yellow_with_a_word(string criterion, string word)
    {
        var gate = Colour(Gate("g", "passed", criterion));

        gate.Colour.Should().Be(GateColour.Yellow);
        gate.Word.Should().Be(word);
        gate.Why.Should().ContainSingle();
    }

    [Fact]
    public void A_gate_on_no_criterion_is_never_green() => Colour(Gate("g")).Colour.Should().Be(GateColour.Yellow);

    [Fact]
    public void A_waived_criterion_makes_it_yellow_for_that_reason_only()
    {
        var gate = Colour(Gate("g", "passed", "failed"), Waiver(criterion: "failed"));

        gate.Colour.Should().Be(GateColour.Yellow);
        gate.OnlyWaived.Should().BeTrue();
        gate.Word.Should().Be("waived until 31 Mar 2026");
        Colour(Gate("g", "unproven", "failed"), Waiver(criterion: "failed")).OnlyWaived.Should().BeFalse();
    }

    [Fact]
    public void A_colour_set_by_hand_can_only_be_worse()
    {
        var worse = Colour(Gate("g", "passed") with { ManualColour = GateColour.Red, ManualReason = "No region yet" });
        var better = Colour(Gate("g", "failed") with { ManualColour = GateColour.Green, ManualReason = "It is fine" });

        worse.Colour.Should().Be(GateColour.Red);
        worse.Derived.Should().Be(GateColour.Green);
        worse.Word.Should().Be("set manually");
        worse.Why[0].Should().Be("No region yet");
        better.Colour.Should().Be(GateColour.Red);
        better.Word.Should().Be("failed");
    }

    private static GateStanding Colour(Gate gate, params Waiver[] waivers)
    {
        var facts = Facts(_passed, _failed, _unproven, _unfinished, _warned);
        return GateRules.Of(gate, facts.Criteria.ToDictionary(
            c => c.Key, c => CriterionRules.Weigh(c, facts, [], [.. waivers], Today), StringComparer.Ordinal));
    }
}
