using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Verdicts;
using static ReadinessPortal.UnitTests.ALaunch;

namespace ReadinessPortal.UnitTests.Verdicts;

/// <summary>After a freeze nobody asks less of an output than was asked of it then.</summary>
public sealed class LooseningValidations
{
    private static readonly Validation _compared = Validation() with { Expects = "ok" };

    [Fact]
    public void What_an_output_is_compared_with_is_not_taken_away_or_exchanged()
    {
        Better(_compared, _compared with { Expects = null }).Should()
            .Equal("Criterion load, ./check.sh: compared with 'ok', now with nothing");
        Better(_compared, _compared with { Expects = "/o|k/" }).Should()
            .Equal("Criterion load, ./check.sh: compared with 'ok', now with '/o|k/'");
        Better(_compared, null).Should().Contain("Criterion load, ./check.sh: compared with 'ok', is removed");
    }

    [Fact]
    public void To_compare_what_was_only_recorded_is_free() => Better(Validation(), _compared).Should().BeEmpty();

    [Fact]
    public void A_changed_output_is_not_typed_over()
    {
        var changed = _compared with { Output = "no" };

        Better(changed, _compared).Should().Contain("Criterion load: unproven \u2192 passed");
        Better(_compared, changed).Should().BeEmpty("worse is always free");
        Better(_compared with { ExitCode = 1 }, _compared).Should().Contain("Criterion load: unproven \u2192 passed");
    }

    private static IEnumerable<string> Better(Validation was, Validation? becomes) => Loosening.Of(
        Frozen(Board(Facts(Criterion() with { Validations = [was] }))).Board,
        Board(Facts(Criterion() with { Validations = becomes is null ? [] : [becomes] })), Now).Select(b => b.Text);
}
