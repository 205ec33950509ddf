using System.Collections.Immutable;
using ReadinessPortal.Application.Audit;
using ReadinessPortal.Application.Changes;
using ReadinessPortal.Application.Members;
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

    /// <summary>What would be said of changes, without making them.</summary>
    /// <returns>Empty where they would hold together; who may make them is another question.</returns>
    public static ImmutableArray<FieldProblem> Try(LaunchFacts facts, params ReadOnlySpan<FactChange> changes)
    {
        var applied = new AppliedChanges(facts, FactAuthor.Nobody(facts));
        foreach (var change in changes)
        {
            applied.Apply(change);
        }

        applied.Facts();
        return applied.Problems;
    }

    /// <param name="takesBack">Number of this person's own change that this takes back, see <see cref="TakenBack"/>;
    /// null for none.</param>
    /// <returns>Done carries the key of the first fact; refused with <see cref="NeedsSecondPerson"/> when
    /// something that was frozen would be improved by it.</returns>
    public Task<Outcome> RunAsync(
        string key, ImmutableArray<FactChange> changes, Viewer viewer, long? takesBack = null,
        CancellationToken ct = default) =>
        launches.RunAsync(key, viewer, LaunchAction.EditFacts.Of(changes, takesBack), async change =>
        {
            var edit = await PlannedEdit.OfAsync(change, changes, change.Actor, ct);
            if (edit.Refusal is { } refusal)
            {
                return await change.RefuseAsync(refusal, Edited, edit.Subject, ct);
            }

            if (!edit.Write(change))
            {
                return new Outcome.Done(change.Board.ChangeNumber, edit.Key);
            }

            var agreed = takesBack is { } number && await TakenBack.IsAllAsync(change, number, ct)
                ? edit.On(change.Board)
                : null;
            return await change.CommitAsync(
                new AuditEntry(Edited, edit.Subject, edit.Summary), ct, edit.Key, agreed);
        }, ct);
}
