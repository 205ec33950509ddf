using ReadinessPortal.Domain.Evidence;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Reporting.Look;

namespace ReadinessPortal.Reporting.Sections;

/// <summary>The inventory of evidence, then the registers of the evidence chapter.</summary>
internal sealed class EvidenceSection(ReportContent report) : RegistersSection(report, "evidence", "Evidence")
{
    public override string? WhyEmpty =>
        Report.Facts.Evidence.Length > 0 || base.WhyEmpty is null ? null : "no evidence and no register";

    protected override bool HasBody => true;

    protected override void Body(ColumnDescriptor column)
    {
        var inHand = Report.Facts.Evidence.Where(e => e.IsInHand).ToList();
        var cited = Report.Facts.Evidence.Where(e => !e.IsInHand).ToList();
        column.Lead($"{Report.Facts.Evidence.Length} files: {inHand.Count} in hand with the hash printed here, "
            + $"{cited.Count} referenced and not uploaded. A file that is not uploaded proves nothing.");
        if (inHand.Count > 0)
        {
            column.Subheading("Uploaded");
            column.Item().Component(new Grid(
                [
                    new("Title", 2.4f), new("File", 4), new("Captured", 1.3f), new("Size", 0.8f, Right: true),
                    new("SHA-256", 1.5f),
                ],
                [.. inHand.Select(InHand)])
            {
                IsLong = inHand.Any(e => e.Note is not null),
            });
        }

        if (cited.Count > 0)
        {
            column.Subheading("Only referenced", "each is referenced, not uploaded");
            column.Item().Component(new Grid(
                [new("Title", 2.2f), new("Cited as", 4)],
                [.. cited.Select(e => new GridCell[] { VisibleText.Of(e.Title), Cited(e) })]));
        }
    }

    private static GridCell[] InHand(EvidenceItem evidence) =>
    [
        VisibleText.Of(evidence.Title),
        Cited(evidence),
        new(evidence.CapturedOn is { } day ? Format.Day(day) : "not known",
            Note: evidence.CapturedAssumed ? "assumed" : null),
        new(evidence.Size is { } size ? Format.Bytes(size) : "",
            Note: evidence.IsEmpty ? "empty, proves nothing" : null),
        evidence.Sha256 is { } hash ? $"{hash[..4]}\u00A0{hash[4..8]}\u00A0{hash[8..12]}" : "not hashed",
    ];

    private static GridCell Cited(EvidenceItem evidence) =>
        new(VisibleText.Of(evidence.CitedAs ?? evidence.FileName ?? "not stated"), Colour: Ink.Quiet,
            Note: evidence.Note is { } note ? VisibleText.Of(note) : null);
}
