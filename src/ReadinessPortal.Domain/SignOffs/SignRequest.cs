using System.Text.Json.Serialization;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Seals;

namespace ReadinessPortal.Domain.SignOffs;

/// <summary>What somebody asks for who has proven, just now, who they are.</summary>
public abstract record ProvenRequest
{
    /// <inheritdoc cref="SigningCircumstances"/>
    [JsonIgnore] // the same form sent again asks for the same
    public SigningCircumstances From { get; init; } = SigningCircumstances.Unknown;
}

/// <summary>What somebody wants to sign, in one role, as the form or program sent it.</summary>
/// <param name="Revision">Number of the revision that was shown.</param>
/// <param name="Sha256">Its hash, lower-case hex, as it was shown.</param>
/// <param name="Authentication">How the signer proved who they are just now; empty when they did not.</param>
public sealed record SignRequest(
    int Revision, string Sha256, string Role, SignOffDecision Decision, string? Comment,
    EquatableArray<ConditionDraft> Conditions, string Authentication) : ProvenRequest;

/// <summary>The wish to freeze what a page showed.</summary>
/// <param name="ChangeNumber">Change that was shown; whatever is frozen holds no later one of the facts.</param>
/// <param name="Newest">Number of the newest revision that was shown; null for none.</param>
/// <param name="Dropping">Standing sign-offs on it that were listed as counting no more, and were agreed to.</param>
public sealed record FreezeRequest(long ChangeNumber, int? Newest, EquatableArray<Guid> Dropping)
{
    /// <summary>What a page showing the launch so would send, with everything it lists agreed to.</summary>
    public static FreezeRequest Of(LaunchBoard board) => new(
        board.ChangeNumber, board.NewestRevision?.Number, [.. SigningRules.CountingNoMore(board).Select(s => s.Id)]);
}

/// <summary>A condition as asked for.</summary>
/// <param name="Criterion">Key of the criterion it is about, or null.</param>
public sealed record ConditionDraft(string Text, string Owner, DateOnly? Due, string? Criterion = null);

/// <summary>The accountable executive's sign-off and YES or NO, one act.</summary>
/// <param name="Comment">Needed for NO, and for YES with conditions.</param>
/// <param name="Conditions">With YES only; they make the sign-off conditional.</param>
/// <param name="OverrideReason">Needed for YES where something stands against it.</param>
/// <param name="Shown">What a YES would override, as it was shown, one sentence each.</param>
public sealed record DecideRequest(
    int Revision, string Sha256, bool Proceed, string? Comment, EquatableArray<ConditionDraft> Conditions,
    string? OverrideReason, EquatableArray<string> Shown, string Authentication)
    : ProvenRequest
{
    public SignOffDecision Decision =>
        !Proceed ? SignOffDecision.Reject
        : Conditions.IsEmpty ? SignOffDecision.Approve
        : SignOffDecision.Conditional;
}

/// <summary>The signer's wish to take back what they signed.</summary>
/// <param name="SignOff">Id of the very signature that was shown.</param>
/// <param name="Authentication">How they proved who they are just now; empty when they did not.</param>
public sealed record WithdrawRequest(Guid SignOff, string? Reason, string Authentication) : ProvenRequest;

/// <summary>The decider's word on a YES after live data got worse.</summary>
/// <param name="Revision">Number of the revision that was decided.</param>
/// <param name="Confirm">False revokes.</param>
/// <param name="Shown">What got worse, as it was shown, one sentence each.</param>
public sealed record ReviewRequest(
    int Revision, bool Confirm, string? Reason, EquatableArray<string> Shown, string Authentication) : ProvenRequest;
