using System.IO.Compression;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using ReadinessPortal.Application.Evidence;

namespace ReadinessPortal.UnitTests.Evidence;

public sealed class FindingPrivateKeys
{
    private const string Pem = "-----BEGIN EC PRIVATE KEY-----\nAAAA\n-----END EC PRIVATE KEY-----\n";

    private static readonly PbeParameters _encryption =
        new(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1_000);

    public static TheoryData<string> Keys =>
        [.. Held().Select(k => k.Name)];

    [Theory]
    [MemberData(nameof(Keys))]
    public async Task Whatever_a_key_is_written_in_it_is_found(string name) =>
        (await AreInAsync(Held().Single(k => k.Name == name).Content)).Should().BeTrue();

    [Fact]
    public async Task What_is_public_is_no_key()
    {
        using var rsa = RSA.Create(2048);
        using var ec = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = Certificate(rsa);
        byte[][] open =
        [
            certificate.RawData, rsa.ExportRSAPublicKey(), rsa.ExportSubjectPublicKeyInfo(),
            ec.ExportSubjectPublicKeyInfo(), Encoding.ASCII.GetBytes(certificate.ExportCertificatePem()),
            [], [0x30], [0x30, 0x82, 0xFF, 0xFF, 2], [0x1F, 0x8B, 8], "PK"u8.ToArray(),
        ];

        foreach (var content in open)
        {
            (await AreInAsync(content)).Should().BeFalse(Convert.ToHexString(content)[..Math.Min(8, content.Length)]);
        }
    }

    private static IEnumerable<(string Name, byte[] Content)> Held()
    {
        using var rsa = RSA.Create(2048);
        using var ec = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = Certificate(rsa);
        yield return ("PEM", Encoding.ASCII.GetBytes(Pem));
        yield return ("UTF-16, little end first", Encoding.Unicode.GetBytes(Pem));
        yield return ("UTF-16, big end first", Encoding.BigEndianUnicode.GetBytes($"\uFEFF{Pem}"));
        yield return ("behind 64 KB", Encoding.ASCII.GetBytes(new string('x', 65_530) + Pem));
        yield return ("gzip", Gzip(Encoding.ASCII.GetBytes(Pem)));
        yield return ("PKCS #8", rsa.ExportPkcs8PrivateKey());
        yield return ("PKCS #8 of a curve", ec.ExportPkcs8PrivateKey());
        yield return ("PKCS #8, encrypted", ec.ExportEncryptedPkcs8PrivateKey("secret", _encryption));
        yield return ("PKCS #1", rsa.ExportRSAPrivateKey());
        yield return ("SEC 1", ec.ExportECPrivateKey());
        yield return ("PKCS #12", certificate.Export(X509ContentType.Pkcs12, "secret"));
    }

    private static X509Certificate2 Certificate(RSA key) =>
        new CertificateRequest("CN=test", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(50));

    private static byte[] Gzip(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(content);
        }

        return packed.ToArray();
    }

    private static Task<bool> AreInAsync(byte[] content) =>
        PrivateKeys.AreInAsync(new MemoryStream(content), CancellationToken.None);
}
