using ReadinessPortal.Application.Changes;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Domain;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Application.Evidence;

/// <summary>Lets evidence that is there already stand behind more, instead of making a twin of it.</summary>
public sealed class ReuseEvidence(LaunchChanges launches)
{
    private const string Reused = "EvidenceReused";

    /// <param name="supports">What it is to stand behind as well; whoever asks answers for each.</param>
    public Task<Outcome> RunAsync(
        string key, string evidenceKey, EquatableArray<SubjectRef> supports, Viewer viewer,
        CancellationToken ct = default) =>
        launches.RunAsync(key, viewer, Act(evidenceKey, supports), async change =>
        {
            var facts = change.Board.Facts;
            var subject = new SubjectRef(SubjectKind.Evidence, evidenceKey);
            var item = facts.Evidence.FirstOrDefault(e => e.Key == evidenceKey);
            var refusal = item is null ? new UnknownSubject(subject)
                : supports.IsEmpty ? new StandsBehindNothing()
                : supports.Select(s => Permissions.WhyNot(LaunchAction.AttachEvidence, change.Actor, change.Board, s))
                    .FirstOrDefault(r => r is not null);
            if (refusal is not null)
            {
                return await change.RefuseAsync(refusal, Reused, subject, ct);
            }

            var wider = item! with { Supports = [.. item.Supports.Union(supports)] };
            return change.Change(item, wider)
                ? await change.CommitAsync(AttachEvidence.Entry(Reused, wider,
                    $"{item.Title} supports {AttachEvidence.Names(wider.Supports, supports, facts)} as well"), ct,
                    evidenceKey, await change.ProvenAsync(item, wider, ct))
                : new Outcome.Done(change.Board.ChangeNumber, evidenceKey, WasThere: true);
        }, ct);

    private static LaunchAct Act(string evidenceKey, EquatableArray<SubjectRef> supports) =>
        LaunchAction.AttachEvidence.Of(Reused, evidenceKey, supports);
}
