using ReadinessPortal.Application.Boards;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Revisions;
using ReadinessPortal.Domain.SignOffs;
using ReadinessPortal.Domain.Verdicts;
using ReadinessPortal.Web.SignOffs;
using ReadinessPortal.Web.Work;

namespace ReadinessPortal.ComponentTests.SignOffs;

public sealed class SayingWhoHasSaidWhat
{
    private static readonly Guid _cfo = Guid.CreateVersion7();
    private static readonly Role _finance = DemoLaunch.Facts.Roles
        .First(r => r is { Kind: RoleKind.Business, Accountable: false });
    private static readonly Role _technical = DemoLaunch.Facts.Roles.First(r => r.Kind == RoleKind.Technical);

    [Fact]
    public void Roles_stand_in_the_order_of_signing_with_the_accountable_one_last()
    {
        var lines = VoteLine.Of(DemoLaunch.Board);

        lines[0].Role.Kind.Should().Be(RoleKind.Technical);
        lines[^1].Role.Accountable.Should().BeTrue();
        lines.Select(l => l.Said).Should().Contain("not signed").And.Contain("after the leads")
            .And.EndWith("decides last");
    }

    [Fact]
    public void A_withdrawn_sign_off_is_not_a_vote()
    {
        var board = Frozen() with
        {
            SignOffs = [Signed(_technical) with { WithdrawnAt = DemoLaunch.Now, WithdrawnReason = "Too early" }],
        };

        VoteLine.Of(board).First(l => l.Role == _technical).Should().Match<VoteLine>(l => l.Said == "withdrawn"
            && l.Decision == null);
    }

    [Fact]
    public void Whoever_signs_later_is_told_what_comes_first()
    {
        var technical = DemoLaunch.Facts.Roles.Count(r => r.Kind == RoleKind.Technical);

        // With nothing else to do: an executive may pick the log of a drill meanwhile.
        var view = View(Frozen()) with { Me = new Actor(_cfo, "The CFO", [LaunchPart.Viewer], false) };

        WaitingFor.In(view).Text.Should().Contain($"after {Counted.Word(technical)} technical sign-offs");
    }

    [Fact]
    public void Whoever_can_sign_now_is_led_there()
    {
        var board = Frozen();
        var signed = board.Facts.Roles.Where(r => r.Kind == RoleKind.Technical).Select(Signed);

        WaitingFor.In(View(board with { SignOffs = [.. signed] })).Should()
            .Match<WaitingFor>(w => w.Action == "Sign" && w.Href == "/launches/GA-2025-001/sign-off#mine-title");
    }

    private static LaunchBoard Frozen() => DemoLaunch.Board with
    {
        Holdings = [new RoleHolding { Role = _finance.Key, HolderId = _cfo, Holder = "The CFO" }],
        Revisions =
        [
            new RevisionHead
            {
                Number = 1,
                Sha256 = new string('a', 64),
                ChangeNumber = 1,
                FrozenAt = DemoLaunch.Now,
                FrozenById = Guid.CreateVersion7(),
                FrozenBy = "The manager",
                Readiness = ReadinessLevel.NoGo,
            },
        ],
    };

    private static SignOff Signed(Role role) => new()
    {
        Revision = 1,
        RevisionSha256 = new string('a', 64),
        Role = role.Key,
        UserId = Guid.CreateVersion7(),
        Name = "Somebody",
        Decision = SignOffDecision.Approve,
        Meaning = "",
        At = DemoLaunch.Now,
        Authentication = "password",
    };

    private static LaunchView View(LaunchBoard board) => new()
    {
        Board = board,
        UnderSignature = RevisionContent.Of(board, DemoLaunch.Readiness, 1, "The manager", DemoLaunch.Now),
        Readiness = DemoLaunch.Readiness,
        Verdict = DemoLaunch.Verdict,
        LiveVerdict = DemoLaunch.Verdict,
        Me = new Actor(_cfo, "The CFO", [LaunchPart.Executive], false),
        At = DemoLaunch.Now,
    };
}
