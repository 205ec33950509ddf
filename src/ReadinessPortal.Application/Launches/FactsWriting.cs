using ReadinessPortal.Domain;
using ReadinessPortal.Domain.Evidence;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Application.Launches;

/// <summary>
/// Brings the facts of a launch to what a package says, by identity: what has the same key is the same thing and keeps
/// its history; what is new is added; what is gone is archived. Evidence is never taken away by a package that does not
/// know of it, nor its bytes by one that only cites it.
/// </summary>
internal sealed class FactsWriting(LaunchChange change, LaunchFacts? before)
{
    /// <summary>Evidence that is not among the facts was taken out on purpose.</summary>
    public bool ArchivesEvidence { get; init; }

    public int Added { get; private set; }

    public int Changed { get; private set; }

    public int Archived { get; private set; }

    public void Write(LaunchFacts facts)
    {
        Facts(facts.Roles, before?.Roles);
        Facts(facts.Categories, before?.Categories, (now, was, id) => Parts(now.Scores, was?.Scores, id));
        Facts(facts.Criteria, before?.Criteria, (now, was, id) =>
        {
            Parts(now.Statements, was?.Statements, id);
            Parts(now.Measurements, was?.Measurements, id);
            Parts(now.Validations, was?.Validations, id);
            Parts(now.Documents, was?.Documents, id);
        });
        Facts(facts.Gates, before?.Gates);
        Facts(facts.Registers, before?.Registers, (now, was, id) =>
        {
            Parts(now.Columns, was?.Columns, id);
            Parts(now.Rows, was?.Rows, id);
        });
        Facts(facts.Drills, before?.Drills, (now, was, id) =>
        {
            Parts(now.Logs, was?.Logs, id, (log, old, logId) => Parts(log.Events, old?.Events, logId));
            Parts(now.Lessons, was?.Lessons, id);
        });
        Facts(facts.Items, before?.Items);
        Facts(facts.Risks, before?.Risks);
        Facts(facts.Milestones, before?.Milestones);
        Facts(facts.Narratives, before?.Narratives);
        Facts(facts.Recommendations, before?.Recommendations);
        Facts(facts.Contacts, before?.Contacts);
        Facts(facts.Figures, before?.Figures);
        Facts(facts.Claims, before?.Claims);
        Evidence(facts.Evidence, before?.Evidence ?? []);
    }

    private void Evidence(EquatableArray<EvidenceItem> now, EquatableArray<EvidenceItem> was)
    {
        var named = now.Select(e => e.Key).ToHashSet(StringComparer.Ordinal);
        var stays = was.Where(e => !ArchivesEvidence
            && !named.Contains(e.Key)).Select((e, i) => e with { Position = now.Length + i });
        EquatableArray<EvidenceItem> all =
        [
            .. now.Select(item => was.FirstOrDefault(e => e.Key == item.Key) is { } old
                ? Meet(item, old) : Receive(item)),
            .. stays,
        ];
        Facts(all, was);
    }

    private EvidenceItem Meet(EvidenceItem item, EvidenceItem old) =>
        item.Sha256 is null && old.Sha256 is not null
            ? item with
            {
                Sha256 = old.Sha256,
                Size = old.Size,
                MediaType = old.MediaType,
                ReceivedAt = old.ReceivedAt,
                ReceivedBy = old.ReceivedBy,
            }
        : item.Sha256 == old.Sha256 ? item with { ReceivedAt = old.ReceivedAt, ReceivedBy = old.ReceivedBy }
        : Receive(item);

    private EvidenceItem Receive(EvidenceItem item) =>
        item.IsInHand ? item with { ReceivedAt = change.Now, ReceivedBy = change.Viewer.Name } : item;

    private void Facts<T>(
        EquatableArray<T> now, EquatableArray<T>? was, Action<T, T?, Guid>? parts = null)
        where T : Fact => Each(now, was, static fact => fact, parts);

    private void Parts<T>(
        EquatableArray<T> now, EquatableArray<T>? was, Guid parent, Action<T, T?, Guid>? parts = null)
        where T : Part => Each(now, was, fact => (T)((Part)fact with { ParentId = parent }), parts);

    private void Each<T>(EquatableArray<T> now, EquatableArray<T>? was, Func<T, T> place, Action<T, T?, Guid>? parts)
        where T : Fact
    {
        var left = (was ?? []).ToDictionary(f => f.Key, StringComparer.Ordinal);
        for (var i = 0; i < now.Length; i++)
        {
            left.Remove(now[i].Key, out var old);
            var next = place((T)((Fact)now[i] with
            {
                Id = old?.Id ?? Guid.CreateVersion7(),
                LaunchId = change.LaunchId,
                Position = i,
            }));
            if (old is null)
            {
                change.Add(next);
                Added++;
            }
            else if (change.Change(old, next))
            {
                Changed++;
            }

            parts?.Invoke(now[i], old, next.Id);
        }

        foreach (var gone in left.Values)
        {
            change.Archive(gone);
            Archived++;
        }
    }
}
