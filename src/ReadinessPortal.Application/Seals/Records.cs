using ReadinessPortal.Application.Changes;
using ReadinessPortal.Domain.Revisions;
using ReadinessPortal.Domain.Seals;
using ReadinessPortal.Domain.SignOffs;

namespace ReadinessPortal.Application.Seals;

/// <summary>What a signature says, before <see cref="Seals"/> gives it its place.</summary>
internal static class Records
{
    public static SignatureRecord Of(SignOff signOff, IEnumerable<Condition> conditions, RevisionContent frozen) =>
        Of(signOff, RoleTitle(frozen.Facts.Roles, signOff.Role), signOff.At) with
        {
            Conditions = [.. conditions.Select(SealedCondition.Of)],
        };

    public static SignatureRecord OfWithdrawal(
        SignOff signOff, string reason, string authentication, LaunchChange change) =>
        Later(signOff, authentication, change) with
        {
            Act = SignedAct.Withdrew,
            Reason = reason,
            Meaning = $"I withdraw my sign-off on revision {signOff.Revision}.",
        };

    public static SignatureRecord OfReview(
        SignOff decider, FinalDecision review, string authentication, LaunchChange change) =>
        Later(decider, authentication, change) with
        {
            Act = review.Proceed ? SignedAct.Confirmed : SignedAct.Revoked,
            Proceed = review.Proceed,
            Reason = review.OverrideReason,
            Overridden = review.Overridden,
            Meaning = $"I {(review.Proceed ? "confirm" : "revoke")} my YES on revision {review.Revision}.",
        };

    private static SignatureRecord Later(SignOff signOff, string authentication, LaunchChange change) =>
        Of(signOff, RoleTitle(change.Board.Facts.Roles, signOff.Role), change.Now) with
        {
            Name = change.Actor.Name,
            Decision = null,
            Comment = null,
            Authentication = authentication,
        };

    private static string RoleTitle(IEnumerable<Role> roles, string key) =>
        roles.FirstOrDefault(r => r.Key == key)?.Title ?? key;

    private static SignatureRecord Of(SignOff signOff, string roleTitle, DateTimeOffset at) => new()
    {
        Format = SignatureRecord.CurrentFormat,
        Launch = "",
        Number = 0,
        Entry = 0,
        Act = SignedAct.SignedOff,
        SignOff = signOff.Id,
        Role = signOff.Role,
        RoleTitle = roleTitle,
        UserId = signOff.UserId,
        Name = signOff.Name,
        DeputyFor = signOff.DeputyFor,
        Decision = signOff.Decision,
        Meaning = signOff.Meaning,
        Comment = signOff.Comment,
        Revision = signOff.Revision,
        RevisionSha256 = signOff.RevisionSha256,
        Authentication = signOff.Authentication,
        At = at,
        Key = "",
    };
}
