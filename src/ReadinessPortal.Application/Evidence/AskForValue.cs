using ReadinessPortal.Application.Audit;
using ReadinessPortal.Application.Changes;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Verdicts;

namespace ReadinessPortal.Application.Evidence;

/// <summary>
/// Asks a second person for the value that was typed beside a file and not saved with it, because something of a frozen
/// launch reads better by it.
/// </summary>
public sealed class AskForValue(LaunchChanges launches)
{
    private const string Requested = "ChangeRequested";

    /// <param name="evidenceKey">The file that was attached.</param>
    /// <returns>Done carries the id of the guarded change.</returns>
    public Task<Outcome> RunAsync(
        string key, string evidenceKey, MeasuredValue value, Viewer viewer, CancellationToken ct = default) =>
        launches.RunAsync(key, viewer, LaunchAction.EditFacts.Of(Requested, evidenceKey, value), async change =>
        {
            var file = change.Board.Facts.Evidence.FirstOrDefault(e => e.Key == evidenceKey);
            var refusal = file is null
                ? new UnknownSubject(new(SubjectKind.Evidence, evidenceKey))
                : ValueBesideFile.WhyNot(value, file.Supports, change.Actor, change.Board)
                    ?? await ValueBesideFile.WhyLostAsync(value, change, ct);
            var planned = refusal is null ? ValueBesideFile.Of(value, file!, change) : null;
            var effect = planned?.EffectIn(change) ?? ChangeEffect.None;
            if ((refusal ?? GuardedRules.WhyNotRequest(effect, value.Reason)) is { } why)
            {
                return await change.RefuseAsync(why, Requested, new(SubjectKind.Evidence, evidenceKey), ct);
            }

            var asked = planned!.Ask(change, effect, value.Reason!);
            return await change.CommitAsync(new AuditEntry(Requested, planned.Subject,
                $"Asked for a second person: {asked.Summary}, {asked.Reason}"), ct, asked.Id.ToString());
        }, ct);
}
