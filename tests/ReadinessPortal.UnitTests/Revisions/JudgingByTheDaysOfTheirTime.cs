using ReadinessPortal.Domain.Evidence;
using ReadinessPortal.Domain.Revisions;
using ReadinessPortal.Domain.Verdicts;
using static ReadinessPortal.UnitTests.ALaunch;

namespace ReadinessPortal.UnitTests.Revisions;

public sealed class JudgingByTheDaysOfTheirTime
{
    [Fact]
    public void A_revision_from_before_they_could_be_set_is_looked_at_with_those_that_held_then()
    {
        var file = File() with { Class = EvidenceClass.Tests, CapturedOn = Today.AddDays(-20) };
        var facts = Facts(Criterion() with { Validations = [] }) with { Evidence = [file] };
        var frozen = Frozen(Board(facts)).Frozen;

        Proven(frozen with { RulesVersion = 7 }).Should().BeTrue();
        Proven(frozen).Should().BeFalse();
        Proven(frozen with
        {
            RulesVersion = 7,
            Facts = facts with { Launch = facts.Launch with { Validity = new() { Tests = 10 } } },
        }).Should().BeFalse();

        static bool Proven(RevisionContent frozen) => Readiness.At(frozen.AsBoard(), Now).Criterion("load").IsProven;
    }

    [Fact]
    public void What_was_frozen_says_nothing_of_them_where_nobody_set_any()
    {
        RevisionJson.Write(Frozen().Frozen).Text.Should().NotContain("validity").And.NotContain("factsAsJudged");
        RevisionJson.Write(Frozen().Frozen with { RulesVersion = 7 }).Text.Should().NotContain("validity");
    }
}
