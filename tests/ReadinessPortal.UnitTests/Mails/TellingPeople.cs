using ReadinessPortal.Application.Mails;
using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Revisions;
using ReadinessPortal.Domain.SignOffs;
using ReadinessPortal.Domain.Waivers;
using static ReadinessPortal.UnitTests.ALaunch;

namespace ReadinessPortal.UnitTests.Mails;

/// <summary>Who is told what of a change.</summary>
public sealed class TellingPeople
{
    private readonly LaunchBoard _board;
    private readonly RevisionContent _frozen;

    public TellingPeople() => (_board, _frozen) = Frozen(Peopled());

    [Fact]
    public void A_freeze_calls_technical_roles_and_nobody_else() =>
        Told(Peopled(), _board, Manager).Should()
            .BeEquivalentTo([Turn(Platform, "platform"), Turn(Security, "security")]);

    [Fact]
    public void Business_roles_are_called_when_the_last_technical_one_has_signed()
    {
        var one = _board.SignedBy(_frozen, Platform, Request("platform"));
        var both = one.SignedBy(_frozen, Security, Request("security"));

        Told(_board, one, Platform).Should().Equal(Turn(Security, "security"));
        Told(one, both, Security).Should().BeEquivalentTo([Turn(Cto, "cto"), Turn(Cfo, "cfo")]);
    }

    [Fact]
    public void The_decision_is_asked_for_when_everybody_has_signed() =>
        Told(_board, _board.SignedByAll(_frozen), Cfo).Should().Equal(Turn(Ceo, "ceo"));

    [Fact]
    public void Who_made_the_freeze_is_not_called_to_a_business_role_they_may_not_sign()
    {
        var (board, frozen) = Frozen(Peopled(), by: Cto);
        var signed = board.SignedBy(frozen, Platform, Request("platform"))
            .SignedBy(frozen, Security, Request("security"));

        new MailOccasions(board, signed, frozen, Security.UserId, Now).All().Should().Equal(Turn(Cfo, "cfo"));
    }

    [Fact]
    public void A_deputy_is_called_too_until_their_last_day()
    {
        var deputy = Person("Dana");
        LaunchBoard Until(DateOnly day) => Peopled() with
        {
            Holdings =
            [
                .. Board().Holdings.Select(h => h.Role == "platform"
                    ? h with { DeputyId = deputy.UserId, Deputy = deputy.Name, DeputyUntil = day } : h),
            ],
        };
        var (board, frozen) = Frozen(Until(Today));

        IEnumerable<MailOccasion> On(DateTimeOffset at) =>
            new MailOccasions(Until(Today), board, frozen, Manager.UserId, at).All();

        On(Now).Should().Contain(Turn(deputy, "platform"));
        On(Now.AddDays(1)).Should().NotContain(Turn(deputy, "platform"));
    }

    [Fact]
    public void A_rejection_is_told_to_the_manager_and_to_those_who_signed()
    {
        var one = _board.SignedBy(_frozen, Platform, Request("platform"));
        var rejected = one.SignedBy(_frozen, Security, Request("security", SignOffDecision.Reject, "no"));
        var id = rejected.SignOffs[^1].Id;

        Told(one, rejected, Security).Where(o => o.Kind == MailKind.Setback).Should().BeEquivalentTo(
        [
            new MailOccasion(Manager.UserId, MailKind.Setback, MailThing.Of(MailThing.Rejected, id)),
            new MailOccasion(Platform.UserId, MailKind.Setback, MailThing.Of(MailThing.Rejected, id)),
        ]);
    }

    [Fact]
    public void A_withdrawal_is_told_to_the_manager_and_to_those_whose_signature_stands()
    {
        var both = _board.SignedBy(_frozen, Platform, Request("platform"))
            .SignedBy(_frozen, Security, Request("security"));
        var withdrawn = both.Withdrawn("security");

        Told(both, withdrawn, Security).Where(o => o.Kind == MailKind.Setback).Select(o => o.UserId).Should()
            .BeEquivalentTo([Manager.UserId, Platform.UserId]);
    }

    [Fact]
    public void A_decision_is_told_to_everybody_but_the_decider_and_a_no_is_no_rejection()
    {
        var signed = _board.SignedByAll(_frozen);
        var decided = signed.Decided(_frozen, No());

        var told = Told(signed, decided, Ceo);

        told.Should().OnlyContain(o => o.Kind == MailKind.Decision);
        told.Select(o => o.UserId).Should().BeEquivalentTo(
            new[] { Manager, Platform, Security, Cto, Cfo, Auditor }.Select(p => p.UserId));
    }

    [Fact]
    public void A_waiver_waits_for_managers_and_executives_and_not_for_whoever_asked()
    {
        var failed = Peopled() with { Facts = Facts(Criterion(result: CriterionResult.Failed)) };
        var asked = failed with
        {
            Waivers = [Waiver() with { Answer = WaiverAnswer.Pending, AnsweredById = null, AnsweredBy = null }],
        };

        var told = new MailOccasions(failed, asked, null, Platform.UserId, Now).All();

        told.Should().OnlyContain(o => o.Kind == MailKind.SecondPerson);
        told.Select(o => o.UserId).Should().BeEquivalentTo(
            new[] { Manager, Cto, Cfo, Ceo }.Select(p => p.UserId));
        new MailOccasions(asked, asked, null, Platform.UserId, Now).All().Should().BeEmpty("it was asked before");
    }

    [Fact]
    public void Whoever_is_let_out_is_told_nothing() =>
        Told(Peopled(), _board with { Holdings = [], Members = [] }, Manager).Should().BeEmpty();

    [Fact]
    public void Pauses_grow_to_an_hour() =>
        Enumerable.Range(1, 9).Select(n => Outbox.PauseAfter(n).TotalMinutes).Should()
            .Equal(1, 2, 4, 8, 16, 32, 60, 60, 60);

    private static LaunchBoard Peopled() => Board() with
    {
        Members = [Member(Manager), Member(Auditor)],
    };

    private static Member Member(Actor person) =>
        new() { UserId = person.UserId, Name = person.Name, Part = person.Parts[0] };

    private static MailOccasion Turn(Actor person, string role) =>
        new(person.UserId, MailKind.YourTurn, MailThing.OfTurn(1, role));

    private IReadOnlyList<MailOccasion> Told(LaunchBoard before, LaunchBoard after, Actor by) =>
        new MailOccasions(before, after, _frozen, by.UserId, Now).All();
}
