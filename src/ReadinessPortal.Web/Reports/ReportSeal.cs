using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using ReadinessPortal.Application.Seals;
using ReadinessPortal.Reporting.Files;
using ReadinessPortal.Web.Timestamps;

namespace ReadinessPortal.Web.Reports;

/// <summary>Signs final reports with the key that seals signatures, so that any reader of PDF files tells whether one
/// was altered.</summary>
internal sealed class ReportSeal(
    SealingKeys keys, TimestampAuthority authority, TimeProvider time, ILogger<ReportSeal> log)
{
    // Signing certificate attribute, version 2 (RFC 5035), without which it is no PAdES.
    private static readonly Oid _signingCertificate = new("1.2.840.113549.1.9.16.2.47");

    // Timestamp over the signature (RFC 3161, appendix A): with it, it is B-T.
    private static readonly Oid _signatureTimestamp = new("1.2.840.113549.1.9.16.2.14");

    private static readonly Oid _sha256 = new("2.16.840.1.101.3.4.2.1");

    /// <returns>The same file with a signature over all of it appended.</returns>
    public async Task<byte[]> SealAsync(byte[] pdf, CancellationToken ct)
    {
        var key = await keys.CurrentAsync(ct);
        var now = time.GetUtcNow();
        using var certificate = key.Certificate(now);
        return await PdfSignature.AppendAsync(
            pdf, new(SealingKey.NameOf(key.IsDevelopment), "This report is as the portal made it", now),
            covered => CmsAsync(covered, certificate, key, ct));
    }

    private async Task<byte[]> CmsAsync(
        byte[] covered, X509Certificate2 certificate, SealingKey key, CancellationToken ct)
    {
        var cms = key.Using(ecdsa => Cms(covered, certificate, ecdsa));
        if (authority.IsAsked)
        {
            try
            {
                var signer = cms.SignerInfos[0];
                var token = await authority.StampAsync(signer.GetSignature(), ct);
                signer.AddUnsignedAttribute(new AsnEncodedData(_signatureTimestamp, token.Der));
            }
            catch (TimestampException problem)
            {
                // A decision does not wait for its report, nor the report for an authority.
                log.LogWarning("A final report has no timestamp: {Reason}", problem.Message);
            }
        }

        return cms.Encode();
    }

    private static SignedCms Cms(byte[] covered, X509Certificate2 certificate, ECDsa key)
    {
        var signer = new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, certificate, key)
        {
            DigestAlgorithm = _sha256,
            IncludeOption = X509IncludeOption.EndCertOnly,
        };
        signer.SignedAttributes.Add(new AsnEncodedData(_signingCertificate, IdentityOf(certificate)));
        var cms = new SignedCms(new ContentInfo(covered), detached: true);
        cms.ComputeSignature(signer);
        return cms;
    }

    private static byte[] IdentityOf(X509Certificate2 certificate)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        using (writer.PushSequence())
        using (writer.PushSequence())
        {
            writer.WriteOctetString(SHA256.HashData(certificate.RawData));
        }

        return writer.Encode();
    }
}
