using ReadinessPortal.Domain.Evidence;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Domain.Registers;

/// <summary>What stands behind the rows of a register.</summary>
public static class RowEvidence
{
    /// <returns>By the rows' keys.</returns>
    public static ILookup<string, EvidenceItem> Behind(LaunchFacts facts, string register) =>
        (from item in facts.Evidence
         from subject in item.Supports
         where subject.Kind == SubjectKind.RegisterRow
             && subject.Key.StartsWith(register + "/", StringComparison.Ordinal)
         select (Row: subject.Key[(register.Length + 1)..], Item: item)).ToLookup(b => b.Row, b => b.Item);
}
