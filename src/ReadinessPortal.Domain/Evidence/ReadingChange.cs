using System.Collections.Immutable;
using ReadinessPortal.Domain.Figures;

namespace ReadinessPortal.Domain.Evidence;

/// <summary>A figure of a file beside the same one of the file before it in its slot.</summary>
/// <param name="Before">Null where the file before did not say it.</param>
/// <param name="After">Null where it is not said any more.</param>
public sealed record ReadingChange(string Metric, Quantity? Before, Quantity? After)
{
    /// <summary>As a share of what it was; null where there is none.</summary>
    public decimal? Share => Before is { Amount: not 0 } was && After is { } now && now.Unit.IsComparableTo(was.Unit)
        ? (now.InBase - was.InBase) / Math.Abs(was.InBase)
        : null;

    /// <summary><c>287 ms → 412 ms, +44 %</c>.</summary>
    public string Text => $"{Shown(Before)} \u2192 {Shown(After)}"
        + (Share is { } share ? $", {(share > 0 ? "+" : "")}{Format.Percent(share)}" : "");

    /// <summary>Of everything that is not the same, in the order of the newer file.</summary>
    public static ImmutableArray<ReadingChange> Between(EvidenceReading before, EvidenceReading after) =>
    [
        .. after.Figures.Select(f => f.Metric).Union(before.Figures.Select(f => f.Metric))
            .Select(m => new ReadingChange(m, before.Find(m), after.Find(m)))
            .Where(c => c.Before != c.After),
    ];

    private static string Shown(Quantity? value) => value is null ? "not said" : Format.Quantity(value.Value);
}
