using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Readings;
using static ReadinessPortal.UnitTests.Criteria.ReadingValuesFromFiles;

namespace ReadinessPortal.UnitTests.Criteria;

/// <summary>A file that contradicts itself, measured nothing or is not what was signed proves nothing and hides
/// nothing.</summary>
public sealed class CountingFilesInDoubt
{
    [Theory]
    [InlineData(WarningCodes.NothingMeasured, CriterionState.Unproven)]
    [InlineData(WarningCodes.RunUnsuccessful, CriterionState.Unproven)]
    [InlineData(WarningCodes.TotalsDisagree, CriterionState.Disputed)]
    [InlineData(WarningCodes.SignatureWrong, CriterionState.Disputed)]
    [InlineData(WarningCodes.PercentilesRounded, CriterionState.Passed)]
    public void A_file_that_measured_nothing_or_contradicts_itself_meets_no_target(string code, CriterionState state)
    {
        var file = File("tests.failed", "0");

        Standing(Failed(), file with
        {
            Reading = file.Reading! with { Warnings = [new(code, "Look at it.")] },
        }).State.Should().Be(state);
    }

    [Theory]
    [InlineData(WarningCodes.TotalsDisagree, CriterionState.Passed)]
    [InlineData(WarningCodes.SignatureWrong, CriterionState.Disputed)]
    public void Totals_that_somebody_has_accepted_count_and_a_wrong_signature_never_does(
        string code, CriterionState state)
    {
        var file = File("tests.failed", "0") with { AcceptedBecause = "Retries count twice.", AcceptedBy = "Ada" };

        var standing = Standing(Failed(), file with
        {
            Reading = file.Reading! with { Warnings = [new(code, "Look at it.")] },
        });

        standing.State.Should().Be(state);
        standing.Proofs.Should().Contain(p => p.Proves == (state == CriterionState.Passed)
            && p.Why.Contains(p.Proves ? "accepted by Ada: Retries count twice." : "in doubt: Look at it."));
        standing.Why.Contains("The totals of File file disagree, accepted by Ada").Should()
            .Be(state == CriterionState.Passed);
    }

    [Theory]
    [InlineData(WarningCodes.TotalsDisagree)]
    [InlineData(WarningCodes.NothingMeasured)]
    [InlineData(WarningCodes.SignatureWrong)]
    public void A_file_that_meets_nothing_hides_no_failure_and_leaves_nothing_proven(string code)
    {
        var failing = File("tests.failed", "2", "failing", hours: -5);
        var passing = File("tests.failed", "0", "passing", hours: -5);
        var nothing = File("tests.failed", "0", "nothing");
        nothing = nothing with { Reading = nothing.Reading! with { Warnings = [new(code, "Look at it.")] } };
        var silent = nothing with { Reading = nothing.Reading! with { Figures = [] } };

        Standing(Failed(), failing, nothing).State.Should().Be(CriterionState.Failed);
        Standing(Failed(), failing, silent).State.Should().Be(CriterionState.Failed);
        Standing(Failed(), passing, nothing).State.Should().NotBe(CriterionState.Passed);
        Standing(Failed(), passing, silent).State.Should().NotBe(CriterionState.Passed);
    }
}
