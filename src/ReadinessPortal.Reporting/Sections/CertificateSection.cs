using System.Globalization;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Seals;
using ReadinessPortal.Reporting.Look;

namespace ReadinessPortal.Reporting.Sections;

/// <summary>The certificate of completion: each signature with its seal, the keys, and what happened on the way to the
/// decision.</summary>
internal sealed class CertificateSection(ReportContent report) : ReportSection(report)
{
    private const float CodeSize = 84;

    public override string Id => "certificate";

    public override string Title => "Certificate of completion";

    public override IReadOnlyList<string> Chapters => [];

    public override string? WhyEmpty => Report.Input.Final && !Signatures.IsEmpty ? null
        : "it is made with the final decision";

    private System.Collections.Immutable.ImmutableArray<SealedSignature> Signatures => Report.Input.Signing.Signatures;

    protected override void Body(ColumnDescriptor column)
    {
        column.Item().Row(row =>
        {
            row.RelativeItem().PaddingRight(12).Column(Opened);
            if (Report.Input.CheckAt is { } address)
            {
                row.ConstantItem(CodeSize).Height(CodeSize).Width(CodeSize).Svg(QrCode.Svg(address));
            }
        });
        column.Subheading("Signatures");
        foreach (var signature in Signatures)
        {
            column.Item().BorderTop(0.4f).BorderColor(Ink.Hair).PaddingVertical(5).ShowEntire()
                .Column(box => Signature(box, signature));
        }

        column.Subheading("Keys");
        foreach (var key in Report.Input.Signing.Keys)
        {
            column.Item().PaddingBottom(3).ShowEntire().Column(box =>
            {
                box.Item().Text(key.IsDevelopment
                    ? "ECDSA P-256, made for Development: it proves nothing to anybody"
                    : "ECDSA P-256").Style(Typography.Small);
                Hash(box, "SHA-256 of the public key", key.Id);
            });
        }

        column.Subheading("Events", "from the freeze to the decision, as the audit has them");
        foreach (var told in Report.Input.Signing.Events)
        {
            column.Item().BorderTop(0.4f).BorderColor(Ink.Hair).PaddingVertical(3).ShowEntire().Column(box =>
            {
                box.Item().Text(text =>
                {
                    text.Span($"{told.Entry}  ").Style(Typography.Quiet);
                    text.Span(told.Summary);
                    text.Span($"  {Exactly(told.At)}, {told.Actor}").Style(Typography.Quiet);
                });
                Hash(box, "Entry", told.Sha256);
            });
        }

        column.Subheading("By hand");
        column.Bullet("The attached signatures.json has each record's hash, its seal and the public keys. Whoever "
            + "reads the audit downloads the records themselves, with mail address and network address of each signer, "
            + "on the page Revisions of the portal, and a script that checks them.");
        column.Bullet("One seal, with openssl: the record's hash as 32 bytes, the seal out of Base64, the key as PEM; "
            + "openssl pkeyutl -verify -pubin -inkey KEY.pem -in HASH -sigfile SEAL.");
        column.Bullet("Evidence: the attached evidence.json names each file with its SHA-256; sha256sum of a file in "
            + "hand has to give the same.");
    }

    private void Opened(ColumnDescriptor column)
    {
        var decision = Report.Record.Decision!;
        column.Paragraph($"Revision {Report.Input.Revision.Number} of {Report.Launch.Key} was signed as listed here "
            + $"and decided with {(decision.Proceed ? "YES" : "NO")} on {Report.At(decision.At)}. Each signature has a "
            + "record that was sealed in the same transaction and names the record before it.");
        Hash(column, "Revision", Report.Input.Sha256!);
        if (Report.Input.CheckAt is { } address)
        {
            column.Note($"Whoever has this file checks it at {address}");
        }
    }

    private static void Signature(ColumnDescriptor column, SealedSignature signature)
    {
        var record = signature.Record;
        column.Item().Text(text =>
        {
            text.Span($"{record.Number}  ").Style(Typography.Quiet);
            var word = SignatureWords.Of(record.Act, record.Decision, record.Proceed);
            text.Span($"{record.RoleTitle}: {word}").SemiBold();
            text.Span($"  {Exactly(record.At)}").Style(Typography.Quiet);
        });
        column.Item().Text($"{record.PrintedName}, identified by {record.Authentication}"
            + (record.AuthenticatedAt is { } at ? $" at {Exactly(at)}" : "")).Style(Typography.Small);
        column.Item().Text($"“{record.Meaning}”").Style(Typography.Small);
        column.Item().Text(record.Opened.IsEmpty ? "No page of the launch was opened since the freeze."
            : $"Opened since the freeze: {Counted.List([.. record.Opened.Select(o => o.Section)])}.")
            .Style(Typography.Quiet);
        Hash(column, "Record", signature.Sha256);
    }


    // As it is stored and sealed: to the microsecond, in UTC.
    private static string Exactly(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss.ffffff 'UTC'", CultureInfo.InvariantCulture);

    private static void Hash(ColumnDescriptor column, string of, string sha256) =>
        column.Item().Text($"{of} {sha256}").Style(Typography.Mono.FontColor(Ink.Quiet).FontSize(6.4f));
}
