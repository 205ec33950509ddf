using System.Text.Json.Nodes;
using ReadinessPortal.Application.Audit;
using ReadinessPortal.Application.Changes;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Application.Revisions;
using ReadinessPortal.Application.Seals;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Revisions;
using ReadinessPortal.Domain.Seals;
using ReadinessPortal.Domain.SignOffs;

namespace ReadinessPortal.Application.SignOffs;

/// <summary>One person's decision in one role on the newest revision.</summary>
public sealed class SignLaunch(LaunchChanges launches, Seals.Seals seals)
{
    internal const string Signed = "Signed";

    public async Task<Outcome> RunAsync(
        string key, SignRequest request, Viewer viewer, CancellationToken ct = default)
    {
        var sealing = await seals.KeyAsync(ct);
        return await launches.RunAsync(key, viewer, LaunchAction.Sign.Of(request), async change =>
        {
            var subject = new SubjectRef(SubjectKind.Role, request.Role);
            var frozen = await change.FrozenAsync(ct);
            if (SigningRules.WhyNotSign(change.Board, frozen, request, change.Actor, change.Now) is { } refusal)
            {
                return await change.RefuseAsync(refusal, Signed, subject, ct);
            }

            var (signOff, conditions) = SigningRules.Sign(change.Board, frozen, request, change.Actor, change.Now);
            change.Keep(signOff, conditions);
            await seals.AddAsync(change, sealing, Records.Of(signOff, conditions, frozen!), request.From, ct);
            return await change.CommitAsync(new AuditEntry(Signed, subject,
                $"{signOff.PrintedName}: {Format.Word(signOff.Decision)} on revision {signOff.Revision}",
                Signing.Details(signOff)), ct, request.Role);
        }, ct);
    }
}

/// <summary>Takes a sign-off back; the role is free again, and both stay on record.</summary>
public sealed class WithdrawSignOff(LaunchChanges launches, Seals.Seals seals)
{
    internal const string Withdrawn = "SignOffWithdrawn";

    public async Task<Outcome> RunAsync(
        string key, WithdrawRequest request, Viewer viewer, CancellationToken ct = default)
    {
        var sealing = await seals.KeyAsync(ct);
        return await launches.RunAsync(key, viewer, LaunchAction.WithdrawSignOff.Of(request), async change =>
        {
            var signOff = change.Board.SignOffs.FirstOrDefault(s => s.Id == request.SignOff);
            var subject = signOff is null
                ? new SubjectRef(SubjectKind.Launch, key)
                : new SubjectRef(SubjectKind.Role, signOff.Role);
            if (SigningRules.WhyNotWithdraw(change.Board, request, change.Actor) is { } refusal)
            {
                return await change.RefuseAsync(refusal, Withdrawn, subject, ct);
            }

            var reason = request.Reason!.Trim();
            change.Add(new SignOffWithdrawal
            {
                LaunchId = change.LaunchId, SignOffId = signOff!.Id, At = change.Now, Reason = reason,
                ById = viewer.UserId,
            });
            foreach (var condition in change.Board.Conditions.Where(c =>
                c.SignOffId == signOff.Id && c.DroppedAt is null))
            {
                change.Change(condition, condition with { DroppedAt = change.Now });
            }

            var record = Records.OfWithdrawal(signOff, reason, request.Authentication, change);
            await seals.AddAsync(change, sealing, record, request.From, ct);
            return await change.CommitAsync(new AuditEntry(Withdrawn, subject,
                $"{signOff.PrintedName}: {Format.Word(signOff.Decision)} on revision {signOff.Revision} "
                    + $"withdrawn, {reason}",
                new JsonObject { ["authentication"] = request.Authentication }), ct, signOff.Role);
        }, ct);
    }
}

/// <summary>The accountable executive's sign-off and YES or NO, one act.</summary>
public sealed class DecideLaunch(LaunchChanges launches, Seals.Seals seals)
{
    internal const string Decided = "Decided";

    public async Task<Outcome> RunAsync(
        string key, DecideRequest request, Viewer viewer, CancellationToken ct = default)
    {
        var sealing = await seals.KeyAsync(ct);
        return await launches.RunAsync(key, viewer, LaunchAction.Decide.Of(request), async change =>
        {
            var subject = new SubjectRef(SubjectKind.Launch, key);
            var frozen = await change.FrozenAsync(ct);
            if (SigningRules.WhyNotDecide(change.Board, frozen, request, change.Actor, change.Now) is { } refusal)
            {
                return await change.RefuseAsync(refusal, Decided, subject, ct);
            }

            var (signOff, conditions, decision) =
                SigningRules.Decide(change.Board, frozen, request, change.Actor, change.Now);
            change.Keep(signOff, conditions);
            change.Add(decision);
            change.Change(change.Board.Launch, change.Board.Launch with { Stage = LaunchStage.Decided });
            var record = Records.Of(signOff, conditions, frozen!) with
            {
                Act = SignedAct.Decided,
                Proceed = decision.Proceed,
                Reason = decision.OverrideReason,
                Overridden = decision.Overridden,
            };
            await seals.AddAsync(change, sealing, record, request.From, ct);
            var overriding = decision.Overridden.IsEmpty ? "" : $", overriding {decision.Overridden.Length} points";
            return await change.CommitAsync(new AuditEntry(Decided, subject,
                $"{signOff.PrintedName}: {(decision.Proceed ? "YES" : "NO")} on revision "
                + $"{decision.Revision}{overriding}",
                Signing.Details(signOff)), ct, decision.Proceed ? "YES" : "NO");
        }, ct);
    }
}

internal static class Signing
{
    /// <summary>The hash of the whole record goes into the chain with its entry.</summary>
    public static JsonObject Details(SignOff signOff) => new()
    {
        ["revision"] = signOff.Revision,
        ["revisionSha256"] = signOff.RevisionSha256,
        ["signOffSha256"] = CanonicalJson.Sha256(CanonicalJson.Of(signOff)),
    };

    public static void Keep(this LaunchChange change, SignOff signOff, IEnumerable<Condition> conditions)
    {
        change.Add(signOff);
        foreach (var condition in conditions)
        {
            change.Add(condition);
        }
    }

    /// <summary>The revision under signature, read under the launch's lock; null while nothing is frozen.</summary>
    public static Task<RevisionContent?> FrozenAsync(this LaunchChange change, CancellationToken ct) =>
        change.Db.ContentAsync(change.Board.NewestRevision, ct);
}
