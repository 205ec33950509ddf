using Microsoft.AspNetCore.Components;
using ReadinessPortal.Domain.Charts;
using ReadinessPortal.Domain.Evidence;
using ReadinessPortal.Domain.Figures;

namespace ReadinessPortal.Web.Evidence;

/// <summary>A figure over the last deliveries of its slot.</summary>
internal static class Trend
{
    // Two are told apart by words; more than these no longer fit a line as small as a word.
    private const int Fewest = 3;
    private const int Most = 20;

    /// <summary>A small drawing, or null where there are too few deliveries that say the figure.</summary>
    /// <param name="item">The last one of them.</param>
    public static MarkupString? Of(EvidenceItem? item, string? metric, IEnumerable<EvidenceItem> all)
    {
        if (item is null || metric is null)
        {
            return null;
        }

        var values = Slots.Since(item, all).Select(e => e.Reading?.Find(metric)).OfType<Quantity>().Take(Most)
            .Reverse().ToList();
        return values.Count < Fewest || values.Exists(v => !v.Unit.IsComparableTo(values[0].Unit)) ? null
            : new(SparklineSvg.Draw([.. values.Select(v => v.InBase)],
                $"Over {values.Count} deliveries: {string.Join(", ", values.Select(v => Format.Quantity(v)))}",
                ChartPalette.Screen));
    }
}
