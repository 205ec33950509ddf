using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ReadinessPortal.Application.Audit;
using ReadinessPortal.Application.Changes;
using ReadinessPortal.Application.Launches;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Revisions;
using ReadinessPortal.Domain.SignOffs;
using ReadinessPortal.Domain.Verdicts;

namespace ReadinessPortal.Application.Revisions;

/// <summary>
/// Makes a numbered revision of what the launch is now: facts and everything derived from them, hashed.
/// </summary>
public sealed class FreezeLaunch(LaunchChanges launches)
{
    internal const string Frozen = "RevisionFrozen";

    /// <param name="request">What the person was looking at; refused when that has moved since.</param>
    /// <returns>Done carries the revision's number as its key.</returns>
    public Task<Outcome> RunAsync(string key, FreezeRequest request, Viewer viewer, CancellationToken ct = default) =>
        launches.RunAsync(key, viewer, LaunchAction.Freeze.Of(request), async change =>
        {
            // Read under the lock: what is frozen is exactly what nobody can change before this commits.
            var board = change.Board;
            var number = board.Revisions.Length + 1;
            var subject = new SubjectRef(SubjectKind.Revision, number.ToString(CultureInfo.InvariantCulture));
            var frozen = await change.Db.ContentAsync(board.NewestRevision, ct);
            var readiness = Readiness.At(board, change.Now);
            var refusal = SigningRules.WhyNotFreeze(board, frozen, readiness, request, change.Actor)
                ?? await WhyMovedAsync(change, request.ChangeNumber, ct);
            if (refusal is not null)
            {
                return await change.RefuseAsync(refusal, Frozen, subject, ct);
            }

            var content = RevisionContent.Of(board, readiness, number, change.Actor.Name, change.Now) with
            {
                Audit = change.Before,
            };
            var text = RevisionJson.Write(content);
            var head = new RevisionHead
            {
                LaunchId = change.LaunchId,
                Number = number,
                Sha256 = text.Sha256,
                ChangeNumber = board.ChangeNumber,
                FactsNumber = board.Launch.FactsNumber,
                FrozenAt = change.Now,
                FrozenById = change.Actor.UserId,
                FrozenBy = change.Actor.Name,
                Readiness = readiness.Level,
                Proven = readiness.Tally.Proven,
                Criteria = readiness.Tally.All,
            };
            change.Add(head);
            change.Add(new RevisionBody
            {
                RevisionId = head.Id,
                LaunchId = change.LaunchId,
                Sha256 = text.Sha256,
                Canonical = text.Text,
                Sections = JsonSerializer.Serialize(text.Sections),
            });
            change.Change(board.Launch, board.Launch with { Stage = LaunchStage.InSignature });
            var entry = new AuditEntry(Frozen, subject,
                $"Revision {number} frozen: {head.ReadinessInWords}, {text.Sha256[..12]}");
            return await change.CommitAsync(entry, ct, subject.Key);
        }, ct);

    // Signatures and refusals move the number too, and change nothing of what is frozen.
    private static async Task<Refusal?> WhyMovedAsync(LaunchChange change, long seen, CancellationToken ct) =>
        await change.Db.Set<AuditRow>().AnyAsync(a =>
            a.LaunchId == change.LaunchId && a.Seq > seen && a.TouchesFacts, ct)
            ? new FactsMoved(seen, change.Board.ChangeNumber)
            : null;
}
