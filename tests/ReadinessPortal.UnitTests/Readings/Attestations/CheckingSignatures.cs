using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using ReadinessPortal.Readings;
using ReadinessPortal.Readings.Attestations;

namespace ReadinessPortal.UnitTests.Readings.Attestations;

public sealed class CheckingSignatures : IDisposable
{
    private const string Statement = AnAttestation.Statement;

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly ECDsa _other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly AnAuthority _authority = new();

    private TrustedSigners Trusted => TrustedSigners.None.WithKeys(_key.ExportSubjectPublicKeyInfoPem());

    [Fact]
    public void A_signature_of_a_configured_key_is_verified()
    {
        var read = AFile.Read(Signed(_key), Trusted);

        read.Of("attestation.verified").Should().Be(1);
        read.Warnings.Should().BeEmpty();
        read.Attested!.Value.Single().SignaturesVerified.Should().Be(1);
    }

    [Theory]
    [InlineData("SHA256")]
    [InlineData("SHA384")]
    public void A_larger_curve_signs_with_its_own_hash_or_with_the_common_one(string hash)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        var envelope = AnAttestation.Envelope(
            Statement, AnAttestation.Signed(Statement).SignedBy(key, new HashAlgorithmName(hash)));

        AFile.Read(envelope, TrustedSigners.None.WithKeys(key.ExportSubjectPublicKeyInfoPem()))
            .Of("attestation.verified").Should().Be(1);
    }

    [Theory]
    [InlineData(RSASignaturePaddingMode.Pkcs1)]
    [InlineData(RSASignaturePaddingMode.Pss)]
    public void Rsa_signs_with_either_padding(RSASignaturePaddingMode mode)
    {
        using var key = RSA.Create(2048);
        var padding = mode == RSASignaturePaddingMode.Pss ? RSASignaturePadding.Pss : RSASignaturePadding.Pkcs1;
        var envelope = AnAttestation.Envelope(
            Statement, key.SignData(AnAttestation.Signed(Statement), HashAlgorithmName.SHA256, padding));

        AFile.Read(envelope, TrustedSigners.None.WithKeys(key.ExportSubjectPublicKeyInfoPem()))
            .Of("attestation.verified").Should().Be(1);
    }

    // The specification's own example: https://github.com/secure-systems-lab/dsse/blob/master/protocol.md
    [Fact]
    public void The_example_of_the_specification_is_verified()
    {
        using var key = ECDsa.Create(new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256,
            Q = new()
            {
                X = Coordinate("46950820868899156662930047687818585632848591499744589407958293238635476079160"),
                Y = Coordinate("5640078356564379163099075877009565129882514886557779369047442380624545832820"),
            },
        });

        var read = AFile.Read(
            """
            {"payload": "aGVsbG8gd29ybGQ=", "payloadType": "http://example.com/HelloWorld", "signatures": [{"sig":
             "A3JqsQGtVsJ2O2xqrI5IcnXip5GToJ3F+FnZ+O88SjtR6rDAajabZKciJTfUiHqJPcIAriEGAHTVeCUjW2JIZA=="}]}
            """,
            TrustedSigners.None.WithKeys(key.ExportSubjectPublicKeyInfoPem()));

        read.Of("attestation.verified").Should().Be(1);
    }

    [Fact]
    public void The_type_of_the_payload_is_signed_too()
    {
        var envelope = AnAttestation.Envelope(Statement, AnAttestation.Signed(Statement, "text/plain").SignedBy(_key));

        AFile.Read(envelope, Trusted).Of("attestation.verified").Should().Be(0);
    }

    [Fact]
    public void A_changed_payload_is_a_wrong_signature()
    {
        var changed = Statement.Replace("\"app\"", "\"bad\"");
        var read = AFile.Read(
            AnAttestation.Envelope(changed, AnAttestation.Signed(Statement).SignedBy(_key)), Trusted);

        read.Of("attestation.verified").Should().Be(0);
        read.Warnings.Single().Should().Match<ReadingWarning>(w => w.Code == WarningCodes.SignatureWrong
            && w.Message.Contains("$.signatures[0].sig fits none of the configured keys"));
    }

    [Fact]
    public void Somebody_unknown_may_sign_beside_somebody_known()
    {
        var data = AnAttestation.Signed(Statement);
        var read = AFile.Read(AnAttestation.Envelope(Statement, data.SignedBy(_other), data.SignedBy(_key)), Trusted);

        read.Of("attestation.verified").Should().Be(1);
        read.Codes().Should().Equal(WarningCodes.SignatureUnchecked);
    }

    [Fact]
    public void A_key_for_an_artifact_is_checked_by_its_digest()
    {
        byte[] artifact = [1, 2, 3];
        string Bundle(ECDsa key) => AnAttestation.Bundle(
            """{"publicKey": {"hint": "k"}}""", AnAttestation.OfArtifact(artifact, artifact.SignedBy(key)));

        AFile.Read(Bundle(_key), Trusted).Of("attestation.verified").Should().Be(1);
        AFile.Read(Bundle(_other), Trusted).Of("attestation.verified").Should().Be(0);
    }

    [Fact]
    public void A_certificate_under_a_configured_root_is_verified_and_names_who_signed()
    {
        var read = AFile.Read(OfAuthority(_authority.Leaf()), _authority.Trusted);

        read.Of("attestation.verified").Should().Be(1);
        read.Warnings.Should().BeEmpty();
        read.Attested!.Value.Single().SignedBy.Should().Equal("https://example.org/workflow");
    }

    [Fact]
    public void What_stands_between_leaf_and_root_may_come_with_the_file() =>
        AFile.Read(OfAuthority(_authority.Chain()), TrustedSigners.None.WithRoots(_authority.RootPem))
            .Of("attestation.verified").Should().Be(1);

    [Theory]
    [InlineData(-1)]
    [InlineData(11)]
    public void A_certificate_counts_only_while_it_is_valid(int minutes) =>
        IsWrong(AFile.Read(OfAuthority(_authority.Leaf(minutes)), _authority.Trusted), "was not valid when");

    [Fact]
    public void A_certificate_for_a_server_signs_no_evidence() =>
        IsWrong(AFile.Read(OfAuthority(_authority.Leaf(forCode: false)), _authority.Trusted), "not for signing code");

    [Fact]
    public void A_certificate_under_another_root_is_wrong()
    {
        using var other = new AnAuthority();

        IsWrong(AFile.Read(OfAuthority(_authority.Leaf()), other.Trusted), "not issued under a trusted root");
    }

    [Fact]
    public void A_signature_of_another_key_than_the_certificate_has_is_wrong() => IsWrong(
        AFile.Read(
            AnAttestation.Bundle(_authority.Leaf(), $"\"dsseEnvelope\": {Signed(_other)}"), _authority.Trusted),
        "does not fit its certificate");

    [Fact]
    public void Without_the_time_of_signing_a_certificate_is_left_unchecked()
    {
        var read = AFile.Read(OfAuthority(_authority.Unlogged()), _authority.Trusted);

        read.Of("attestation.verified").Should().BeNull();
        read.Warnings.Single().Message.Should().Contain("does not say when it was made");
    }

    [Theory]
    [InlineData(2, 1)]
    [InlineData(11, 0)]
    public void A_time_stamp_says_when_it_was_signed(int minutes, int verified) =>
        AFile.Read(OfAuthority(_authority.Stamped(ATimeStamp.Of(AnAuthority.Issued.AddMinutes(minutes)))),
            _authority.Trusted).Of("attestation.verified").Should().Be(verified);

    [Fact]
    public void A_root_says_nothing_of_a_bare_key_and_a_key_nothing_of_a_certificate()
    {
        foreach (var read in new[]
        {
            AFile.Read(Signed(_key), _authority.Trusted),
            AFile.Read(OfAuthority(_authority.Leaf()), Trusted),
        })
        {
            read.Of("attestation.verified").Should().BeNull();
            read.Codes().Should().Equal(WarningCodes.SignatureUnchecked);
        }
    }

    [Fact]
    public void An_envelope_that_nobody_signed_is_never_verified()
    {
        var read = AFile.Read(AnAttestation.Envelope(Statement), Trusted);

        read.Of("attestation.verified").Should().BeNull();
        read.Codes().Should().Equal(WarningCodes.SignatureMissing);
    }

    public void Dispose()
    {
        _key.Dispose();
        _other.Dispose();
        _authority.Dispose();
    }

    private static byte[] Coordinate(string number)
    {
        var bytes = BigInteger.Parse(number, CultureInfo.InvariantCulture)
            .ToByteArray(isUnsigned: true, isBigEndian: true);
        return [.. new byte[32 - bytes.Length], .. bytes];
    }

    private static string Signed(ECDsa key) =>
        AnAttestation.Envelope(Statement, AnAttestation.Signed(Statement).SignedBy(key));

    private string OfAuthority(string material) =>
        AnAttestation.Bundle(material, $"\"dsseEnvelope\": {Signed(_authority.SignerKey)}");

    private static void IsWrong(FileReading read, string why)
    {
        read.Of("attestation.verified").Should().Be(0);
        read.Warnings.Single().Code.Should().Be(WarningCodes.SignatureWrong);
        read.Warnings.Single().Message.Should().Contain(why);
    }
}
