using System.Security.Cryptography;

namespace ReadinessPortal.Application.Seals;

/// <summary>
/// The key that seals signatures: ECDSA on P-256 (FIPS 186-5), SHA-256. Where its private half lives is the business of
/// the <see cref="ECDsa"/> given: a file, or what the client library of a PKCS #11 token or a key service brings.
/// </summary>
public sealed class SealingKey : IDisposable
{
    private readonly ECDsa _key;
    private readonly Lock _lock = new();

    /// <param name="isDevelopment">Made by a portal in Development: it is marked so in everything it seals.</param>
    /// <exception cref="ArgumentException">Not a key on P-256.</exception>
    public SealingKey(ECDsa key, bool isDevelopment)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (key.KeySize != 256 || key.ExportParameters(false).Curve.Oid.Value != ECCurve.NamedCurves.nistP256.Oid.Value)
        {
            throw new ArgumentException("The key that seals signatures is an elliptic curve key on P-256.");
        }

        (_key, IsDevelopment) = (key, isDevelopment);
        PublicKey = key.ExportSubjectPublicKeyInfo();
        Id = IdOf(PublicKey);
    }

    /// <summary>Lower-case SHA-256 of <see cref="PublicKey"/>.</summary>
    public string Id { get; }

    /// <summary>SubjectPublicKeyInfo, DER.</summary>
    public byte[] PublicKey { get; }

    public bool IsDevelopment { get; }

    public static string IdOf(ReadOnlySpan<byte> publicKey) => Convert.ToHexStringLower(SHA256.HashData(publicKey));

    /// <summary>A new one.</summary>
    public static SealingKey ForDevelopment() => new(ECDsa.Create(ECCurve.NamedCurves.nistP256), isDevelopment: true);

    /// <returns>The signature as <c>openssl dgst -sha256 -verify</c> reads it (RFC 3279, DER).</returns>
    public byte[] Sign(ReadOnlySpan<byte> data)
    {
        lock (_lock) // no library promises that two may ask it at once
        {
            return _key.SignData(data, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        }
    }

    /// <param name="publicKey">SubjectPublicKeyInfo, DER.</param>
    /// <returns>Whether the signature is of these data by that key; false too where the key is none.</returns>
    public static bool Verifies(byte[] publicKey, ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
    {
        using var key = ECDsa.Create();
        try
        {
            key.ImportSubjectPublicKeyInfo(publicKey, out _);
        }
        catch (CryptographicException)
        {
            return false;
        }

        return key.VerifyData(data, signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
    }

    /// <summary>The private half, for whoever made it.</summary>
    internal byte[] ExportPrivate() => _key.ExportPkcs8PrivateKey();

    public void Dispose() => _key.Dispose();
}
