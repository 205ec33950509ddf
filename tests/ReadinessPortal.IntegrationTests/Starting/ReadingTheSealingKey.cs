using System.Security.Cryptography;
using ReadinessPortal.Web.Starting;

namespace ReadinessPortal.IntegrationTests.Starting;

/// <summary>The key that seals signatures is a private key on P-256, or the portal does not start.</summary>
public sealed class ReadingTheSealingKey : IDisposable
{
    private const string Password = "kettle marble";

    private static readonly PbeParameters _encryption =
        new(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1000);

    private readonly string _file = Path.GetTempFileName();
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    [Fact]
    public void One_that_openssl_makes_is_read_plain_and_encrypted()
    {
        using var plain = Read(_key.ExportPkcs8PrivateKeyPem());
        using var old = Read(_key.ExportECPrivateKeyPem());
        using var encrypted = Read(_key.ExportEncryptedPkcs8PrivateKeyPem(Password, _encryption), Password);

        plain!.IsDevelopment.Should().BeFalse();
        new[] { old!.Id, encrypted!.Id }.Should().OnlyContain(id => id == plain.Id);
        SealingKeyFile.Read(Settings()).Should().BeNull();
    }

    [Fact]
    public void What_is_none_is_refused_with_what_to_do()
    {
        using var rsa = RSA.Create(2048);
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        var encrypted = _key.ExportEncryptedPkcs8PrivateKeyPem(Password, _encryption);
        var files = new (string Pem, string? Password)[]
        {
            ("", null), ("no key", null), (_key.ExportSubjectPublicKeyInfoPem(), null),
            (rsa.ExportPkcs8PrivateKeyPem(), null), (other.ExportPkcs8PrivateKeyPem(), null), (encrypted, null),
            (encrypted, "another"), (_key.ExportPkcs8PrivateKeyPem(), Password),
        };

        foreach (var (pem, password) in files)
        {
            FluentActions.Invoking(() => Read(pem, password)).Should().Throw<SettingsException>()
                .WithMessage("*Signing:KeyFile names*openssl genpkey*");
        }
    }

    public void Dispose()
    {
        _key.Dispose();
        File.Delete(_file);
    }

    private Application.Seals.SealingKey? Read(string pem, string? password = null)
    {
        File.WriteAllText(_file, pem);
        return SealingKeyFile.Read(Settings() with { SealingKeyFile = _file, SealingKeyPassword = password });
    }

    private static PortalSettings Settings() => new()
    {
        Portal = "",
        PortalOwner = "",
        Instances = 1,
        SpoolFolder = "",
        Evidence = new(1),
        Demo = false,
        SignInsPerMinute = 1,
        HashIterations = 1,
    };
}
