using System.Text.Json;
using ReadinessPortal.Domain;
using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Gates;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Revisions;
using ReadinessPortal.Domain.SignOffs;
using ReadinessPortal.Domain.Verdicts;
using static ReadinessPortal.UnitTests.ALaunch;

namespace ReadinessPortal.UnitTests.SignOffs;

public sealed class DecidingOnWhatMovedSinceTheFreeze
{
    [Fact]
    public void What_got_worse_between_freeze_and_yes_is_put_to_the_decider_and_is_not_news_afterwards()
    {
        var (live, frozen) = Frozen();
        var worse = Worse(live.SignedByAll(frozen));

        SigningRules.WhatAnOverrideWouldOverride(worse, frozen, Now)
            .Should().Equal("Since the freeze, NO-GO: Gate main: the lead says failed");
        SigningRules.WhyNotDecide(worse, frozen, Yes().AsShown(worse, frozen), Ceo, Now)
            .Should().BeOfType<OverrideNeedsReason>();

        Since(worse.Decided(frozen, Yes("We know")), frozen).Should().BeNull();
    }

    [Fact]
    public void What_was_known_at_the_yes_and_weighs_more_now_is_news()
    {
        static LaunchBoard By(LaunchBoard board, GateColour colour) => board with
        {
            Facts = board.Facts with
            {
                Gates = [Gate("main", "load") with { ManualColour = colour, ManualReason = "Seen" }],
            },
        };
        var (live, frozen) = Frozen();
        var decided = By(live.SignedByAll(frozen), GateColour.Yellow).Decided(frozen, Yes("We know"));

        Since(decided, frozen).Should().BeNull();
        Since(By(decided, GateColour.Red), frozen)!.Worse.Should().ContainSingle()
            .Which.Level.Should().Be(ReadinessLevel.NoGo);
    }

    [Fact]
    public void What_is_only_waived_since_the_freeze_needs_no_override_and_is_not_news_after_the_yes()
    {
        var (live, frozen) = Frozen();
        var waived = Worse(live.SignedByAll(frozen)) with { Waivers = [Waiver()] };

        Readiness.At(waived, Now).Level.Should().Be(ReadinessLevel.Conditional);
        SigningRules.WhatAnOverrideWouldOverride(waived, frozen, Now).Should().BeEmpty();
        Since(waived.Decided(frozen, Yes()), frozen).Should().BeNull();
    }

    [Fact]
    public void What_was_overridden_and_is_missed_by_less_now_is_not_news_and_by_more_is()
    {
        var (live, frozen) = Frozen(Board(Taking("4 s")));
        var decided = Stored((live with { Facts = Taking("8 s") }).SignedByAll(frozen).Decided(frozen, Yes("We know")));

        Since(decided, frozen).Should().BeNull();
        Since(decided with { Facts = Taking("6 s") }, frozen).Should().BeNull();
        Since(decided with { Facts = Taking("9 s") }, frozen)!.Worse.Should().ContainSingle()
            .Which.Text.Should().Contain("9 s");
        Since(decided with { Facts = Taking("6 s", "9 s") }, frozen).Should().NotBeNull();
    }

    [Fact]
    public void Nor_does_the_decider_confirm_again_what_is_missed_by_less()
    {
        var (live, frozen) = Frozen(Board(Taking("4 s")));
        var worse = live.SignedByAll(frozen).Decided(frozen, Yes()) with { Facts = Taking("8 s") };
        var since = Since(worse, frozen)!;
        var confirmed = Stored(worse with
        {
            Decisions = worse.Decisions.Add(SigningRules.Review(
                worse, since, new(1, true, "We know", [.. since.Worse.Select(r => r.Text)], "password"), Ceo, Now)),
        });

        since.IsOpen.Should().BeTrue();
        Since(confirmed, frozen)!.IsOpen.Should().BeFalse();
        Since(confirmed with { Facts = Taking("6 s") }, frozen)!.IsOpen.Should().BeFalse();
        Since(confirmed with { Facts = Taking("9 s") }, frozen)!.IsOpen.Should().BeTrue();
    }

    private static LaunchFacts Taking(params string[] times) => Facts(Criterion() with
    {
        Measurements = [.. times.Select((time, at) => Measurement(time) with { Key = $"{at}" })],
    });

    // As the database keeps it.
    private static LaunchBoard Stored(LaunchBoard board) => board with
    {
        Decisions =
        [
            .. board.Decisions.Select(d => d with
            {
                Live = JsonSerializer.Deserialize<LiveState>(
                    JsonSerializer.Serialize(d.Live, FactsJson.Options), FactsJson.Options),
            }),
        ],
    };

    private static LaunchBoard Worse(LaunchBoard board) =>
        board with { Facts = Facts(Criterion(result: CriterionResult.Failed)) };

    private static SinceDecision? Since(LaunchBoard board, RevisionContent frozen) =>
        SinceDecision.Of(board, frozen, Readiness.At(board, Now), Today);
}
