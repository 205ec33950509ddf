using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using ReadinessPortal.Application.Seals;

namespace ReadinessPortal.Web.Reports;

/// <summary>
/// The signature inside a report (CMS, RFC 5652; CAdES): one signer, one certificate, and at most a timestamp beside
/// what is signed. A signature covers neither its own certificate nor the names of the algorithms it uses, so what was
/// read has to be exactly as it is written here: nothing in it can be altered unnoticed.
/// </summary>
internal static class PortalCms
{
    private const string SignedData = "1.2.840.113549.1.7.2";
    private const string Data = "1.2.840.113549.1.7.1";
    private const string Sha256 = "2.16.840.1.101.3.4.2.1";
    private const string EcdsaWithSha256 = "1.2.840.10045.4.3.2";

    // Signing certificate attribute, version 2 (RFC 5035), without which it is no PAdES.
    private const string SigningCertificate = "1.2.840.113549.1.9.16.2.47";

    // Timestamp over the signature (RFC 3161, appendix A): with it, it is B-T.
    private const string SignatureTimestamp = "1.2.840.113549.1.9.16.2.14";

    private static readonly Asn1Tag _first = new(TagClass.ContextSpecific, 0, isConstructed: true);
    private static readonly Asn1Tag _second = new(TagClass.ContextSpecific, 1, isConstructed: true);

    /// <returns>A detached signature.</returns>
    public static SignedCms Sign(byte[] covered, X509Certificate2 certificate, ECDsa key)
    {
        var signer = new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, certificate, key)
        {
            DigestAlgorithm = new(Sha256), IncludeOption = X509IncludeOption.EndCertOnly,
        };
        signer.SignedAttributes.Add(new AsnEncodedData(new Oid(SigningCertificate), IdentityOf(certificate)));
        var cms = new SignedCms(new ContentInfo(covered), detached: true);
        cms.ComputeSignature(signer);
        return cms;
    }

    public static void Add(SignedCms cms, TimestampToken token) => cms.SignerInfos[0].AddUnsignedAttribute(
        new AsnEncodedData(new Oid(SignatureTimestamp), token.Der));

    /// <returns>The certificate and the timestamp, if there is one; null where the signature is not of these bytes, or
    /// not as it was written.</returns>
    /// <exception cref="CryptographicException">It is none.</exception>
    /// <exception cref="AsnContentException">Nor is it DER.</exception>
    public static ReadSignature? Read(byte[] encoded, byte[] covered)
    {
        var cms = new SignedCms(new ContentInfo(covered), detached: true);
        cms.Decode(encoded);
        cms.CheckSignature(verifySignatureOnly: true);
        if (cms.SignerInfos is not [{ Certificate: { } certificate } signer] || cms.Certificates.Count != 1
            || !IsOf(signer, certificate))
        {
            return null;
        }

        var (written, timestamp) = WrittenAgain(encoded, certificate);
        return written.AsSpan().SequenceEqual(encoded) ? new(certificate, signer.GetSignature(), timestamp) : null;
    }

    private static bool IsOf(SignerInfo signer, X509Certificate2 certificate) =>
        signer.SignedAttributes.Cast<CryptographicAttributeObject>().Any(a => a.Oid.Value == SigningCertificate
            && a.Values is [var value] && value.RawData.AsSpan().SequenceEqual(IdentityOf(certificate)));

    private static (byte[] Written, byte[]? Timestamp) WrittenAgain(byte[] encoded, X509Certificate2 certificate)
    {
        var content = new AsnReader(encoded, AsnEncodingRules.DER).ReadSequence();
        content.ReadObjectIdentifier();
        var signedData = content.ReadSequence(_first).ReadSequence();
        for (var i = 0; i < 4; i++) // version, algorithms, content, certificates
        {
            signedData.ReadEncodedValue();
        }

        var signer = signedData.ReadSetOf().ReadSequence();
        signer.ReadEncodedValue();
        signer.ReadEncodedValue();
        signer.ReadEncodedValue();
        var attributes = signer.ReadEncodedValue();
        signer.ReadEncodedValue();
        var signature = signer.ReadOctetString();
        byte[]? timestamp = null;
        if (signer.HasData)
        {
            var beside = signer.ReadSetOf(_second).ReadSequence();
            beside.ReadObjectIdentifier();
            timestamp = beside.ReadSetOf().ReadEncodedValue().ToArray();
        }

        return (Write(certificate, attributes.Span, signature, timestamp), timestamp);
    }

    private static byte[] Write(
        X509Certificate2 certificate, ReadOnlySpan<byte> attributes, byte[] signature, byte[]? timestamp)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(SignedData);
            using (writer.PushSequence(_first))
            using (writer.PushSequence())
            {
                writer.WriteInteger(1);
                using (writer.PushSetOf())
                {
                    Named(writer, Sha256);
                }

                Named(writer, Data);
                using (writer.PushSetOf(_first))
                {
                    writer.WriteEncodedValue(certificate.RawData);
                }

                using (writer.PushSetOf())
                using (writer.PushSequence())
                {
                    writer.WriteInteger(1);
                    using (writer.PushSequence())
                    {
                        writer.WriteEncodedValue(certificate.IssuerName.RawData);
                        writer.WriteInteger(certificate.SerialNumberBytes.Span);
                    }

                    Named(writer, Sha256);
                    writer.WriteEncodedValue(attributes);
                    Named(writer, EcdsaWithSha256);
                    writer.WriteOctetString(signature);
                    Beside(writer, timestamp);
                }
            }
        }

        return writer.Encode();
    }

    private static void Beside(AsnWriter writer, byte[]? timestamp)
    {
        if (timestamp is null)
        {
            return;
        }

        using (writer.PushSetOf(_second))
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(SignatureTimestamp);
            using (writer.PushSetOf())
            {
                writer.WriteEncodedValue(timestamp);
            }
        }
    }

    private static void Named(AsnWriter writer, string oid)
    {
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(oid);
        }
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

/// <param name="Signature">What a timestamp is of.</param>
/// <param name="Timestamp">DER; null where there is none.</param>
internal sealed record ReadSignature(X509Certificate2 Certificate, byte[] Signature, byte[]? Timestamp);
