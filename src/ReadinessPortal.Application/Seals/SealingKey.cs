using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ReadinessPortal.Application.Seals;

/// <summary>
/// The key that seals signatures: ECDSA on P-256 (FIPS 186-5), SHA-256. Where its private half lives is the business of
/// the <see cref="ECDsa"/> given: a file, or what the client library of a PKCS #11 token or a key service brings.
/// </summary>
public sealed class SealingKey : IDisposable
{
    private const int YearsOfCertificate = 30;

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

    /// <summary>As certificates and files call it.</summary>
    public static string NameOf(bool isDevelopment) =>
        $"ReadinessPortal{(isDevelopment ? " (development key)" : "")}";

    /// <summary>A certificate that it signs itself, for formats that ask for one. It vouches for nobody: what counts is
    /// whether its key is the one that was published.</summary>
    public X509Certificate2 Certificate(DateTimeOffset now) => Using(key =>
    {
        var name = new X500DistinguishedName($"CN={NameOf(IsDevelopment)}, SERIALNUMBER={Id}");
        var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509KeyUsageExtension(
            X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation, critical: true));
        var (from, until) = (now.AddDays(-1), now.AddYears(YearsOfCertificate));
        return request.Create(
            name, X509SignatureGenerator.CreateForECDsa(key), from, until, RandomNumberGenerator.GetBytes(15));
    });

    /// <summary>Lends the key itself, to one at a time: no library promises that two may ask it at once.</summary>
    public T Using<T>(Func<ECDsa, T> use)
    {
        lock (_lock)
        {
            return use(_key);
        }
    }

    /// <summary>A new one.</summary>
    public static SealingKey ForDevelopment() => new(ECDsa.Create(ECCurve.NamedCurves.nistP256), isDevelopment: true);

    /// <returns>The signature as <c>openssl dgst -sha256 -verify</c> reads it (RFC 3279, DER).</returns>
    public byte[] Sign(byte[] data) =>
        Using(key => key.SignData(data, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));

    /// <param name="hash">SHA-256 of the data.</param>
    /// <inheritdoc cref="Sign"/>
    public byte[] SignHash(byte[] hash) =>
        Using(key => key.SignHash(hash, DSASignatureFormat.Rfc3279DerSequence));

    /// <param name="publicKey">SubjectPublicKeyInfo, DER.</param>
    /// <returns>Whether the signature is of these data by that key; false too where either is none.</returns>
    public static bool Verifies(byte[] publicKey, ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature) =>
        VerifiesHash(publicKey, SHA256.HashData(data), signature);

    /// <param name="hash">SHA-256 of the data.</param>
    /// <inheritdoc cref="Verifies"/>
    public static bool VerifiesHash(byte[] publicKey, ReadOnlySpan<byte> hash, ReadOnlySpan<byte> signature)
    {
        using var key = ECDsa.Create();
        try
        {
            key.ImportSubjectPublicKeyInfo(publicKey, out _);
            return key.VerifyHash(hash, signature, DSASignatureFormat.Rfc3279DerSequence);
        }
        catch (CryptographicException)
        {
            return false; // whatever stands in the database may be none
        }
    }

    /// <summary>The private half, for whoever made it.</summary>
    internal byte[] ExportPrivate() => _key.ExportPkcs8PrivateKey();

    public void Dispose() => _key.Dispose();
}
