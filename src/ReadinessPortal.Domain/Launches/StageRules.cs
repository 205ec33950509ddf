using System.Collections.Immutable;
using ReadinessPortal.Domain.Figures;

namespace ReadinessPortal.Domain.Launches;

/// <summary>
/// Which acts a launch admits at each stage of its life, whoever wants them. Every act is asked here, signing and
/// taking back included; an act that is not named is admitted nowhere.
/// </summary>
public static class StageRules
{
    private static readonly ImmutableArray<LaunchStage> _always = [.. Enum.GetValues<LaunchStage>()];

    private static readonly ImmutableArray<LaunchStage> _whileOpen = [.. _always.Where(s => !LifeRules.IsClosed(s))];

    private static readonly ImmutableArray<LaunchStage> _beforeLaunch =
        [.. _whileOpen.Where(s => s != LaunchStage.Launched)];

    // A postponed launch is signed on a revision that knows its new date.
    private static readonly ImmutableArray<LaunchStage> _whileSigned =
        [.. _beforeLaunch.Where(s => s != LaunchStage.Postponed)];

    /// <summary>Why the launch does not admit this now; null when it does.</summary>
    public static Refusal? WhyNot(LaunchAction action, Launch launch) =>
        Admitting(action).Contains(launch.Stage) ? null : launch.Stage switch
        {
            LaunchStage.Launched => new HasLaunched(),
            LaunchStage.Postponed => new LaunchIsPostponed(launch.TargetDate),
            _ => new LaunchIsClosed(launch.Stage),
        };

    /// <summary>Stages that admit the act, in the order of a launch's life.</summary>
    public static ImmutableArray<LaunchStage> Admitting(LaunchAction action) => action switch
    {
        // An auditor comes a year later; and somebody has to be able to open it again.
        LaunchAction.View or LaunchAction.Export or LaunchAction.ReadAudit or LaunchAction.ManageMembers
            or LaunchAction.InviteColleague or LaunchAction.ManageTokens
            or LaunchAction.ChangeStage => _always,
        LaunchAction.SetUp or LaunchAction.EditFacts or LaunchAction.EditRows or LaunchAction.AssessCriterion
            or LaunchAction.ScoreCategory or LaunchAction.AttachEvidence or LaunchAction.Import => _whileOpen,
        LaunchAction.RequestWaiver or LaunchAction.AnswerWaiver or LaunchAction.WithdrawWaiver
            or LaunchAction.AnswerChange or LaunchAction.WithdrawChange or LaunchAction.PickLog
            or LaunchAction.AcceptFinding or LaunchAction.ReopenFinding => _whileOpen,
        // What was promised for a launch is kept after it, by whoever holds the role then.
        LaunchAction.MeetCondition or LaunchAction.ReviewDecision or LaunchAction.ManageRoles
            or LaunchAction.NameDeputy => _whileOpen,
        LaunchAction.MoveTargetDate or LaunchAction.ChangeRelease or LaunchAction.Freeze
            or LaunchAction.WithdrawSignOff => _beforeLaunch,
        LaunchAction.Sign or LaunchAction.Decide => _whileSigned,
        _ => [],
    };

    /// <summary>The other stages, in words: <c>launched, cancelled, archived</c>; empty when all admit it.</summary>
    public static string NotWhile(LaunchAction action) =>
        string.Join(", ", _always.Except(Admitting(action)).Select(s => Format.Word(s)));
}
