using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Revisions;
using ReadinessPortal.Domain.SignOffs;
using static ReadinessPortal.UnitTests.ALaunch;

namespace ReadinessPortal.UnitTests.SignOffs;

public sealed class WritingTooMuch
{
    private static readonly ConditionDraft _condition = new("Renew", "Pat", Today);

    private readonly LaunchBoard _board;
    private readonly RevisionContent _frozen;

    public WritingTooMuch() => (_board, _frozen) = Frozen();

    [Fact]
    public void A_refusal_says_what_is_too_long_how_long_and_by_how_much() =>
        TextLimits.WhyNot("The comment", new('x', 4210), TextLimits.Comment)!.Text
            .Should().Be("The comment is too long: 4,210 of 4,000 characters. Shorten it by 210.");

    [Fact]
    public void A_comment_is_taken_up_to_its_limit_and_refused_beyond()
    {
        Why(Request("platform", SignOffDecision.Reject, new('x', TextLimits.Comment))).Should().BeNull();
        Why(Request("platform", SignOffDecision.Reject, new('x', TextLimits.Comment + 1))).Should()
            .Be(new TextIsTooLong("The comment", TextLimits.Comment + 1, TextLimits.Comment));
    }

    [Fact]
    public void A_condition_and_its_owner_are_named_by_their_number()
    {
        var long1 = _condition with { Text = new('x', TextLimits.Condition + 1) };
        var long2 = _condition with { Owner = new('x', TextLimits.Name + 1) };

        Why(Request("platform", SignOffDecision.Conditional, "But", long1)).Should()
            .BeOfType<TextIsTooLong>().Which.What.Should().Be("Condition 1");
        Why(Request("platform", SignOffDecision.Conditional, "But", _condition, long2)).Should()
            .BeOfType<TextIsTooLong>().Which.What.Should().Be("The owner of condition 2");
    }

    [Fact]
    public void The_reason_of_an_override_and_of_a_review_have_the_limit_of_a_comment()
    {
        string tooMuch = new('x', TextLimits.Comment + 1);
        var decided = _board.Decided(_frozen, Yes("Anyway").AsShown(_board, _frozen));

        SigningRules.WhyNotDecide(_board, _frozen, Yes(tooMuch), Ceo, Now).Should().BeOfType<TextIsTooLong>();
        SigningRules.WhyNotReview(decided, null, new(1, false, tooMuch, [], "password"), Ceo)
            .Should().BeOfType<TextIsTooLong>();
    }

    private Refusal? Why(SignRequest request) => SigningRules.WhyNotSign(_board, _frozen, request, Platform, Now);
}
