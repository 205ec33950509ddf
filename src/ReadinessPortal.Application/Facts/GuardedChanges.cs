using System.Collections.Immutable;
using ReadinessPortal.Application.Audit;
using ReadinessPortal.Application.Launches;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Application.Facts;

/// <summary>
/// Asks for changes that would make a frozen launch easier to pass; nothing changes until they are approved.
/// </summary>
public sealed class RequestGuardedChange(LaunchChanges launches)
{
    private const string Requested = "ChangeRequested";

    /// <returns>Done carries the id of the guarded change.</returns>
    public Task<Outcome> RunAsync(
        string key, ImmutableArray<FactChange> changes, string? reason, Viewer viewer,
        CancellationToken ct = default) =>
        launches.RunAsync(key, viewer, LaunchAction.EditFacts, async change =>
        {
            var edit = await FactEdit.OfAsync(change, changes, change.Actor, ct);
            var loosens = edit.Facts is { } facts ? LooseningRules.Of(change.Board, facts) : [];
            if ((edit.Refusal ?? GuardedRules.WhyNotRequest(loosens, reason)) is { } refusal)
            {
                return await change.RefuseAsync(refusal, Requested, edit.Subject, ct);
            }

            var asked = new GuardedChange
            {
                LaunchId = change.LaunchId,
                Changes = changes,
                Summary = edit.Summary,
                Loosens = loosens,
                Reason = reason!.Trim(),
                RequestedById = change.Actor.UserId,
                RequestedBy = change.Actor.Name,
                RequestedAt = change.Now,
            };
            change.Add(asked);
            return await change.CommitAsync(new AuditEntry(Requested, edit.Subject,
                $"Asked for a second person: {edit.Summary}, {asked.Reason}"), ct, asked.Id.ToString());
        }, ct);
}

/// <summary>
/// Somebody else, the manager or an executive, approves or declines them. Approved, they are made at once.
/// </summary>
public sealed class AnswerGuardedChange(LaunchChanges launches)
{
    private const string Answered = "ChangeAnswered";

    public Task<Outcome> RunAsync(
        string key, Guid id, bool approve, string? reason, Viewer viewer, CancellationToken ct = default) =>
        launches.RunAsync(key, viewer, LaunchAction.AnswerChange, async change =>
        {
            var board = change.Board;
            var asked = GuardedRules.Asked(board, id);
            var edit = asked is not null && approve
                ? await FactEdit.OfRequestAsync(change, asked, ct)
                : null;
            var subject = edit?.Subject ?? new SubjectRef(SubjectKind.Launch, key);
            if ((GuardedRules.WhyNotAnswer(board, id, approve, reason, change.Actor) ?? edit?.OutOfDate) is { } refusal)
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
            edit?.Write(change);
            change.Change(asked, answered);
            return await change.CommitAsync(new AuditEntry(Answered, subject,
                $"Change of {asked.RequestedBy} {Format.Word(answered.Answer)}: {asked.Summary}"
                + (answered.AnswerReason is { } why ? $", {why}" : "")), ct, id.ToString());
        }, ct);
}

/// <summary>Who asked takes it back while nobody has answered.</summary>
public sealed class WithdrawGuardedChange(LaunchChanges launches)
{
    private const string Withdrawn = "ChangeWithdrawn";

    public Task<Outcome> RunAsync(string key, Guid id, Viewer viewer, CancellationToken ct = default) =>
        launches.RunAsync(key, viewer, LaunchAction.WithdrawChange, async change =>
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
                $"Request taken back: {asked.Summary}"), ct, id.ToString());
        }, ct);
}
