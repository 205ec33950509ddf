using System.Collections.Immutable;
using ReadinessPortal.Application.Launches;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Web.Evidence;

/// <summary>To what of a launch a person may attach evidence.</summary>
public static class AttachRights
{
    public static ImmutableHashSet<SubjectRef> Of(LaunchView view, params ReadOnlySpan<SubjectKind> kinds)
    {
        var subjects = ImmutableHashSet.CreateBuilder<SubjectRef>();
        foreach (var kind in kinds)
        {
            subjects.UnionWith(All(view.Board.Facts, kind)
                .Select(key => new SubjectRef(kind, key))
                .Where(s => Permissions.WhyNot(LaunchAction.AttachEvidence, view.Me, view.Board, s) is null));
        }

        return subjects.ToImmutable();
    }

    private static IEnumerable<string> All(LaunchFacts facts, SubjectKind kind) => kind switch
    {
        SubjectKind.Criterion => facts.Criteria.Select(c => c.Key),
        SubjectKind.Drill => facts.Drills.Select(d => d.Key),
        SubjectKind.Gate => facts.Gates.Select(g => g.Key),
        SubjectKind.Item => facts.Items.Select(i => i.Key),
        SubjectKind.Risk => facts.Risks.Select(r => r.Key),
        SubjectKind.RegisterRow => facts.Registers.SelectMany(r => r.Rows.Select(row => $"{r.Key}/{row.Key}")),
        SubjectKind.Evidence => facts.Evidence.Where(e => !e.IsInHand).Select(e => e.Key),
        _ => [],
    };
}
