using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.SignOffs;
using static ReadinessPortal.UnitTests.ALaunch;

namespace ReadinessPortal.UnitTests.SignOffs;

public sealed class FillingRoles
{
    private static readonly Guid _dana = Guid.NewGuid();

    [Fact]
    public void The_manager_freezes_a_launch_with_one_accountable_role()
    {
        var facts = Facts();

        SigningRules.WhyNotFreeze(Board(), Manager).Should().BeNull();
        SigningRules.WhyNotFreeze(Board(), Platform).Should().BeOfType<NotYours>();
        SigningRules.WhyNotFreeze(Board(facts with { Roles = [.. facts.Roles.Where(r => !r.Accountable)] }), Manager)
            .Should().Be(new NobodyIsAccountable(0));
    }

    [Fact]
    public void A_role_is_made_not_required_by_the_manager_with_a_reason_before_the_first_freeze()
    {
        RoleRules.WhyNotNotRequire(Board(), "cfo", "No cost", Manager).Should().BeNull();
        RoleRules.WhyNotNotRequire(Board(), "cfo", " ", Manager).Should().BeOfType<ReasonIsMissing>();
        RoleRules.WhyNotNotRequire(Board(), "cfo", "No cost", Cfo).Should().BeOfType<NotYours>();
        RoleRules.WhyNotNotRequire(Board(), "ceo", "No cost", Manager).Should().BeOfType<AccountableIsRequired>();
        RoleRules.WhyNotNotRequire(Frozen().Board, "cfo", "No cost", Manager).Should().BeOfType<FrozenAlready>();
        RoleRules.WhyNotNotRequire(Board(), "nobody", "No cost", Manager).Should().BeOfType<UnknownRole>();
    }

    [Fact]
    public void One_person_fills_one_role()
    {
        RoleRules.WhyNotAssign(Board(), "cfo", Cto.UserId, "Chris", Manager)
            .Should().Be(new PersonFillsAnotherRole("Chris", "CTO"));
        RoleRules.WhyNotAssign(Board(), "cfo", _dana, "Dana", Manager).Should().BeNull();
        RoleRules.WhyNotAssign(Board(), "cfo", null, null, Manager).Should().BeNull();
    }

    [Fact]
    public void The_holder_or_the_manager_names_a_deputy_with_an_end_day()
    {
        Deputy(Cfo, _dana, Target).Should().BeNull();
        Deputy(Manager, _dana, Target).Should().BeNull();
        Deputy(Cto, _dana, Target).Should().BeOfType<NotYours>();
        Deputy(Cfo, _dana, null).Should().BeOfType<DeputyNeedsEnd>();
        Deputy(Cfo, _dana, Today.AddDays(-1)).Should().BeOfType<DeputyNeedsEnd>();
        Deputy(Cfo, Cfo.UserId, Target).Should().BeOfType<DeputyIsTheHolder>();
        Deputy(Cfo, Cto.UserId, Target).Should().BeOfType<PersonFillsAnotherRole>();
        Deputy(Cfo, null, null).Should().BeNull();
    }

    private static Refusal? Deputy(Actor actor, Guid? deputy, DateOnly? until) =>
        RoleRules.WhyNotNameDeputy(Board(), "cfo", deputy, "Dana", until, actor, Now);
}
