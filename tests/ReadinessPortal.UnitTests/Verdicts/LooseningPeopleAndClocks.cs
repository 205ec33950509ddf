using System.Collections.Immutable;
using ReadinessPortal.Domain.Evidence;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.SignOffs;
using ReadinessPortal.Domain.Verdicts;
using static ReadinessPortal.UnitTests.ALaunch;

namespace ReadinessPortal.UnitTests.Verdicts;

public sealed class LooseningPeopleAndClocks
{
    [Fact]
    public void A_business_role_stays_one_and_who_decides_stays_who_decides()
    {
        var board = Board();
        var ceo = board.Facts.Roles.First(r => r.Accountable);

        Better(board, WithRole(ceo with { Kind = RoleKind.Technical }))
            .Should().Contain($"{ceo.Title} is no longer a business role");
        Better(board, WithRole(ceo with { Accountable = false })).Should().Contain($"{ceo.Title} no longer decides");
        Better(WithRole(ceo with { Kind = RoleKind.Technical }), board).Should().BeEmpty();

        LaunchBoard WithRole(Role role) =>
            board with { Facts = board.Facts with { Roles = board.Facts.Roles.Replace(ceo, role) } };
    }

    [Fact]
    public void The_clock_is_not_stopped_while_there_is_nothing_to_run_out()
    {
        var unproven = Board(Facts(Criterion() with { Validations = [] }));

        Better(At(null), At(Today)).Should().Contain("Evidence is judged as of today \u2192 15 Nov 2025");
        Better(At(Today), At(Today.AddDays(-1)))
            .Should().Contain("Evidence is judged as of 15 Nov 2025 \u2192 14 Nov 2025");
        Better(At(Today), At(Today.AddDays(1))).Should().BeEmpty();
        Better(At(Today), At(null)).Should().BeEmpty();

        LaunchBoard At(DateOnly? day) => unproven.With(unproven.Launch with { AsOf = day });
    }

    [Fact]
    public void Evidence_that_is_valid_for_longer_reads_better_whether_there_is_any_or_not()
    {
        var bare = Board(Facts(Criterion() with { Validations = [] }));

        Better(For(null), For(new() { Scan = 8 })).Should().Equal("Scans: valid for 7 \u2192 8 days");
        Better(For(new() { Scan = 30 }), For(null)).Should().BeEmpty();
        Better(For(new() { Scan = 1 }), For(null)).Should().Equal("Scans: valid for 1 \u2192 7 days");
        Better(For(new() { Scan = 7 }), For(null)).Should().BeEmpty();

        LaunchBoard For(EvidenceValidity? validity) => bare.With(bare.Launch with { Validity = validity });
    }

    [Fact]
    public void A_condition_that_lapsed_is_not_opened_again_by_another_time_zone()
    {
        var (board, frozen) = Frozen();
        var promised = board.SignedBy(frozen, Platform,
            Request("platform", SignOffDecision.Conditional, "But", new ConditionDraft("Renew", "Pat", Today)));

        Loosening.Of(In("Pacific/Kiritimati"), In("UTC"), Now).Select(b => b.Text)
            .Should().Equal("Condition Renew: lapsed \u2192 open");
        Loosening.Of(In("UTC"), In("Pacific/Kiritimati"), Now).Should().BeEmpty();

        LaunchBoard In(string zone) => promised.With(promised.Launch with { TimeZone = zone });
    }

    private static ImmutableArray<string> Better(LaunchBoard before, LaunchBoard after) =>
        [.. Loosening.Of(Frozen(before).Board, after, Now).Select(b => b.Text)];
}
