using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Revisions;
using ReadinessPortal.Domain.SignOffs;
using ReadinessPortal.Domain.Verdicts;
using static ReadinessPortal.UnitTests.ALaunch;

namespace ReadinessPortal.UnitTests.SignOffs;

public sealed class FreezingARevision
{
    private readonly LaunchBoard _board;
    private readonly RevisionContent _frozen;

    public FreezingARevision() => (_board, _frozen) = Frozen();

    [Fact]
    public void What_says_nothing_new_is_not_frozen_again() =>
        WhyNot(_board).Should().Be(new NothingToFreeze(1));

    [Fact]
    public void A_changed_fact_is_enough() =>
        WhyNot(Changed(_board)).Should().BeNull();

    [Fact]
    public void So_is_proof_that_went_out_of_date_although_no_fact_changed()
    {
        var later = Readiness.At(_board with
        {
            Facts = _board.Facts with { Launch = _board.Launch with { AsOf = Today.AddYears(1) } },
        }, Now);

        later.Criteria.Should().Contain(c => c.State == CriterionState.Unproven);
        SigningRules.WhyNotFreeze(_board, _frozen, later, FreezeRequest.Of(_board), Manager).Should().BeNull();
    }

    [Fact]
    public void And_a_decision_that_closed_the_newest_one() =>
        WhyNot(_board.SignedByAll(_frozen).Decided(_frozen, No())).Should().BeNull();

    [Fact]
    public void Who_had_not_seen_the_newest_revision_looks_at_it_first()
    {
        var before = FreezeRequest.Of(Board());

        WhyNot(_board, before).Should().BeOfType<FrozenMeanwhile>().Which.Number.Should().Be(1);
    }

    [Fact]
    public void Signatures_that_would_stop_counting_are_named_until_whoever_freezes_agrees()
    {
        var signed = Changed(_board.SignedBy(_frozen, Platform, Request("platform")));
        var agreed = FreezeRequest.Of(signed);
        var more = signed.SignedBy(_frozen, Security, Request("security"));

        WhyNot(signed, agreed with { Dropping = [] }).Should().BeOfType<SignaturesWouldStopCounting>()
            .Which.SignOffs.Should().Equal("Pat as PLATFORM");
        WhyNot(signed, agreed).Should().BeNull();
        WhyNot(more, agreed).Should().BeOfType<SignaturesWouldStopCounting>().Which.SignOffs.Should().HaveCount(2);
        WhyNot(more.Withdrawn("platform").Withdrawn("security"), agreed).Should().BeNull();
    }

    private static LaunchBoard Changed(LaunchBoard board) => board with
    {
        Facts = board.Facts with { Launch = board.Launch with { FactsNumber = board.Launch.FactsNumber + 1 } },
    };

    private Refusal? WhyNot(LaunchBoard board, FreezeRequest? request = null) => SigningRules.WhyNotFreeze(
        board, _frozen, Readiness.At(board, Now), request ?? FreezeRequest.Of(board), Manager);
}
