using System.Collections.Immutable;
using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Gates;

namespace ReadinessPortal.Domain.Launches;

/// <summary>After the first freeze, making a launch easier to pass needs a second person.</summary>
/// <param name="What">Each loosening, in words.</param>
public sealed record NeedsSecondPerson(ImmutableArray<string> What) : Refusal
{
    public override string Text =>
        $"A revision is frozen, so this needs a second person: {string.Join("; ", What)}. "
        + "Ask for it with a reason; in a package, leave it out.";

    public bool Equals(NeedsSecondPerson? other) => other is not null && What.SequenceEqual(other.What);

    public override int GetHashCode() => What.Length;
}

/// <summary>
/// Finds changed targets, criteria and drills taken from what stands on them, and <em>blocking</em> or
/// <em>critical</em> taken away. A target where there was none is stricter, and free.
/// </summary>
public static class LooseningRules
{
    public static Refusal? WhyNot(LaunchBoard board, LaunchFacts next) =>
        Of(board, next) is { IsEmpty: false } what ? new NeedsSecondPerson(what) : null;

    /// <summary>What the next facts would make easier, in words; nothing while no revision is frozen.</summary>
    public static ImmutableArray<string> Of(LaunchBoard board, LaunchFacts next) =>
        board.Revisions.IsEmpty ? [] : [.. Of(board.Facts, next)];

    private static IEnumerable<string> Of(LaunchFacts now, LaunchFacts next) =>
        OfCriteria(now, next).Concat(OfDrills(now, next)).Concat(OfRegisters(now, next)).Concat(OfGates(now, next))
            .Concat(OfItems(now, next));

    private static IEnumerable<string> OfCriteria(LaunchFacts now, LaunchFacts next)
    {
        foreach (var criterion in now.Criteria)
        {
            var other = Same(next.Criteria, criterion);
            foreach (var measurement in criterion.Measurements.Where(m => m.Target is not null))
            {
                var same = other is null ? null : Same(other.Measurements, measurement);
                if (TargetOf(same) != TargetOf(measurement))
                {
                    yield return $"the target of {criterion.Title}, {measurement.Metric}";
                }
            }

            if (other is not null && criterion.Drills.Except(other.Drills, StringComparer.Ordinal).Any())
            {
                yield return $"the drills {criterion.Title} stands on";
            }
        }

        static (Comparator?, Quantity?, Quantity?) TargetOf(Measurement? m) =>
            (m?.Comparator, m?.Target, m?.UpperTarget);
    }

    private static IEnumerable<string> OfDrills(LaunchFacts now, LaunchFacts next) =>
        from drill in now.Drills
        let other = Same(next.Drills, drill)
        where Moved(drill.RtoTarget, other?.RtoTarget) || Moved(drill.RpoTarget, other?.RpoTarget)
        select $"the target of {drill.Title}";

    private static IEnumerable<string> OfRegisters(LaunchFacts now, LaunchFacts next) =>
        from register in now.Registers
        let other = Same(next.Registers, register)
        from column in register.Columns
        where column.Target is not null
        let same = other is null ? null : Same(other.Columns, column)
        where same?.Target != column.Target || same?.Comparator != column.Comparator
        select $"the target of {register.Title}, {column.Title}";

    private static IEnumerable<string> OfGates(LaunchFacts now, LaunchFacts next)
    {
        foreach (var gate in now.Gates.Where(g => g.Kind == GateKind.Critical))
        {
            var other = Same(next.Gates, gate);
            if (other?.Kind != GateKind.Critical)
            {
                yield return $"{gate.Title} is critical";
            }
            else if (gate.Criteria.Except(other.Criteria, StringComparer.Ordinal).Any())
            {
                yield return $"the criteria {gate.Title} stands on";
            }
        }
    }

    private static IEnumerable<string> OfItems(LaunchFacts now, LaunchFacts next) =>
        from item in now.Items
        where item is { Blocking: true, Closed: false }
            && Same(next.Items, item) is not ({ Blocking: true } or { Closed: true })
        select $"{item.Title} is blocking";

    private static bool Moved(Quantity? target, Quantity? next) => target is not null && target != next;

    private static T? Same<T>(ImmutableArray<T> all, T fact)
        where T : Fact => all.FirstOrDefault(f => f.Key == fact.Key);
}
