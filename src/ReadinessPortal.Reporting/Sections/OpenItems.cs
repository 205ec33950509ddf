using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Items;
using ReadinessPortal.Reporting.Look;

namespace ReadinessPortal.Reporting.Sections;

/// <summary>Outstanding items in short, as the summary and the board's pages list them.</summary>
internal static class OpenItems
{
    public static GridColumn[] Columns { get; } =
        [new("Item"), new("Priority"), new("Target"), new("Owner"), new("Blocking")];

    public static GridCell[] Row(OutstandingItem item) =>
    [
        item.Title,
        Format.Word(item.Priority),
        item.Target is { } target ? Format.Date(target) : "not stated",
        item.Owner ?? "not stated",
        item.Blocking ? new GridCell("blocking", StatusMark.No) : "no",
    ];
}
