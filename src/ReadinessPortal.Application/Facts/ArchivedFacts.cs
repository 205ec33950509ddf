using System.Collections.Immutable;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Application.Changes;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Application.Facts;

/// <summary>The archived facts that changes want back, read under the lock of their launch.</summary>
/// <param name="All">Everything that stands, and they among it in their places.</param>
/// <param name="Wanted">They by their ids, with the parts that were archived with them.</param>
internal sealed record ArchivedFacts(LaunchFacts All, ImmutableDictionary<Guid, Fact> Wanted)
{
    /// <summary>What would be restored without the fact it is a part of cannot be, and belongs to nobody.</summary>
    public bool HasWhole(FactChange change) => change is not FactChange.Restore
        || change.Fact.Parent is not { } whole || FactKinds.Find(All, whole) is not null;

    public static async Task<ArchivedFacts> ReadAsync(
        LaunchChange change, ImmutableArray<FactChange> changes, CancellationToken ct)
    {
        var wanted = changes.OfType<FactChange.Restore>().DistinctBy(r => r.Id).ToList();
        if (wanted.Count == 0)
        {
            return new(change.Board.Facts, ImmutableDictionary<Guid, Fact>.Empty);
        }

        var all = await BoardReader.ReadFactsAsync(change.Db, change.Board.Launch, [.. wanted.Select(r => r.Id)], ct);
        return new(all, Among(all, wanted));
    }

    private static ImmutableDictionary<Guid, Fact> Among(LaunchFacts all, IEnumerable<FactChange.Restore> wanted) =>
        wanted.GroupBy(r => r.Fact.Parent?.Part(r.Fact.List, "") ?? FactPath.Of(r.Fact.List, ""))
            .SelectMany(list =>
            {
                var facts = FactKinds.List(all, list.Key).Where(f => f.ArchivedAt is not null).ToDictionary(f => f.Id);
                return list.Select(r => facts.GetValueOrDefault(r.Id)).OfType<Fact>();
            }).ToImmutableDictionary(f => f.Id);
}
