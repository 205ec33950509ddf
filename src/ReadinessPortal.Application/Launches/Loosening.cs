using System.Collections.Immutable;
using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Gates;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Application.Launches;

/// <summary>After the first freeze, making a launch easier to pass needs a second person.</summary>
/// <param name="What">Each loosening, in words.</param>
public sealed record NeedsSecondPerson(ImmutableArray<string> What) : Refusal
{
    public override string Text =>
        $"A revision is frozen, so this needs a second person: {string.Join("; ", What)}. "
        + "Leave it out and import the rest.";
}

/// <summary>
/// Finds changed targets, criteria taken from critical gates, and <em>blocking</em> or <em>critical</em> taken away.
/// </summary>
internal static class Loosening
{
    public static Refusal? WhyNot(LaunchBoard board, LaunchFacts next) =>
        board.Revisions.Length > 0 && Of(board.Facts, next).ToImmutableArray() is { IsEmpty: false } what
            ? new NeedsSecondPerson(what)
            : null;

    private static IEnumerable<string> Of(LaunchFacts now, LaunchFacts next)
    {
        foreach (var criterion in now.Criteria)
        {
            var other = next.Criteria.FirstOrDefault(c => c.Key == criterion.Key);
            foreach (var measurement in criterion.Measurements.Where(m => m.Target is not null))
            {
                var same = other?.Measurements.FirstOrDefault(m => m.Key == measurement.Key);
                if (!Equals(TargetOf(same), TargetOf(measurement)))
                {
                    yield return $"the target of {criterion.Title}, {measurement.Metric}";
                }
            }
        }

        foreach (var gate in now.Gates.Where(g => g.Kind == GateKind.Critical))
        {
            var other = next.Gates.FirstOrDefault(g => g.Key == gate.Key);
            if (other?.Kind != GateKind.Critical)
            {
                yield return $"{gate.Title} is critical";
            }
            else if (gate.Criteria.Except(other.Criteria, StringComparer.Ordinal).Any())
            {
                yield return $"the criteria {gate.Title} stands on";
            }
        }

        foreach (var item in now.Items.Where(i => i is { Blocking: true, Closed: false }))
        {
            if (next.Items.FirstOrDefault(i => i.Key == item.Key) is not ({ Blocking: true } or { Closed: true }))
            {
                yield return $"{item.Title} is blocking";
            }
        }
    }

    private static object? TargetOf(Measurement? m) => m is null ? null : (m.Comparator, m.Target, m.UpperTarget);
}
