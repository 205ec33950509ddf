using System.Text.Json.Serialization;
using ReadinessPortal.Domain.Claims;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Domain.Facts;

/// <summary>
/// What a second person is asked for where it is no list of changes but an act of its own, as it was asked for.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "act")]
[JsonDerivedType(typeof(ChangeRelease), "changeRelease")]
[JsonDerivedType(typeof(MoveTargetDate), "moveTargetDate")]
[JsonDerivedType(typeof(AcceptFinding), "acceptFinding")]
public abstract record GuardedAct
{
    private GuardedAct()
    {
    }

    /// <summary>What whoever asks has to be allowed.</summary>
    public abstract LaunchAction Action { get; }

    /// <summary>Why, as whoever asks says.</summary>
    public abstract string? Reason { get; }

    public sealed record ChangeRelease(ReleaseRequest Request) : GuardedAct
    {
        public override LaunchAction Action => LaunchAction.ChangeRelease;

        public override string? Reason => Request.Reason;
    }

    public sealed record MoveTargetDate(MoveRequest Request) : GuardedAct
    {
        public override LaunchAction Action => LaunchAction.MoveTargetDate;

        public override string? Reason => Request.Reason;
    }

    public sealed record AcceptFinding(FindingToAccept Request) : GuardedAct
    {
        public override LaunchAction Action => LaunchAction.AcceptFinding;

        public override string? Reason => Request.Reason;
    }
}
