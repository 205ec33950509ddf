using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Gates;
using ReadinessPortal.Domain.Verdicts;
using static ReadinessPortal.UnitTests.ALaunch;

namespace ReadinessPortal.UnitTests.Criteria;

public sealed class WarningBeforeATarget
{
    [Theory]
    [InlineData("449 ms", true, null)]
    [InlineData("450 ms", true, "from 450 ms")]
    [InlineData("0.499 s", true, "from 450 ms")]
    [InlineData("500 ms", false, null)]
    [InlineData("900 ms", false, null)]
    public void What_meets_a_limit_from_above_inside_its_band_is_met_and_named(
        string value, bool met, string? warned) =>
        Measure(value, Comparator.LessThan, "500 ms", "450 ms").Should()
            .Match<MeasurementStanding>(m => m.Met == met && m.Warned == warned);

    [Theory]
    [InlineData("99.96 %", true, null)]
    [InlineData("99.95 %", true, "up to 99.95 %")]
    [InlineData("99.9 %", true, "up to 99.95 %")]
    [InlineData("99.8 %", false, null)]
    public void And_so_is_what_meets_one_from_below(string value, bool met, string? warned) =>
        Measure(value, Comparator.AtLeast, "99.9 %", "99.95 %").Should()
            .Match<MeasurementStanding>(m => m.Met == met && m.Warned == warned);

    [Theory]
    [InlineData(Comparator.LessThan, "500 ms", "450 ms", null)]
    [InlineData(Comparator.LessThan, "500 ms", "500 ms", "good side of the target, below 500 ms")]
    [InlineData(Comparator.AtMost, "500 ms", "500 ms", "good side")]
    [InlineData(Comparator.AtMost, "500 ms", "501 ms", "good side")]
    [InlineData(Comparator.AtLeast, "99.9 %", "99.8 %", "good side")]
    [InlineData(Comparator.LessThan, "500 ms", "4 MB", "does not compare")]
    [InlineData(Comparator.Equal, "0", "1", "goes with a target")]
    public void It_lies_on_the_good_side_in_the_unit_of_the_target(
        Comparator comparator, string target, string edge, string? why)
    {
        var whyNot = WarningBand.WhyNot(Banded("1 ms", comparator, target, edge));

        (whyNot is null).Should().Be(why is null);
        (whyNot ?? "").Contains(why ?? "", StringComparison.Ordinal).Should().BeTrue(whyNot);
        WarningBand.WhyNot(Banded("1 ms", comparator, target, edge) with { Target = null }).Should().NotBeNull();
    }

    [Fact]
    public void A_criterion_in_it_stays_passed_and_its_gate_is_yellow_and_both_say_so()
    {
        var criterion = Criterion() with { Measurements = [Banded("4.7 s", Comparator.LessThan, "5 s", "4.5 s")] };
        var readiness = Readiness.At(Board(Facts(criterion)), Now);
        const string Warned = "Replication lag: 4.7 s meets its target, below 5 s, inside the warning band from 4.5 s";

        readiness.Criterion("load").State.Should().Be(CriterionState.Passed);
        readiness.Criterion("load").Warnings.Should().Equal(Warned);
        readiness.Gates[0].Colour.Should().Be(GateColour.Yellow);
        readiness.Gates[0].Why.Should().Equal($"Criterion load: {Warned}");
        readiness.Level.Should().Be(ReadinessLevel.NotYet);
        readiness.Reasons.Should().ContainSingle().Which.Action.Text.Should()
            .Be("Bring the value out of its warning band");
    }

    [Fact]
    public void Less_of_a_band_reads_better_after_a_freeze()
    {
        Better("4 s", "4.5 s").Should()
            .Equal("Criterion load, Replication lag: warning band from 4 s \u2192 from 4.5 s");
        Better("4 s", null).Should().Equal("Criterion load, Replication lag: warning band from 4 s \u2192 none");
        Better("4.5 s", "4 s").Should().BeEmpty();
        Better(null, "4 s").Should().BeEmpty();

        static IEnumerable<string> Better(string? was, string? becomes) =>
            Loosening.Of(Frozen(With(was)).Board, With(becomes), Now).Select(b => b.Text);

        static Domain.Launches.LaunchBoard With(string? edge) => Board(Facts(Criterion() with
        {
            Measurements = [Banded("3 s", Comparator.LessThan, "5 s", edge)],
        }));
    }

    private static MeasurementStanding Measure(string value, Comparator comparator, string target, string edge) =>
        CriterionRules.Measure(Banded(value, comparator, target, edge));

    private static Measurement Banded(string value, Comparator comparator, string target, string? edge) =>
        Measurement(value, comparator, target) with { WarnsFrom = edge is null ? null : Quantity.Parse(edge) };
}
