using System.Collections.Immutable;
using ReadinessPortal.Application.Audit;
using ReadinessPortal.Application.Changes;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Domain;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Application.Facts;

/// <summary>
/// Asks for what would make a frozen launch read better without new proof; nothing changes until it is approved.
/// </summary>
public sealed class RequestGuardedChange(LaunchChanges launches)
{
    private const string Requested = "ChangeRequested";

    /// <returns>Done carries the id of the guarded change.</returns>
    public Task<Outcome> RunAsync(
        string key, ImmutableArray<FactChange> changes, string? reason, Viewer viewer,
        CancellationToken ct = default) =>
        launches.RunAsync(key, viewer, LaunchAction.EditFacts.Of(Requested, changes, reason), async change =>
        {
            var edit = await PlannedEdit.OfAsync(change, changes, change.Actor, ct);
            return await AskAsync(change, edit, new() { Changes = changes, Reason = reason ?? "" }, ct);
        }, ct);

    /// <inheritdoc cref="RunAsync(string, ImmutableArray{FactChange}, string?, Viewer, CancellationToken)"/>
    /// <param name="act">As it was refused; its own reason is the reason.</param>
    public Task<Outcome> RunAsync(string key, GuardedAct act, Viewer viewer, CancellationToken ct = default) =>
        launches.RunAsync(key, viewer, act.Action.Of(Requested, act), change => AskAsync(
            change, PlannedAct.Of(act, change), new() { Act = act, Reason = act.Reason ?? "" }, ct), ct);

    private static async Task<Outcome> AskAsync(
        LaunchChange change, PlannedChange planned, GuardedRequest request, CancellationToken ct)
    {
        var effect = planned.EffectIn(change);
        var action = request.Act?.Action ?? LaunchAction.EditFacts;
        if ((planned.Refusal ?? StageRules.WhyNot(action, change.Board.Launch)
            ?? GuardedRules.WhyNotRequest(effect, request.Reason)) is { } refusal)
        {
            return await change.RefuseAsync(refusal, Requested, planned.Subject, ct);
        }

        if (GuardedRules.AskedAlready(change.Board, request, change.Actor) is { } waits)
        {
            return new Outcome.Done(change.Board.ChangeNumber, waits.Id.ToString(), WasThere: true, IsRepeat: true);
        }

        var asked = GuardedRules.Request(
            change.Board, request, planned.Summary, planned.Subjects, effect, change.Actor, change.Now);
        change.Add(asked);
        return await change.CommitAsync(new AuditEntry(Requested, planned.Subject,
            $"Asked for a second person: {asked.Summary}, {asked.Reason}"), ct, asked.Id.ToString());
    }
}

/// <summary>
/// Somebody else, the manager or an executive, approves or declines it. Approved, it is done at once.
/// </summary>
public sealed class AnswerGuardedChange(LaunchChanges launches)
{
    private const string Answered = "ChangeAnswered";

    /// <param name="lookedAt">Keys of the files that whoever approves says that they looked at
    /// (<see cref="GuardedRules.ToLookAt"/>).</param>
    public Task<Outcome> RunAsync(
        string key, Guid id, bool approve, string? reason, Viewer viewer, EquatableArray<string> lookedAt = default,
        CancellationToken ct = default) =>
        launches.RunAsync(key, viewer, LaunchAction.AnswerChange.Of(id, approve, reason, lookedAt), async change =>
        {
            var board = change.Board;
            var asked = GuardedRules.Asked(board, id);
            var planned = asked is not null && approve ? await PlannedAsync(change, asked, ct) : null;
            var subject = planned?.Subject ?? new SubjectRef(SubjectKind.Launch, key);
            var refusal = GuardedRules.WhyNotAnswer(board, id, approve, reason, change.Actor)
                ?? GuardedRules.WhyNotAnswer(await change.BoardAsEverHeldAsync(ct), id, change.Actor)
                ?? (planned?.Refusal is { } stale ? new GuardedOutOfDate(stale.Text) : null)
                ?? (planned is null ? null : GuardedRules.WhyNotAsAsked(asked!, planned.EffectIn(change))
                    ?? GuardedRules.WhyNotUnseen(board, asked!, lookedAt));
            if (refusal is not null)
            {
                return await change.RefuseAsync(refusal, Answered, subject, ct);
            }

            var answered = asked! with
            {
                Answer = approve ? GuardedAnswer.Approved : GuardedAnswer.Declined,
                AnsweredById = change.Actor.UserId,
                AnsweredBy = change.Actor.Name,
                AnsweredAt = change.Now,
                AnswerReason = string.IsNullOrWhiteSpace(reason) ? null : reason.Trim(),
            };
            planned?.Write(change);
            change.Change(asked, answered);
            return await change.CommitAsync(new AuditEntry(Answered, subject,
                $"Change of {asked.RequestedBy} {Format.Word(answered.Answer)}: {asked.Summary}"
                + (answered.AnswerReason is { } why ? $", {why}" : "")
                + (planned is null || GuardedRules.ToLookAt(board, asked) is not { Length: > 0 } seen ? ""
                    : $"; having looked at {Counted.List([.. seen.Select(e => e.Title)])}")), ct,
                id.ToString(), planned?.On(board));
        }, ct);

    // Whoever asked was allowed to when they asked.
    private static async Task<PlannedChange> PlannedAsync(
        LaunchChange change, GuardedChange asked, CancellationToken ct) =>
        asked.Act is { } act
            ? PlannedAct.Of(act, change.Board, new(asked.RequestedById, asked.RequestedBy, [], false), change.Now)
            : await PlannedEdit.OfRequestAsync(change, asked, ct);
}

/// <summary>Who asked takes it back while nobody has answered.</summary>
public sealed class WithdrawGuardedChange(LaunchChanges launches)
{
    private const string Withdrawn = "ChangeWithdrawn";

    public Task<Outcome> RunAsync(string key, Guid id, Viewer viewer, CancellationToken ct = default) =>
        launches.RunAsync(key, viewer, LaunchAction.WithdrawChange.Of(id), async change =>
        {
            var subject = new SubjectRef(SubjectKind.Launch, key);
            if (GuardedRules.WhyNotWithdraw(change.Board, id, change.Actor) is { } refusal)
            {
                return await change.RefuseAsync(refusal, Withdrawn, subject, ct);
            }

            var asked = GuardedRules.Asked(change.Board, id)!;
            change.Change(asked, asked with
            {
                Answer = GuardedAnswer.Withdrawn,
                AnsweredById = change.Actor.UserId,
                AnsweredBy = change.Actor.Name,
                AnsweredAt = change.Now,
            });
            return await change.CommitAsync(new AuditEntry(Withdrawn, subject,
                $"Request withdrawn: {asked.Summary}"), ct, id.ToString());
        }, ct);
}
