using System.Collections.Immutable;
using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Drills;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Domain.Figures;

/// <summary>Everything that has a limit, by how much of it is left.</summary>
public static class HeadroomLines
{
    /// <summary>Thinnest first.</summary>
    public static ImmutableArray<HeadroomLine> Of(
        LaunchFacts facts, ImmutableArray<CriterionStanding> criteria, ImmutableArray<DrillStanding> drills) =>
    [
        .. facts.Drills.Zip(drills).SelectMany(d => OfDrill(d.First, d.Second))
            .Concat(facts.Criteria.Zip(criteria).SelectMany(c => OfCriterion(c.First, c.Second)))
            .OrderBy(l => l.Headroom),
    ];

    private static IEnumerable<HeadroomLine> OfDrill(Drill drill, DrillStanding standing)
    {
        var subject = new SubjectRef(SubjectKind.Drill, drill.Key);
        if (standing is { RtoHeadroom: { } time, RtoTargetShown: { } target })
        {
            yield return new(subject, $"{drill.Title}, recovery time", standing.RtoShown, target, time,
                standing.RtoMet == true);
        }

        if (standing.RpoHeadroom is { } loss)
        {
            yield return new(subject, $"{drill.Title}, data loss", Format.Quantity(drill.Rpo),
                Format.Target(Comparator.LessThan, drill.RpoTarget)!, loss, standing.RpoMet == true);
        }
    }

    private static IEnumerable<HeadroomLine> OfCriterion(Criterion criterion, CriterionStanding standing) =>
        criterion.Measurements.Zip(standing.Measurements)
            .Where(m => m.Second is { Headroom: not null, TargetShown: not null })
            .Select(m => new HeadroomLine(new SubjectRef(SubjectKind.Criterion, criterion.Key),
                CriterionRules.Label(m.First), m.Second.ValueShown, m.Second.TargetShown!, m.Second.Headroom!.Value,
                m.Second.Met == true));
}
