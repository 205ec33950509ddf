using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using ReadinessPortal.Readings.Json;

namespace ReadinessPortal.Readings.Attestations;

/// <summary>Bundles of Sigstore, v0.1 to v0.3: an envelope, or the signature of an artifact by its digest, with the
/// certificate or a hint to the key
/// (https://github.com/sigstore/protobuf-specs/blob/main/protos/sigstore_bundle.proto).</summary>
public sealed class SigstoreFormat : ISignedFormat
{
    private const int LargestCertificate = 64 << 10;
    private const int MostCertificates = 10;

    private static readonly string[] _types =
    [
        "application/vnd.dev.sigstore.bundle+json;version=0.1",
        "application/vnd.dev.sigstore.bundle+json;version=0.2",
        "application/vnd.dev.sigstore.bundle+json;version=0.3",
        "application/vnd.dev.sigstore.bundle.v0.3+json",
    ];

    private static readonly Dictionary<string, (HashAlgorithmName Hash, string Name, int Bytes)> _hashes = new()
    {
        ["SHA2_256"] = (HashAlgorithmName.SHA256, "sha256", SHA256.HashSizeInBytes),
        ["SHA2_384"] = (HashAlgorithmName.SHA384, "sha384", SHA384.HashSizeInBytes),
        ["SHA2_512"] = (HashAlgorithmName.SHA512, "sha512", SHA512.HashSizeInBytes),
    };

    public string Name => "sigstore";

    public bool Claims(JsonElement root) => root.ValueKind == JsonValueKind.Object
        && root.TryGetProperty("mediaType", out var type) && _types.Contains(type.TextOrNull());

    public Attested Read(JsonPart root, TrustedSigners trusted, AttestationRemarks remarks)
    {
        var made = root.Required("verificationMaterial");
        var certificates = Certificates(made);
        try
        {
            var certificate = certificates is [var leaf, .. var others]
                ? new SigningCertificate(leaf, [.. others], SigningTime.Of(made))
                : null;
            return root.Member("dsseEnvelope") is { } envelope
                ? Envelope.Read(envelope, certificate, trusted, remarks)
                : OfArtifact(root.Member("messageSignature")
                    ?? throw root.Wrong("has neither 'dsseEnvelope' nor 'messageSignature'"),
                    certificate, trusted, remarks);
        }
        finally
        {
            foreach (var one in certificates)
            {
                one.Dispose();
            }
        }
    }

    // Nothing is said of the artifact but its digest, which is what is signed.
    private static Attested OfArtifact(
        JsonPart root, SigningCertificate? certificate, TrustedSigners trusted, AttestationRemarks remarks)
    {
        var message = root.Required("messageDigest");
        var algorithm = message.Required("algorithm");
        if (!_hashes.TryGetValue(algorithm.Text(), out var hash))
        {
            throw algorithm.Wrong($"must be one of {string.Join(", ", _hashes.Keys)}");
        }

        var part = message.Required("digest");
        var digest = part.Base64(hash.Bytes);
        if (digest.Length < hash.Bytes)
        {
            throw part.Wrong($"has {digest.Length} bytes, and must have {hash.Bytes}");
        }

        var signatures = new Signatures(SignedMessage.OfHash(hash.Hash, digest), certificate, trusted, remarks);
        signatures.Check([root.Required("signature")]);
        return new Attested
        {
            Subjects = [new(null, Digests.None.Add(hash.Name, Convert.ToHexStringLower(digest)))],
            SubjectCount = 1,
            SignaturesVerified = signatures.Verified,
            SignedBy = signatures.SignedBy is { } name ? [name] : [],
        };
    }

    // From version 0.3 the leaf alone; before, a chain that begins with it. Of a key there is only a hint.
    private static List<X509Certificate2> Certificates(JsonPart made)
    {
        IEnumerable<JsonPart> parts = made.Member("certificate") is { } leaf ? [leaf]
            : made.Member("x509CertificateChain")?.Items("certificates") ?? [];
        var certificates = new List<X509Certificate2>();
        foreach (var part in parts)
        {
            if (certificates.Count == MostCertificates)
            {
                throw part.Wrong($"is one of more than {MostCertificates} certificates, as no chain has");
            }

            certificates.Add(Certificate(part.Required("rawBytes")));
        }

        return certificates;
    }

    private static X509Certificate2 Certificate(JsonPart part)
    {
        try
        {
            return X509CertificateLoader.LoadCertificate(part.Base64(LargestCertificate));
        }
        catch (CryptographicException)
        {
            throw part.Wrong("is no certificate");
        }
    }
}
