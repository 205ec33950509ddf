namespace ReadinessPortal.Domain.Launches;

/// <summary>
/// Every act that somebody may want in a launch. What is done in one has its name here: <see cref="StageRules"/> says
/// when it is admitted, <see cref="PermissionTable"/> who may.
/// </summary>
public enum LaunchAction
{
    View, Export, ReadAudit, SetUp, EditFacts, EditRows, AssessCriterion, ScoreCategory, AttachEvidence, RequestWaiver,
    AnswerWaiver, AnswerChange, WithdrawWaiver, PickLog, AcceptFinding, ReopenFinding, MeetCondition, ManageRoles,
    ManageMembers, InviteColleague, ManageTokens, Freeze, Import,
    MoveTargetDate, ChangeRelease, ChangeStage,
    NameDeputy, Sign, WithdrawSignOff, Decide, ReviewDecision, WithdrawChange,
}
