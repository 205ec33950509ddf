using ReadinessPortal.Reporting.Look;

namespace ReadinessPortal.Reporting.Sections;

/// <summary>What this document was made of, and how anyone can check it.</summary>
internal sealed class IntegritySection(ReportContent report) : ReportSection(report)
{
    public const string Destination = "integrity";

    public override string Id => Destination;

    public override string Title => "How to check this document";

    public override IReadOnlyList<string> Chapters => [];

    protected override void Body(ColumnDescriptor column)
    {
        var revision = Report.Input.Revision;
        (string, string)[] rows =
        [
            ("Launch", Report.Launch.Key),
            ("Revision", Report.RevisionName),
            ("SHA-256 of its canonical JSON", Report.Input.Sha256 ?? "none: not frozen"),
            ("Frozen", Report.IsFrozen ? $"{Report.At(revision.FrozenAt)} by {revision.FrozenBy}" : "not frozen"),
            ("Facts as of change", $"{revision.ChangeNumber}"),
            ("Audit before the freeze", revision.Audit is { } link
                ? $"entry {link.Entry}, SHA-256 {link.Sha256}" : "not recorded"),
            ("Decision record up to audit entry", $"{Report.Record.UpTo}"),
            ("Rules version", $"{revision.RulesVersion}"),
            ("Renderer version", $"{ExecutiveReport.RendererVersion}"),
            ("Standing", Report.Input.Final
                ? "FINAL: rendered once at the final decision and stored"
                : "DRAFT: made on demand"),
        ];
        column.Item().Component(new Grid(
            [new("Property", 1.6f), new("Value", 4)],
            [.. rows.Select(r => new GridCell[] { new(r.Item1, Colour: Ink.Quiet), r.Item2 })]));
        if (Report.Input.Logo?.WhyNot is { } why)
        {
            column.Note($"The launch's logo is not printed: {why}.");
        }

        column.Subheading("Steps");
        if (Report.IsFrozen)
        {
            column.Bullet("Open the launch in the portal, then Revisions: the hash shown there has to be the one "
                + "printed above.");
            column.Bullet("Take the revision's JSON that is attached to this file, or download it from there, and "
                + "compute its SHA-256 with any tool, such as sha256sum: the result has to be the same.");
            column.Bullet("Signature records with their seals are on the same page of the portal, with public keys and "
                + "a script that checks them with openssl alone.");
            if (Report.Input.Final)
            {
                column.Bullet("This file is signed as a whole with the portal's key (PAdES): a reader of PDF files, or "
                    + "pdfsig, tells whether a byte of it was altered. Compare its key with the fingerprint that the "
                    + "portal's owner published.");
            }

            column.Bullet("Every figure in this report stands in that JSON; the report computes nothing of its own.");
            column.Bullet("The same revision, decision record and renderer make the same bytes on the same platform"
                + (Report.Input.Final ? ", the signature apart." : "."));
        }
        else
        {
            column.Bullet("Live data have no hash and can change at any moment: what can be checked, and signed, is "
                + "the report of a revision.");
        }

        if (Report.Launch.IsDemo)
        {
            column.Note("This is demo data: names marked (demo) are roles played for the demonstration, not people.");
        }
    }
}
