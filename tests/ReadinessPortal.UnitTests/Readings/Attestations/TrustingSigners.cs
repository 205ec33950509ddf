using System.Security.Cryptography;
using ReadinessPortal.Readings.Attestations;

namespace ReadinessPortal.UnitTests.Readings.Attestations;

public sealed class TrustingSigners
{
    // RFC 8410, 10.1 and 10.3: an example of either kind.
    private const string Ed25519 = """
        -----BEGIN PUBLIC KEY-----
        MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=
        -----END PUBLIC KEY-----
        """;

    [Fact]
    public void A_file_without_a_key_is_refused() =>
        Refused("# Notes").Should().StartWith("holds no public key in PEM");

    [Fact]
    public void A_key_that_cannot_be_checked_is_refused_when_it_is_given()
    {
        using var curve = ECDsa.Create(ECCurve.NamedCurves.nistP521);
        using var rsa = RSA.Create(1024);

        Refused(Ed25519).Should().Contain("(Ed25519)");
        Refused(curve.ExportSubjectPublicKeyInfoPem()).Should().Contain("another curve");
        Refused(rsa.ExportSubjectPublicKeyInfoPem()).Should().Contain("too short");
        Refused("-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----").Should().Contain("damaged");
    }

    [Fact]
    public void A_private_key_or_a_certificate_is_no_public_key()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var authority = new AnAuthority();

        Refused(key.ExportPkcs8PrivateKeyPem()).Should().Contain("private key");
        Refused(authority.RootPem).Should().Contain("holds a certificate");
    }

    [Fact]
    public void A_root_has_signed_itself()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

        foreach (var pem in new[] { "nothing", key.ExportSubjectPublicKeyInfoPem() })
        {
            TrustedSigners.None.Invoking(t => t.WithRoots(pem)).Should().Throw<FormatException>();
        }

        TrustedSigners.None.Invoking(t => t.WithRoots("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----"))
            .Should().Throw<FormatException>().WithMessage("*damaged*");
    }

    private static string Refused(string pem) =>
        TrustedSigners.None.Invoking(t => t.WithKeys(pem)).Should().Throw<FormatException>().Which.Message;
}
