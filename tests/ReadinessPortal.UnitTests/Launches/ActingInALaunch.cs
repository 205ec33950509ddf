using ReadinessPortal.Domain.Launches;
using static ReadinessPortal.UnitTests.ALaunch;

namespace ReadinessPortal.UnitTests.Launches;

public sealed class ActingInALaunch
{
    private static readonly LaunchBoard _board =
        Board(Facts(Criterion(), Criterion("keys") with { Category = "sec", Owner = "security" }));

    [Fact]
    public void A_lead_changes_their_own_criteria_only()
    {
        Why(LaunchAction.AssessCriterion, Platform, "criterion:load").Should().BeNull();
        Why(LaunchAction.AssessCriterion, Security, "criterion:keys").Should().BeNull();
        Why(LaunchAction.AssessCriterion, Security, "criterion:load").Should().Be(new NotYourCategory("PLATFORM"));
        Why(LaunchAction.AttachEvidence, Security, "criterion:load").Should().BeOfType<NotYourCategory>();
        Why(LaunchAction.ScoreCategory, Platform, "category:infra").Should().BeNull();
        Why(LaunchAction.Freeze, Platform).Should().BeOfType<NotYours>();
        Why(LaunchAction.EditFacts, Platform).Should().BeOfType<NotYours>();
    }

    [Fact]
    public void A_lead_attaches_to_what_stands_on_their_criteria() =>
        Why(LaunchAction.AttachEvidence, Platform, "gate:main").Should().BeNull();

    [Theory]
    [InlineData(LaunchAction.AssessCriterion)]
    [InlineData(LaunchAction.AttachEvidence)]
    [InlineData(LaunchAction.AnswerWaiver)]
    [InlineData(LaunchAction.ManageRoles)]
    [InlineData(LaunchAction.Freeze)]
    public void Auditors_and_viewers_change_nothing(LaunchAction action)
    {
        Why(action, Auditor).Should().Be(new MayOnlyRead(LaunchPart.Auditor));
        Why(action, Person("Vi", LaunchPart.Viewer)).Should().Be(new MayOnlyRead(LaunchPart.Viewer));
    }

    [Fact]
    public void A_contributor_keeps_evidence_and_rows_and_judges_nothing()
    {
        var contributor = Person("Cora", LaunchPart.Contributor);
        Why(LaunchAction.AttachEvidence, contributor, "criterion:load").Should().BeNull();
        Why(LaunchAction.EditRows, contributor).Should().BeNull();
        Why(LaunchAction.AssessCriterion, contributor, "criterion:load").Should().BeOfType<NotYours>();
        Why(LaunchAction.EditFacts, contributor, "criterion:load").Should().BeOfType<NotYours>();
        Why(LaunchAction.AnswerWaiver, contributor).Should().BeOfType<NotYours>();
    }

    [Fact]
    public void The_audit_is_read_by_those_who_answer_for_the_launch_and_by_auditors()
    {
        foreach (var part in Enum.GetValues<LaunchPart>())
        {
            Why(LaunchAction.ReadAudit, Person("Any", part)).Should().Be(
                part is LaunchPart.Viewer or LaunchPart.Contributor ? new AuditIsNotTheirs() : null, "as {0}", part);
        }

        Why(LaunchAction.ReadAudit, Person("Both", LaunchPart.Viewer, LaunchPart.Auditor)).Should().BeNull();
    }

    [Fact]
    public void Every_member_reads_and_a_stranger_does_not()
    {
        Why(LaunchAction.View, Auditor).Should().BeNull();
        Why(LaunchAction.Export, Person("Vi", LaunchPart.Viewer)).Should().BeNull();
        Why(LaunchAction.View, Person("Nobody")).Should().BeOfType<NotAMember>();
    }

    [Fact]
    public void The_manager_may_do_everything_and_executives_answer_waivers()
    {
        foreach (var line in PermissionTable.All)
        {
            Why(line.Action, Manager).Should().BeNull();
        }

        Why(LaunchAction.AnswerWaiver, Cfo).Should().BeNull();
        Why(LaunchAction.AssessCriterion, Cfo, "criterion:load").Should()
            .Be(new NotYours("the lead who answers for it or the launch manager"));
    }

    [Fact]
    public void A_cancelled_launch_is_read_only_even_for_its_manager()
    {
        var launch = _board.Launch with { Stage = LaunchStage.Cancelled };
        var cancelled = _board with { Facts = _board.Facts with { Launch = launch } };

        Permissions.WhyNot(LaunchAction.EditFacts, Manager, cancelled).Should().BeOfType<LaunchIsClosed>();
        Permissions.WhyNot(LaunchAction.View, Manager, cancelled).Should().BeNull();
    }

    [Fact]
    public void The_table_has_one_line_for_every_action() =>
        PermissionTable.All.Select(p => p.Action)
            .Concat(PermissionTable.Signing.Select(a => a.Action).OfType<LaunchAction>())
            .Should().BeEquivalentTo(Enum.GetValues<LaunchAction>());

    [Fact]
    public void What_is_not_there_cannot_be_changed() =>
        Why(LaunchAction.AssessCriterion, Manager, "criterion:gone").Should().BeOfType<UnknownSubject>();

    private static Refusal? Why(LaunchAction action, Actor actor, string? subject = null) =>
        Permissions.WhyNot(action, actor, _board, subject is null ? null : SubjectRef.Parse(subject));
}
