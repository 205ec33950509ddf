using System.Text.Json;
using ReadinessPortal.Domain;
using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Evidence;
using ReadinessPortal.Domain.Verdicts;
using static ReadinessPortal.UnitTests.ALaunch;

namespace ReadinessPortal.UnitTests.Criteria;

/// <summary>A validation is what its newest run shows: recorded, reproduced, or changed.</summary>
public sealed class RunningAValidation
{
    private static readonly Validation _compared = Validation() with { Expects = "ok" };

    [Fact]
    public void With_nothing_to_compare_it_with_an_output_is_recorded_however_often()
    {
        var twice = Run(Run(Validation(), "ok", 1), "ok", 2);

        ValidationStanding.Of(twice).Should()
            .Be(new ValidationStanding(ValidationOutcome.Recorded, null, null, 0, null));
        Proof(twice).Why.Should().Be("output recorded 15 Nov 2025, valid until 13 Feb 2026");
    }

    [Fact]
    public void Runs_in_a_row_are_counted_and_a_changed_one_ends_the_row()
    {
        var validation = _compared with { Output = null, RecordedOn = null };

        foreach (var hour in (int[])[1, 2, 3])
        {
            validation = Run(validation, "\u001B[32mok\u001B[0m\r\n", hour);
        }

        Of(validation).Should().Be((ValidationOutcome.Reproduced, 3, At(1), null));
        Proof(validation).Why.Should().Be("reproduced three times, last on 15 Nov 2025, valid until 13 Feb 2026");
        var changed = Run(validation, "no", 4);
        Of(changed).Should().Be((ValidationOutcome.Changed, 0, null, "it is 'no' and not 'ok'"));
        Proof(changed).Should().Match<ProofLine>(p => !p.Proves && p.Why == "changed: it is 'no' and not 'ok'");
        Of(Run(changed, "ok", 5)).Should().Be((ValidationOutcome.Reproduced, 1, At(5), null));
    }

    [Fact]
    public void A_command_that_fails_is_never_reproduced()
    {
        Of(Run(_compared, "ok", 1, exitCode: 3)).Should()
            .Be((ValidationOutcome.Changed, 0, null, "the command ended with exit code 3"));
        Of(Run(_compared, "", 1, exitCode: 1)).Outcome.Should().Be(ValidationOutcome.Changed, "it failed in silence");
        var recorded = Run(Validation(), "ok", 1, exitCode: 1);
        Of(recorded).Outcome.Should().Be(ValidationOutcome.Recorded);
        Proof(recorded).Should().Match<ProofLine>(
            p => !p.Proves && p.Why == "the command ended with exit code 1");
    }

    [Fact]
    public void What_somebody_types_is_compared_by_the_same_rule_and_counts_once()
    {
        var thrice = Run(Run(Run(_compared, "ok", 1), "ok", 2), "ok", 3);

        Of(_compared).Should().Be((ValidationOutcome.Reproduced, 1, null, null));
        Of(_compared with { Output = "no" }).Outcome.Should().Be(ValidationOutcome.Changed);
        Of(thrice with { Expects = "/ok/" }).Times.Should().Be(1, "it was compared with something else until now");
        Of(thrice with { Command = "./other.sh" }).Times.Should().Be(1, "another command ran");
        ValidationStanding.RunOf(thrice with { Output = "no" }).Should().BeNull("no run printed that");
    }

    [Fact]
    public void A_criterion_is_not_proven_while_a_validation_has_changed_whatever_else_proves_it()
    {
        var facts = Facts(Criterion() with
        {
            Validations = [Validation(), Validation() with { Key = "eu", Title = "EU", Expects = "ok", Output = "no" }],
        });

        var standing = Readiness.At(Board(facts), Now).Criterion("load");

        standing.State.Should().Be(CriterionState.Unproven);
        standing.Why[0].Should().Be("EU changed: it is 'no' and not 'ok'");
        standing.Proofs.Should().Contain(p => p.Proves);
    }

    [Fact]
    public void A_changed_output_of_another_build_says_nothing_about_this_one() =>
        ProofRules.Weigh(_compared with { Output = "no", Release = "app:v1" }, Criterion(), Terms(Today)).State
            .Should().Be(ProofState.OtherRelease);

    [Theory]
    [InlineData(2, null, null)]
    [InlineData(0, null, "a newer run is there")]
    [InlineData(2, "app:v1", "it is about another build, app:v1")]
    [InlineData(2, "app:v2", null)]
    [InlineData(48, null, "it ran on 17 Nov 2025, after the as-of date")]
    public void The_newest_run_about_this_release_counts(int hour, string? release, string? why) =>
        RunRules.WhyOnlyHistory(Run(_compared, "ok", 1), At(hour), release, Facts().Launch, Terms(Today))
            .Should().Be(why);

    [Fact]
    public void A_run_counts_over_an_older_output_that_somebody_typed_and_over_one_of_another_build()
    {
        Why(Validation(Today.AddDays(-1)), 1).Should().BeNull();
        Why(Validation(Today.AddDays(1)), 1).Should().BeNull("what is still to come replaces nothing");
        Why(Validation(), -24).Should().Be("a newer output is there, of 15 Nov 2025");
        Why(Validation() with { Release = "app:v1" }, -24).Should().BeNull();
        Why(Validation() with { Output = null }, -24).Should().BeNull();

        static string? Why(Validation stands, int hour) =>
            RunRules.WhyOnlyHistory(stands, At(hour), null, Facts().Launch, Terms(Today));
    }

    [Fact]
    public void What_is_not_compared_and_was_not_run_is_frozen_as_it_always_was() =>
        JsonSerializer.Serialize(Validation(), FactsJson.Options).Should()
            .NotContain("expects").And.NotContain("exitCode").And.NotContain("run");

    private static ProofLine Proof(Validation validation) =>
        ProofRules.Weigh(validation, Criterion(), Terms(Today)).Line;

    private static ProofTerms Terms(DateOnly today) => ProofTerms.Of(Facts().Launch, today);

    private static DateTimeOffset At(int hour) =>
        new DateTimeOffset(2025, 11, 15, 0, 0, 0, TimeSpan.Zero).AddHours(hour);

    private static Validation Run(Validation validation, string output, int hour, int? exitCode = 0) =>
        ValidationStanding.After(validation, validation with { ExitCode = exitCode, RecordedOn = Today },
            PrintedOutput.Plain(output), new() { At = At(hour), By = "Token ci" });

    private static (ValidationOutcome Outcome, int Times, DateTimeOffset? Since, string? Differs) Of(
        Validation validation)
    {
        var standing = ValidationStanding.Of(validation);
        return (standing.Outcome, standing.Times, standing.Since, standing.Differs);
    }
}
