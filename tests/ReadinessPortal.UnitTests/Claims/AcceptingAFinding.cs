using ReadinessPortal.Domain.Claims;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Verdicts;
using static ReadinessPortal.UnitTests.ALaunch;

namespace ReadinessPortal.UnitTests.Claims;

public sealed class AcceptingAFinding
{
    private static readonly LaunchBoard _board = Board(Facts() with
    {
        Claims = [new() { Key = "c", Figure = "criteria.proven", Stated = "23", Place = "summary", Headline = true }],
    });

    private static readonly FindingToAccept _request = new("claim-differs:c", "23", "1",
        "criteria.proven", "summary", FindingSeverity.High, "Counted before the freeze");

    [Fact]
    public void An_accepted_finding_of_high_severity_does_not_hold_the_launch_up()
    {
        Readiness.At(_board, Now).Level.Should().Be(ReadinessLevel.NotYet);

        var readiness = Readiness.At(Accepted(), Now);

        readiness.Level.Should().Be(ReadinessLevel.Go);
        readiness.Findings.Should().ContainSingle().Which.Should().BeEquivalentTo(new
        {
            Status = FindingStatus.Accepted,
            Acceptance = new { Reason = "Counted before the freeze", AcceptedBy = "Finn" },
        });
    }

    [Fact]
    public void It_is_open_again_when_a_value_moves_and_says_what_was_accepted()
    {
        var board = Accepted();
        var moved = board with
        {
            Facts = board.Facts with { Claims = [board.Facts.Claims[0] with { Stated = "22" }] },
        };

        var finding = Readiness.At(moved, Now).Findings.Single();

        finding.Status.Should().Be(FindingStatus.Open);
        AcceptanceRules.Outdated(finding, moved.Acceptances)!.Stated.Should().Be("23");
        Readiness.At(moved, Now).Level.Should().Be(ReadinessLevel.NotYet);
    }

    [Fact]
    public void It_is_open_again_when_its_place_or_its_weight_moves_although_the_values_stand()
    {
        var board = Accepted();
        LaunchBoard With(Claim claim) => board with { Facts = board.Facts with { Claims = [claim] } };

        FindingStatus StatusOf(LaunchBoard moved) => Readiness.At(moved, Now).Findings.Single().Status;

        StatusOf(With(board.Facts.Claims[0] with { Note = "read again" })).Should().Be(FindingStatus.Accepted);
        StatusOf(With(board.Facts.Claims[0] with { Place = "annex" })).Should().Be(FindingStatus.Open);
        StatusOf(With(board.Facts.Claims[0] with { Figure = "criteria.total" })).Should().Be(FindingStatus.Open);
        StatusOf(With(board.Facts.Claims[0] with { Headline = false })).Should().Be(FindingStatus.Open);
    }

    [Fact]
    public void The_manager_or_an_executive_accepts_and_nobody_else()
    {
        Why(_request, Manager).Should().BeNull();
        Why(_request, Cto).Should().BeNull();
        Why(_request, Platform).Should().Be(new NotYours("the launch manager or an executive"));
        Why(_request, Auditor).Should().BeOfType<MayOnlyRead>();
    }

    [Fact]
    public void It_takes_a_reason_and_the_values_that_were_shown()
    {
        Why(_request with { Reason = " " }, Cto).Should().BeOfType<NoReasonToAccept>();
        Why(_request with { Derived = "2" }, Cto).Should()
            .Be(new FindingMoved("Summary: 23 is stated, the facts give 1"));
        Why(_request with { StatedAt = "appendix" }, Cto).Should().BeOfType<FindingMoved>();
        Why(_request with { Finding = "claim-differs:gone" }, Cto).Should().BeOfType<FindingIsGone>();
        AcceptanceRules.WhyNotAccept(Accepted(), _request, Manager, Now).Should().Be(new FindingIsAccepted("Finn"));
    }

    [Fact]
    public void Taken_back_with_a_reason_it_is_open_again_and_says_who_accepted_it_before()
    {
        var board = Accepted();
        const string Key = "claim-differs:c";
        AcceptanceRules.WhyNotReopen(board, Key, "The auditor asks", Cto, Now).Should().BeNull("one person is enough");
        AcceptanceRules.WhyNotReopen(board, Key, "", Cto, Now).Should().BeOfType<NoReasonToAccept>();
        AcceptanceRules.WhyNotReopen(board, Key, "why", Platform, Now).Should().BeOfType<NotYours>();
        AcceptanceRules.WhyNotReopen(_board, Key, "why", Cto, Now).Should().BeOfType<FindingIsOpen>();

        var back = board with { Acceptances = [AcceptanceRules.Reopen(board, Key, "The auditor asks", Cto, Now)] };

        var finding = Readiness.At(back, Now).Findings.Single();
        finding.Status.Should().Be(FindingStatus.Open);
        AcceptanceRules.Outdated(finding, back.Acceptances).Should().BeEquivalentTo(
            new { AcceptedBy = "Finn", WithdrawnBy = "Chris", WithdrawnReason = "The auditor asks" });
        AcceptanceRules.WhyNotAccept(back, _request, Cfo, Now).Should().BeNull("it can be accepted again");
    }

    private static LaunchBoard Accepted() =>
        _board with { Acceptances = [AcceptanceRules.Accept(_board, _request, Cfo, Now)] };

    private static Refusal? Why(FindingToAccept request, Actor actor) =>
        AcceptanceRules.WhyNotAccept(_board, request, actor, Now);
}
