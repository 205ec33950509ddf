using ReadinessPortal.Application.Changes;
using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Evidence;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Application.Facts;

/// <summary>
/// Brings the facts of a launch to what a package says, by identity: what has the same key is the same thing and keeps
/// its history; what is new is added; what is gone is archived. Evidence is never taken away by a package that does not
/// know of it, nor its bytes by one that only cites it.
/// </summary>
internal sealed class FactRowsWriter(LaunchChange change, LaunchFacts? before)
{
    /// <summary>Evidence that is not among the facts was taken out on purpose.</summary>
    public bool ArchivesEvidence { get; init; }

    public int Added { get; private set; }

    public int Changed { get; private set; }

    public int Archived { get; private set; }

    public void Write(LaunchFacts facts)
    {
        foreach (var kind in FactKinds.OfLaunch)
        {
            var (now, was) = (kind.In(facts), before is null ? [] : kind.In(before));
            if (!now.Equals(was))
            {
                Each(kind, kind == EvidenceItem.Descriptor ? Evidence(now, was) : now, was);
            }
        }
    }

    private IReadOnlyList<Fact> Evidence(IReadOnlyList<Fact> now, IReadOnlyList<Fact> was)
    {
        var named = now.Select(e => e.Key).ToHashSet(StringComparer.Ordinal);
        var known = was.Cast<EvidenceItem>().ToDictionary(e => e.Key, StringComparer.Ordinal);
        var stays = was.Where(e => !ArchivesEvidence
            && !named.Contains(e.Key)).Select((e, i) => e with { Position = now.Count + i });
        return
        [
            .. now.Cast<EvidenceItem>().Select(item =>
                known.TryGetValue(item.Key, out var old) ? Meet(item, old) : Receive(item)),
            .. stays,
        ];
    }

    private EvidenceItem Meet(EvidenceItem item, EvidenceItem old) =>
        ReferenceEquals(item, old) ? item
        : item.Sha256 is null && old.Sha256 is not null
            ? item with
            {
                Sha256 = old.Sha256,
                Size = old.Size,
                MediaType = old.MediaType,
                Reading = old.Reading,
                ReceivedAt = old.ReceivedAt,
                ReceivedBy = old.ReceivedBy,
                ReceivedById = old.ReceivedById,
            }
        : item.Sha256 == old.Sha256 ? item with
        {
            ReceivedAt = old.ReceivedAt,
            ReceivedBy = old.ReceivedBy,
            ReceivedById = old.ReceivedById,
        }
        : Receive(item);

    private EvidenceItem Receive(EvidenceItem item) => item.IsInHand
        ? item with
        {
            ReceivedAt = change.Now,
            ReceivedBy = change.Viewer.Name,
            ReceivedById = change.Viewer.PersonId,
        }
        : item;

    private void Each(FactKind kind, IReadOnlyList<Fact> now, IReadOnlyList<Fact> was, Guid? of = null)
    {
        var left = was.ToDictionary(f => f.Key, StringComparer.Ordinal);
        for (var i = 0; i < now.Count; i++)
        {
            left.Remove(now[i].Key, out var old);
            if (ReferenceEquals(now[i], old) && old.Position == i)
            {
                continue; // nobody touched it, or its parts
            }

            var next = now[i] with { Id = old?.Id ?? Guid.CreateVersion7(), LaunchId = change.LaunchId, Position = i };
            next = next is Part part && of is { } whole ? part with { ParentId = whole } : next;
            // A package does not bring the run behind an output; it tells by itself whether it still is.
            next = next is Validation { Run: null } check ? check with { Run = (old as Validation)?.Run } : next;
            if (old is null)
            {
                change.Add(next);
                Added++;
            }
            else if (change.Change(old, next))
            {
                Changed++;
            }

            foreach (var parts in kind.Parts)
            {
                Each(parts, parts.In(now[i]), old is null ? [] : parts.In(old), next.Id);
            }
        }

        foreach (var gone in left.Values)
        {
            change.Archive(gone);
            Archived++;
        }
    }
}
