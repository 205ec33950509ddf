using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Verdicts;
using static ReadinessPortal.UnitTests.ALaunch;

namespace ReadinessPortal.UnitTests.Verdicts;

/// <summary>Whoever approves a change sees both sides of it, and what it moves in total.</summary>
public sealed class WeighingAChange
{
    [Fact]
    public void What_gets_worse_by_it_stands_beside_what_improves()
    {
        var (load, lag) = (Criterion(), Criterion() with { Key = "lag", Title = "Replication" });
        var before = Facts(load with { Result = CriterionResult.Failed }, lag);
        var after = Facts(load, lag with { Result = CriterionResult.Failed });

        var effect = ChangeEffect.Of(Frozen(Board(before)).Board, Board(after), Now);

        effect.Better.Should().Contain(b => b.Text.StartsWith(load.Title, StringComparison.Ordinal));
        effect.Worse.Should().Contain(w => w.Contains("Replication", StringComparison.Ordinal));
    }

    [Fact]
    public void Totals_are_given_where_they_move()
    {
        var before = Facts(Criterion() with { Result = CriterionResult.Failed });
        var effect = ChangeEffect.Of(Frozen(Board(before)).Board, Board(Facts(Criterion())), Now);

        effect.Worse.Should().BeEmpty();
        effect.Totals.Should().Contain(t => t.StartsWith("Readiness: ", StringComparison.Ordinal))
            .And.NotContain(t => t.StartsWith("Open findings", StringComparison.Ordinal));
    }

    [Fact]
    public void What_improves_nothing_needs_nobody()
    {
        var effect = ChangeEffect.Of(Frozen(Board(Facts(Criterion()))).Board,
            Board(Facts(Criterion() with { Result = CriterionResult.Failed })), Now);

        effect.Should().Be(ChangeEffect.None);
    }
}
