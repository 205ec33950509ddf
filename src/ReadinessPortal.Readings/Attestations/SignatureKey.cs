using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ReadinessPortal.Readings.Attestations;

/// <summary>A public key that signatures can be checked with. It is kept as its bytes: what the base library makes of
/// them is not for many threads at once.</summary>
internal sealed class SignatureKey
{
    /// <summary>What can be checked, at the end of a sentence. The base library has no Ed25519.</summary>
    public const string Supported = "that is ECDSA on P-256 or P-384, or RSA from 2048 bits.";

    private const string Rsa = "1.2.840.113549.1.1.1";
    private const string Ec = "1.2.840.10045.2.1";
    private const string Ed25519 = "1.3.101.112";
    private const string P256 = "1.2.840.10045.3.1.7";
    private const string P384 = "1.3.132.0.34";
    private const int ShortestRsa = 2048;

    private static readonly RSASignaturePadding[] _paddings = [RSASignaturePadding.Pkcs1, RSASignaturePadding.Pss];

    private readonly byte[] _spki;
    private readonly ImmutableArray<HashAlgorithmName> _hashes;
    private readonly bool _isRsa;

    private SignatureKey(PublicKey key, bool isRsa, params ImmutableArray<HashAlgorithmName> hashes)
    {
        _spki = key.ExportSubjectPublicKeyInfo();
        _isRsa = isRsa;
        _hashes = hashes;
    }

    /// <summary>The key, or null where signatures of its kind cannot be checked or are too weak to prove anything.
    /// </summary>
    public static SignatureKey? Of(PublicKey key)
    {
        try
        {
            return key.Oid.Value switch
            {
                Rsa => OfRsa(key),
                Ec => OfCurve(key),
                _ => null,
            };
        }
        catch (Exception problem) when (problem is CryptographicException or PlatformNotSupportedException)
        {
            // Its algorithm is known, and its curve or its parameters are not.
            return null;
        }
    }

    /// <summary>What a key is, for people.</summary>
    public static string Kind(PublicKey key) => key.Oid.Value switch
    {
        Rsa => "RSA that is too short or damaged",
        Ec => "another curve",
        Ed25519 => "Ed25519",
        var other => $"algorithm {other}",
    };

    /// <summary>Whether the signature is of this message: RSA with SHA-256, padded by PKCS #1 or by PSS with a salt
    /// as long as the hash, which is the only one that the base library knows; ECDSA, in DER or as its two numbers one
    /// after the other, with the hash of the curve's size or, as some tools do on every curve, with SHA-256.
    /// </summary>
    public bool Verifies(SignedMessage message, byte[] signature) =>
        _hashes.Any(hash => message.Hash(hash) is { } digest && Verifies(digest, hash, signature));

    private bool Verifies(byte[] digest, HashAlgorithmName hash, byte[] signature)
    {
        try
        {
            if (_isRsa)
            {
                using var rsa = RSA.Create();
                rsa.ImportSubjectPublicKeyInfo(_spki, out _);
                return _paddings.Any(padding => rsa.VerifyHash(digest, signature, hash, padding));
            }

            using var curve = ECDsa.Create();
            curve.ImportSubjectPublicKeyInfo(_spki, out _);
            return (signature.Length == 2 * curve.KeySize / 8
                    && curve.VerifyHash(digest, signature, DSASignatureFormat.IeeeP1363FixedFieldConcatenation))
                || curve.VerifyHash(digest, signature, DSASignatureFormat.Rfc3279DerSequence);
        }
        catch (CryptographicException)
        {
            // Bytes that are no signature at all.
            return false;
        }
    }

    private static SignatureKey? OfRsa(PublicKey key)
    {
        using var rsa = key.GetRSAPublicKey();
        return rsa?.KeySize >= ShortestRsa ? new(key, isRsa: true, HashAlgorithmName.SHA256) : null;
    }

    private static SignatureKey? OfCurve(PublicKey key)
    {
        using var curve = key.GetECDsaPublicKey();
        return curve?.ExportParameters(includePrivateParameters: false).Curve.Oid?.Value switch
        {
            P256 => new(key, isRsa: false, HashAlgorithmName.SHA256),
            P384 => new(key, isRsa: false, HashAlgorithmName.SHA384, HashAlgorithmName.SHA256),
            _ => null,
        };
    }
}
