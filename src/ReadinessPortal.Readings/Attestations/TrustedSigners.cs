using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ReadinessPortal.Readings.Attestations;

/// <summary>
/// Whose signatures count: public keys, and roots of certificates. Without any, signatures are left unchecked, and the
/// reading says so.
/// <para>
/// What a root proves: that the leaf certificate was issued under it, for signing code, and was valid at the time
/// that the file gives for the signature. What it does not prove: no transparency log is asked, so that this time is
/// the signer's word; nothing is asked about revocation; and who the certificate names is read and not judged
/// (<see cref="Attested.SignedBy"/>). Under a root that certifies everybody, as Sigstore's public one does, a verified
/// signature only means that somebody signed.
/// </para>
/// </summary>
public sealed class TrustedSigners
{
    private TrustedSigners(
        ImmutableArray<SignatureKey> keys, ImmutableArray<X509Certificate2> roots,
        ImmutableArray<X509Certificate2> intermediates)
    {
        Keys = keys;
        Roots = roots;
        Intermediates = intermediates;
    }

    /// <summary>Nobody: every signature stays unchecked.</summary>
    public static TrustedSigners None { get; } = new([], [], []);

    internal ImmutableArray<SignatureKey> Keys { get; }

    internal ImmutableArray<X509Certificate2> Roots { get; }

    internal ImmutableArray<X509Certificate2> Intermediates { get; }

    /// <summary>These and the public keys in a PEM text: ECDSA on P-256 or P-384, or RSA from 2048 bits.</summary>
    /// <exception cref="FormatException">There is none in it, or one that cannot be used; the message goes on after
    /// the name of the file: "holds no public key…".</exception>
    public TrustedSigners WithKeys(string pem)
    {
        var added = new List<SignatureKey>();
        foreach (var (label, data) in Blocks(pem))
        {
            added.Add(label switch
            {
                "PUBLIC KEY" => SignatureKey.Of(Spki(data)) ?? throw new FormatException(
                    $"holds a public key of a kind that cannot be checked ({SignatureKey.Kind(Spki(data))}). Give one "
                        + SignatureKey.Supported),
                "CERTIFICATE" => throw new FormatException("holds a certificate. A root is given as a root."),
                _ when label.EndsWith("PRIVATE KEY", StringComparison.Ordinal) => throw new FormatException(
                    "holds a private key. Give the public one, and keep this one to yourself."),
                _ => throw new FormatException($"holds '{ReadingCollector.Clean(label, 40)}' where a PUBLIC KEY "
                    + "belongs. Export it with openssl pkey -pubout."),
            });
        }

        return added.Count > 0
            ? new([.. Keys, .. added], Roots, Intermediates)
            : throw new FormatException("holds no public key in PEM (-----BEGIN PUBLIC KEY-----).");
    }

    /// <summary>These and the certificates in a PEM text: at least one root, which has signed itself, and what stands
    /// between roots and leaves where signed files do not bring it.</summary>
    /// <exception cref="FormatException">There is no root in it, or something else; the message goes on after the name
    /// of the file.</exception>
    public TrustedSigners WithRoots(string pem)
    {
        var added = new List<X509Certificate2>();
        foreach (var (label, data) in Blocks(pem))
        {
            added.Add(label == "CERTIFICATE" ? Certificate(data) : throw new FormatException(
                $"holds '{ReadingCollector.Clean(label, 40)}' where a CERTIFICATE belongs."));
        }

        var roots = added.Where(IsRoot).ToList();
        return roots.Count > 0
            ? new(Keys, [.. Roots, .. roots], [.. Intermediates, .. added.Except(roots)])
            : throw new FormatException("holds no root certificate in PEM (-----BEGIN CERTIFICATE-----), which is one "
                + "that has signed itself.");
    }

    private static bool IsRoot(X509Certificate2 certificate) =>
        certificate.SubjectName.RawData.AsSpan().SequenceEqual(certificate.IssuerName.RawData);

    private static IEnumerable<(string Label, byte[] Data)> Blocks(string pem)
    {
        var at = 0;
        while (PemEncoding.TryFind(pem.AsSpan(at), out var block))
        {
            var text = pem[at..];
            at += block.Location.End.GetOffset(text.Length);
            yield return (text[block.Label], Convert.FromBase64String(text[block.Base64Data]));
        }
    }

    private static PublicKey Spki(byte[] data)
    {
        try
        {
            return PublicKey.CreateFromSubjectPublicKeyInfo(data, out _);
        }
        catch (CryptographicException problem)
        {
            throw new FormatException("holds a public key that is damaged. Export it again.", problem);
        }
    }

    private static X509Certificate2 Certificate(byte[] data)
    {
        try
        {
            return X509CertificateLoader.LoadCertificate(data);
        }
        catch (CryptographicException problem)
        {
            throw new FormatException("holds a certificate that is damaged. Export it again.", problem);
        }
    }
}
