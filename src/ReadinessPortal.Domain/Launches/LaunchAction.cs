namespace ReadinessPortal.Domain.Launches;

/// <summary>What somebody may want to do in a launch, apart from signing, which has rules of its own.</summary>
public enum LaunchAction
{
    View, Export, SetUp, EditFacts, EditRows, AssessCriterion, ScoreCategory, AttachEvidence, RequestWaiver,
    AnswerWaiver, AnswerChange, WithdrawWaiver, PickLog, AcceptFinding, ReopenFinding, MeetCondition, ManageRoles,
    ManageMembers, Freeze, Import,
    MoveTargetDate, ChangeRelease, ChangeStage,
}
