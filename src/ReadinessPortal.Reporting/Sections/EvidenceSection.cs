using ReadinessPortal.Domain.Evidence;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Reporting.Look;

namespace ReadinessPortal.Reporting.Sections;

/// <summary>The inventory of evidence, then the registers of the evidence chapter.</summary>
internal sealed class EvidenceSection(ReportContent report) : RegistersSection(report, "evidence", "Evidence")
{
    protected override void Body(ColumnDescriptor column)
    {
        var inHand = Report.Facts.Evidence.Count(e => e.IsInHand);
        column.Paragraph(
            $"{Report.Facts.Evidence.Length} files: {inHand} in hand with the hash printed here, {Report.Facts.Evidence.Length - inHand} cited and not in hand. A file that is not in hand proves nothing.");
        if (Report.Facts.Evidence.Length > 0)
        {
            column.Item().Component(new Grid(
                [new("Id", 2.2f), new("Title", 3), new("File", 2.8f), new("Captured", 1.3f), new("Size", 0.9f, true), new("SHA-256", 1.6f)],
                [.. Report.Facts.Evidence.Select(Row)]));
        }

        base.Body(column);
    }

    private static GridCell[] Row(EvidenceItem evidence) =>
    [
        evidence.Key,
        evidence.Title,
        new(evidence.CitedAs ?? evidence.FileName, Colour: Ink.Quiet),
        evidence.CapturedOn is { } day ? $"{Format.Day(day)}{(evidence.CapturedAssumed ? " (assumed)" : "")}" : "not known",
        evidence.Size is { } size ? Format.Bytes(size) : "",
        evidence.Sha256 is { } hash ? $"{hash[..4]} {hash[4..8]} {hash[8..12]}" : new GridCell("cited, not in hand", Mark.Open),
    ];
}
