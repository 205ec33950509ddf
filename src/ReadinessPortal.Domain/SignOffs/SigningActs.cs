using System.Collections.Immutable;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Revisions;
using ReadinessPortal.Domain.Verdicts;

namespace ReadinessPortal.Domain.SignOffs;

public static partial class SigningRules
{
    /// <summary>The records that signing makes. Ask <see cref="WhyNotSign"/> first.</summary>
    /// <exception cref="RefusedException">The sign-off is not allowed.</exception>
    public static (SignOff SignOff, ImmutableArray<Condition> Conditions) Sign(
        LaunchBoard board, RevisionContent? frozen, SignRequest request, Actor actor, DateTimeOffset now) =>
        WhyNotSign(board, frozen, request, actor, now) is { } refusal
            ? throw new RefusedException(refusal)
            : Record(board, frozen!, request, actor, now);

    /// <summary>The records that the final decision makes. Ask <see cref="WhyNotDecide"/> first.</summary>
    /// <exception cref="RefusedException">The decision is not allowed.</exception>
    public static (SignOff SignOff, ImmutableArray<Condition> Conditions, FinalDecision Decision) Decide(
        LaunchBoard board, RevisionContent? frozen, DecideRequest request, Actor actor, DateTimeOffset now)
    {
        if (WhyNotDecide(board, frozen, request, actor, now) is { } refusal)
        {
            throw new RefusedException(refusal);
        }

        var role = frozen!.Facts.Roles.Single(r => r.Accountable);
        var (signOff, conditions) = Record(board, frozen, new SignRequest(request.Revision, request.Sha256, role.Key,
            request.Decision, request.Comment, request.Conditions, request.Authentication), actor, now);
        var overridden = request.Proceed ? WhatAnOverrideWouldOverride(board, frozen, now) : [];
        return (signOff, conditions, new FinalDecision
        {
            LaunchId = board.Launch.Id,
            Revision = request.Revision,
            SignOffId = signOff.Id,
            Proceed = request.Proceed,
            OverrideReason = overridden.IsEmpty ? null : request.OverrideReason?.Trim(),
            Overridden = overridden,
            At = now,
            Entry = board.ChangeNumber + 1,
            Live = LiveState.Of(board, frozen, Readiness.At(board, now)),
        });
    }

    /// <summary>What a signature in this role means, as the signer is told and as it is printed.</summary>
    public static string MeaningOf(Role role, int revision) =>
        role.Meaning ?? (role.Accountable
            ? $"I decide, for the company, on the launch as revision {revision} describes it."
            : $"I have read revision {revision} and answer for what I say of it as {role.Title}.");

    private static (SignOff SignOff, ImmutableArray<Condition> Conditions) Record(
        LaunchBoard board, RevisionContent frozen, SignRequest request, Actor actor, DateTimeOffset now)
    {
        var role = frozen.Facts.Roles.Single(r => r.Key == request.Role);
        var holding = board.Holdings.FirstOrDefault(h => h.Role == role.Key);
        var signOff = new SignOff
        {
            LaunchId = board.Launch.Id,
            Revision = request.Revision,
            RevisionSha256 = request.Sha256,
            Role = role.Key,
            UserId = actor.UserId,
            Name = actor.Name,
            DeputyFor = holding?.HolderId == actor.UserId ? null : holding?.Holder ?? role.Title,
            Decision = request.Decision,
            Comment = string.IsNullOrWhiteSpace(request.Comment) ? null : request.Comment.Trim(),
            Meaning = MeaningOf(role, request.Revision),
            At = now,
            Authentication = request.Authentication,
        };
        var conditions = request.Conditions.Select(c => new Condition
        {
            LaunchId = board.Launch.Id,
            Revision = request.Revision,
            SignOffId = signOff.Id,
            Text = c.Text.Trim(),
            Owner = c.Owner.Trim(),
            Due = c.Due!.Value,
            Criterion = c.Criterion,
        });
        return (signOff, [.. conditions]);
    }
}
