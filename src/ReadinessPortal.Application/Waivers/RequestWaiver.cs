using ReadinessPortal.Application.Audit;
using ReadinessPortal.Application.Changes;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Waivers;

namespace ReadinessPortal.Application.Waivers;

/// <summary>A lead, or the manager, asks to have a criterion's failure accepted.</summary>
public sealed class RequestWaiver(LaunchChanges launches)
{
    private const string Requested = "WaiverRequested";

    /// <returns>Done carries the waiver's id as its key.</returns>
    public Task<Outcome> RunAsync(string key, WaiverRequest request, Viewer viewer, CancellationToken ct = default) =>
        launches.RunAsync(key, viewer, LaunchAction.RequestWaiver.Of(request), async change =>
        {
            var subject = new SubjectRef(SubjectKind.Criterion, request.Criterion);
            if (WaiverRules.WhyNotRequest(change.Board, request, change.Actor, change.Now) is { } refusal)
            {
                return await change.RefuseAsync(refusal, Requested, subject, ct);
            }

            var waiver = WaiverRules.Request(change.Board, request, change.Actor, change.Now);
            change.Add(waiver);
            return await change.CommitAsync(new AuditEntry(Requested, subject,
                $"{change.TitleOf(waiver)}: waiver asked for until {Format.Day(waiver.ExpiresOn)}, {waiver.Reason}"),
                ct, waiver.Id.ToString());
        }, ct);
}

/// <summary>Somebody else, the manager or an executive, approves or declines a waiver.</summary>
public sealed class AnswerWaiver(LaunchChanges launches)
{
    private const string Answered = "WaiverAnswered";

    public Task<Outcome> RunAsync(
        string key, Guid waiver, bool approve, string? reason, Viewer viewer, CancellationToken ct = default) =>
        launches.RunAsync(key, viewer, LaunchAction.AnswerWaiver.Of(waiver, approve, reason), async change =>
        {
            var board = change.Board;
            var asked = board.Waivers.FirstOrDefault(w => w.Id == waiver);
            var subject = asked is null
                ? new SubjectRef(SubjectKind.Waiver, waiver.ToString())
                : new SubjectRef(SubjectKind.Criterion, asked.Criterion);
            var refusal = WaiverRules.WhyNotAnswer(board, waiver, approve, reason, change.Actor, change.Now)
                ?? WaiverRules.WhyNotAnswer(await change.BoardAsEverHeldAsync(ct), waiver, change.Actor);
            if (refusal is not null)
            {
                return await change.RefuseAsync(refusal, Answered, subject, ct);
            }

            var answered = WaiverRules.Answer(board, waiver, approve, reason, change.Actor, change.Now);
            change.Change(asked!, answered);
            return await change.CommitAsync(new AuditEntry(Answered, subject,
                $"{change.TitleOf(answered)}: waiver of {answered.RequestedBy} {Format.Word(answered.Answer)}"
                + (answered.AnswerReason is { } why ? $", {why}" : "")),
                ct, waiver.ToString(), board with { Waivers = board.Waivers.Replace(asked!, answered) });
        }, ct);
}

/// <summary>Whoever asked, the manager or an executive takes a waiver back; the failure is failed again.</summary>
public sealed class WithdrawWaiver(LaunchChanges launches)
{
    private const string Withdrawn = "WaiverWithdrawn";

    public Task<Outcome> RunAsync(
        string key, Guid waiver, string? reason, Viewer viewer, CancellationToken ct = default) =>
        launches.RunAsync(key, viewer, LaunchAction.WithdrawWaiver.Of(waiver, reason), async change =>
        {
            var board = change.Board;
            var asked = board.Waivers.FirstOrDefault(w => w.Id == waiver);
            var subject = asked is null
                ? new SubjectRef(SubjectKind.Waiver, waiver.ToString())
                : new SubjectRef(SubjectKind.Criterion, asked.Criterion);
            if (WaiverRules.WhyNotWithdraw(board, waiver, reason, change.Actor) is { } refusal)
            {
                return await change.RefuseAsync(refusal, Withdrawn, subject, ct);
            }

            var withdrawn = WaiverRules.Withdraw(board, waiver, reason, change.Actor, change.Now);
            change.Change(asked!, withdrawn);
            return await change.CommitAsync(new AuditEntry(Withdrawn, subject,
                $"{change.TitleOf(withdrawn)}: waiver of {withdrawn.RequestedBy} withdrawn, "
                + withdrawn.WithdrawnReason), ct, waiver.ToString());
        }, ct);
}

internal static class WaiverWords
{
    public static string TitleOf(this LaunchChange change, Waiver waiver) =>
        change.Board.Facts.Criteria.FirstOrDefault(c => c.Key == waiver.Criterion)?.Title ?? waiver.Criterion;
}
