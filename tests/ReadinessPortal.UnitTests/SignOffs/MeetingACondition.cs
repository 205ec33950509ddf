using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Revisions;
using ReadinessPortal.Domain.SignOffs;
using ReadinessPortal.Domain.Verdicts;
using static ReadinessPortal.UnitTests.ALaunch;

namespace ReadinessPortal.UnitTests.SignOffs;

public sealed class MeetingACondition
{
    private static readonly DateOnly _due = new(2025, 11, 28);

    [Fact]
    public void A_met_condition_does_not_qualify_the_verdict_any_more()
    {
        var (board, frozen) = Asked("security");
        VerdictOf(board, frozen).Level.Should().Be(ReadinessLevel.Conditional);

        var met = ConditionRules.Meet(board, board.Conditions[0].Id, " Keys rotated ", "file", Security, Now);

        met.Should().BeEquivalentTo(new { MetBy = "Sam", MetNote = "Keys rotated", MetEvidence = "file", MetAt = Now });
        VerdictOf(board with { Conditions = [met] }, frozen).Level.Should().Be(ReadinessLevel.Go);
    }

    [Fact]
    public void Unmet_it_lapses_after_its_day_and_can_still_be_met()
    {
        var (board, _) = Asked("security");

        board.Conditions[0].StateOn(_due).Should().Be(ConditionState.Open);
        board.Conditions[0].StateOn(_due.AddDays(1)).Should().Be(ConditionState.Lapsed);
        ConditionRules.WhyNotMeet(board, board.Conditions[0].Id, "Late, but done", "file", Security).Should().BeNull();
    }

    [Theory]
    [InlineData("SECURITY")]
    [InlineData(" Secu-Rity ")]
    [InlineData("Sam")]
    public void Its_owner_is_named_by_role_or_by_name(string owner)
    {
        var (board, _) = Asked(owner);

        ConditionRules.WhyNotMeet(board, board.Conditions[0].Id, Security).Should().BeNull();
        ConditionRules.WhyNotMeet(board, board.Conditions[0].Id, Manager).Should().BeNull();
        ConditionRules.WhyNotMeet(board, board.Conditions[0].Id, Platform).Should()
            .Be(new NotYours("the owner of the condition or the launch manager"));
        ConditionRules.WhyNotMeet(board, board.Conditions[0].Id, Auditor).Should().BeOfType<MayOnlyRead>();
    }

    [Fact]
    public void The_lead_of_its_criterion_may_meet_it_too()
    {
        var (board, _) = Asked("somebody", criterion: "load");

        ConditionRules.WhyNotMeet(board, board.Conditions[0].Id, Platform).Should().BeNull();
    }

    [Fact]
    public void It_takes_a_note_and_evidence_in_hand()
    {
        var (board, _) = Asked("security");
        var id = board.Conditions[0].Id;

        ConditionRules.WhyNotMeet(board, id, " ", "file", Security).Should().BeOfType<ConditionNotAnswered>();
        ConditionRules.WhyNotMeet(board, id, "done", null, Security).Should().BeOfType<ConditionNotAnswered>();
        ConditionRules.WhyNotMeet(board, id, "done", "gone", Security).Should().BeOfType<ConditionNotAnswered>();
        var empty = board with { Facts = board.Facts with { Evidence = [File() with { Size = 0 }] } };
        ConditionRules.WhyNotMeet(empty, id, "done", "file", Security).Should()
            .Be(new ConditionNotAnswered("File file is an empty file and shows nothing. Choose another one."));
        ConditionRules.WhyNotMeet(board, Guid.NewGuid(), Manager).Should().BeOfType<UnknownSubject>();
        var met = board with { Conditions = [ConditionRules.Meet(board, id, "done", "file", Security, Now)] };
        ConditionRules.WhyNotMeet(met, id, Manager).Should().Be(new ConditionIsMet("Sam"));
    }

    [Fact]
    public void One_that_is_due_before_today_is_not_asked_for()
    {
        var (board, frozen) = Frozen();
        var late = Request("security", SignOffDecision.Conditional, "Only if",
            new ConditionDraft("Rotate the keys", "Sam", Today.AddDays(-1)));

        SigningRules.WhyNotSign(board, frozen, late, Security, Now).Should()
            .Be(new ConditionIsOver(1, Today.AddDays(-1), Today));
        SigningRules.WhyNotSign(board, frozen, late, Security, Now.AddDays(-1)).Should().BeNull();
    }

    [Fact]
    public void An_as_of_date_does_not_keep_it_from_lapsing()
    {
        var (board, frozen) = Asked("security");
        board.Launch.AsOf.Should().Be(Today);

        SigningRules.WhatAnOverrideWouldOverride(board, frozen, Now).Should().BeEmpty();
        SigningRules.WhatAnOverrideWouldOverride(board, frozen, Now.AddDays(14)).Should()
            .Equal("A condition has lapsed: Rotate the keys, was due 28 Nov 2025");
    }

    private static (LaunchBoard Board, RevisionContent Frozen) Asked(string owner, string? criterion = null)
    {
        var (board, frozen) = Frozen(Board(Facts() with { Evidence = [File()] }));
        return (board.SignedBy(frozen, Platform, Request("platform"))
            .SignedBy(frozen, Security, Request("security", SignOffDecision.Conditional, "Only if",
                new ConditionDraft("Rotate the keys", owner, _due, criterion)))
            .SignedBy(frozen, Cto, Request("cto"))
            .SignedBy(frozen, Cfo, Request("cfo")), frozen);
    }
}
