using System.Collections.Immutable;
using ReadinessPortal.Application.Audit;
using ReadinessPortal.Application.Launches;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Application.Facts;

/// <summary>
/// Changes facts, all of what is asked or nothing. Every field says what it was when editing began: different fields of
/// one fact go together, and for the same field the second person is told what stands.
/// </summary>
public sealed class EditFacts(LaunchChanges launches)
{
    private const string Edited = "FactsEdited";

    /// <returns>Done carries the key of the first fact; refused with <see cref="NeedsSecondPerson"/> when
    /// something that was frozen would read better by it.</returns>
    public Task<Outcome> RunAsync(
        string key, ImmutableArray<FactChange> changes, Viewer viewer, CancellationToken ct = default) =>
        launches.RunAsync(key, viewer, LaunchAction.EditFacts.Of(changes), async change =>
        {
            var edit = await FactEdit.OfAsync(change, changes, change.Actor, ct);
            if (edit.Refusal is { } refusal)
            {
                return await change.RefuseAsync(refusal, Edited, edit.Subject, ct);
            }

            return edit.Write(change)
                ? await change.CommitAsync(new AuditEntry(Edited, edit.Subject, edit.Summary), ct, edit.Key)
                : new Outcome.Done(change.Board.ChangeNumber, edit.Key);
        }, ct);
}
