using System.Collections.Immutable;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Domain.Evidence;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Registers;

namespace ReadinessPortal.Web.Evidence;

/// <summary>To what of a launch a person may attach evidence.</summary>
public static class AttachRights
{
    public static ImmutableHashSet<SubjectRef> Of(LaunchView view, params ReadOnlySpan<SubjectKind> kinds)
    {
        var subjects = ImmutableHashSet.CreateBuilder<SubjectRef>();
        var facts = view.Board.Facts;
        foreach (var kind in kinds)
        {
            // Of evidence, a file that is only cited: it is received by attaching it.
            var named = kind == SubjectKind.Launch ? [new(kind, facts.Launch.Key)]
                : FactKinds.Named(facts, kind).Where(s => s.Fact is not EvidenceItem { IsInHand: true })
                    .Select(s => s.Subject);
            subjects.UnionWith(named
                .Where(s => Permissions.WhyNot(LaunchAction.AttachEvidence, view.Me, view.Board, s) is null));
        }

        return subjects.ToImmutable();
    }

    /// <summary>Whether a person may bring the bytes of evidence, or newer ones: they prove everything it supports, so
    /// they come from whoever answers for all of it.</summary>
    public static bool MayBring(LaunchView view, EvidenceItem item) => !item.Supports.IsEmpty && item.Supports.All(s =>
        Permissions.WhyNot(LaunchAction.AttachEvidence, view.Me, view.Board, s) is null);

    /// <summary>Those of the rows of a register that a person may attach evidence to.</summary>
    public static ImmutableHashSet<SubjectRef> OfRows(
        LaunchView view, string register, IEnumerable<RegisterRow> rows) =>
    [
        .. Rows(register, rows)
            .Where(s => Permissions.WhyNot(LaunchAction.AttachEvidence, view.Me, view.Board, s) is null),
    ];

    /// <summary>Evidence that stands behind one of these rows of a register.</summary>
    public static ImmutableArray<EvidenceItem> BehindRows(
        LaunchView view, string register, IEnumerable<RegisterRow> rows)
    {
        var subjects = Rows(register, rows).ToHashSet();
        return [.. view.Board.Facts.Evidence.Where(e => e.Supports.Any(subjects.Contains))];
    }

    private static IEnumerable<SubjectRef> Rows(string register, IEnumerable<RegisterRow> rows) =>
        rows.Select(row => new SubjectRef(SubjectKind.RegisterRow, $"{register}/{row.Key}"));
}
