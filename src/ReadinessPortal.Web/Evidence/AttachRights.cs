using System.Collections.Immutable;
using ReadinessPortal.Application.Launches;
using ReadinessPortal.Domain.Evidence;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Registers;

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

    /// <summary>The rows of one register that a person may attach evidence to.</summary>
    public static ImmutableHashSet<SubjectRef> OfRows(LaunchView view, Register register) =>
        [.. Rows(register).Where(s => Permissions.WhyNot(LaunchAction.AttachEvidence, view.Me, view.Board, s) is null)];

    /// <summary>Evidence that stands behind a row of the register.</summary>
    public static ImmutableArray<EvidenceItem> BehindRows(LaunchView view, Register register)
    {
        var rows = Rows(register).ToHashSet();
        return [.. view.Board.Facts.Evidence.Where(e => e.Supports.Any(rows.Contains))];
    }

    private static IEnumerable<SubjectRef> Rows(Register register) =>
        register.Rows.Select(row => new SubjectRef(SubjectKind.RegisterRow, $"{register.Key}/{row.Key}"));

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
