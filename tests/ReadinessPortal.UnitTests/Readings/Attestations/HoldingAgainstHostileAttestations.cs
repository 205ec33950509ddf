using ReadinessPortal.Readings;
using ReadinessPortal.Readings.Attestations;

namespace ReadinessPortal.UnitTests.Readings.Attestations;

public sealed class HoldingAgainstHostileAttestations
{
    private const string Key = """{"publicKey": {"hint": "k"}}""";

    [Theory]
    [InlineData("""[{"name": "a"}]""", "$.subject[0] has no 'digest'")]
    [InlineData("""[{"name": "a", "digest": {}}]""", "$.subject[0] has a 'digest' that names none")]
    [InlineData("""[{"digest": {"sha256": "xyz"}}]""", "$.subject[0].digest['sha256'] is no digest")]
    [InlineData("""[{"digest": {"sha256": "abcd"}}]""", "has 4 digits, and must have 64")]
    [InlineData("""[{"digest": {"sha256": 5}}]""", "is a number, and must be a text")]
    [InlineData("""[{"digest": {"x": "aa", "x": "ab"}}]""", "$.subject[0].digest has 'x' twice")]
    [InlineData("""{"name": "a"}""", "$.subject is an object, and must be a list")]
    public void A_subject_that_cannot_be_told_is_refused_with_its_place(string subjects, string why)
    {
        var statement = AnAttestation.About(subjects);

        AFile.Read(statement).Error.Should().Contain(why);
        AFile.Read(AnAttestation.Envelope(statement, [1])).Error.Should()
            .StartWith("$.payload: $").And.Contain(why[1..]);
    }

    [Theory]
    [InlineData("payload\": \"", "payload\": \"*", "$.payload is no base64")]
    [InlineData("payload\": \"", "payload\": \"\\ud800", "$.payload is no base64")]
    [InlineData("sig\": \"", "sig\": \"*", "$.signatures[0].sig is no base64")]
    [InlineData("sig\": \"", "sic\": \"", "$.signatures[0] has no 'sig'")]
    [InlineData("payload\": \"", "payload\": \"AAAA", "$.payload: The file is not valid JSON at line 1, column 1")]
    public void An_envelope_that_is_broken_is_refused_with_its_place(string from, string to, string why)
    {
        var envelope = AnAttestation.Envelope(AnAttestation.Statement, [1]).Replace("\":\"", "\": \"");

        var read = AFile.Read(envelope.Replace(from, to));

        (read.Format, read.Readings.Length, read.Attested).Should().Be(("dsse", 0, null));
        read.Error.Should().StartWith(why);
    }

    [Fact]
    public void Bytes_that_no_signature_has_are_wrong_and_no_fault_of_ours()
    {
        using var authority = new AnAuthority();
        foreach (var trusted in new[]
        {
            authority.Trusted,
            TrustedSigners.None.WithKeys(authority.SignerKey.ExportSubjectPublicKeyInfoPem()),
        })
        {
            var envelope = AnAttestation.Envelope(AnAttestation.Statement, new byte[9000]);
            var read = AFile.Read(trusted.Keys.IsEmpty
                ? AnAttestation.Bundle(authority.Leaf(), $"\"dsseEnvelope\": {envelope}") : envelope, trusted);

            (read.Error, read.Of("attestation.verified")).Should().Be((null, 0));
        }
    }

    [Fact]
    public void A_huge_signature_is_refused() =>
        AFile.Read(AnAttestation.Envelope(AnAttestation.Statement, new byte[1 << 20])).Error.Should()
            .StartWith("$.signatures[0].sig has 1048576 bytes");

    [Fact]
    public void Signatures_beyond_all_measure_are_refused() =>
        AFile.Read(AnAttestation.Envelope(
            AnAttestation.Statement, [.. Enumerable.Repeat(new byte[] { 1 }, 1000)])).Error.Should()
            .Contain("the first of 1000 signatures");

    [Fact]
    public void Many_subjects_are_counted_and_the_first_are_kept()
    {
        var subjects = string.Join(
            ',', Enumerable.Range(0, 10_005).Select(i => $$$"""{"digest": {"x": "{{{i:x8}}}"}}"""));

        var read = AFile.Read(AnAttestation.About($"[{subjects}]"));

        read.Of("attestation.subjects").Should().Be(10_005);
        read.Attested!.Value.Single().Subjects.Should().HaveCount(10_000);
        read.Codes().Should().Contain(WarningCodes.ListCut);
    }

    [Fact]
    public void A_thousand_lines_give_one_warning_of_a_kind()
    {
        var envelope = AnAttestation.Envelope(AnAttestation.Statement, [1]);

        var read = AFile.Read(string.Join('\n', Enumerable.Repeat(envelope, 1000)));

        read.Of("attestation.subjects").Should().Be(1);
        read.Warnings.Single().Message.Should().Contain("and 995 more");
        AFile.Read(string.Join('\n', Enumerable.Repeat(envelope, 1001))).Error.Should().Contain("more than 1000");
    }

    [Fact]
    public void A_name_beyond_all_measure_is_refused() =>
        AFile.Read(AnAttestation.About($$$"""[{"name": "{{{new string('a', 5000)}}}", "digest": {"x": "aa"}}]"""))
            .Error.Should().StartWith("$.subject[0].name has more than 2048");

    [Theory]
    [InlineData("""{"certificate": {"rawBytes": "AAAA"}}""",
        "$.verificationMaterial.certificate.rawBytes is no certificate")]
    [InlineData("""{"certificate": {"rawBytes": ""}}""",
        "$.verificationMaterial.certificate.rawBytes is no certificate")]
    [InlineData("""{"x509CertificateChain": {"certificates": [{}]}}""",
        "$.verificationMaterial.x509CertificateChain.certificates[0] has no 'rawBytes'")]
    public void A_certificate_that_is_none_is_refused(string material, string why) =>
        AFile.Read(AnAttestation.Bundle(material, AnAttestation.OfArtifact([], [1]))).Error.Should().StartWith(why);

    [Theory]
    [InlineData("\"x\": 1", "$ has neither 'dsseEnvelope' nor 'messageSignature'")]
    [InlineData("""
        "messageSignature": {"messageDigest": {"algorithm": "MD5", "digest": "AAAA"}, "signature": "AAAA"}
        """, "$.messageSignature.messageDigest.algorithm must be one of")]
    [InlineData("""
        "messageSignature": {"messageDigest": {"algorithm": "SHA2_256", "digest": "AAAA"}, "signature": "AAAA"}
        """, "$.messageSignature.messageDigest.digest has 3 bytes, and must have 32")]
    public void A_bundle_that_signs_nothing_is_refused(string content, string why) =>
        AFile.Read(AnAttestation.Bundle(Key, content)).Error.Should().StartWith(why);

    [Fact]
    public void A_certificate_with_any_byte_changed_verifies_nothing()
    {
        using var authority = new AnAuthority();
        var signature = AnAttestation.Signed(AnAttestation.Statement).SignedBy(authority.SignerKey);
        var content = $"\"dsseEnvelope\": {AnAttestation.Envelope(AnAttestation.Statement, signature)}";
        var (made, der) = (authority.Leaf(), authority.Der());
        Verified(made).Should().Be(1);

        for (var at = 0; at < der.Length; at += 3)
        {
            var changed = der.ToArray();
            changed[at] ^= 0x11;
            Verified(made.Replace(Convert.ToBase64String(der), Convert.ToBase64String(changed))).Should().NotBe(1);
        }

        decimal? Verified(string material) =>
            AFile.Read(AnAttestation.Bundle(material, content), authority.Trusted).Of("attestation.verified");
    }

    [Fact]
    public void A_time_stamp_with_any_byte_changed_is_read_or_refused()
    {
        using var authority = new AnAuthority();
        var stamp = Convert.FromBase64String(ATimeStamp.Of(AnAuthority.Issued));
        for (var at = 0; at < stamp.Length; at++)
        {
            var changed = stamp.ToArray();
            changed[at] ^= 0x11;
            var bundle = AnAttestation.Bundle(
                authority.Stamped(Convert.ToBase64String(changed)), AnAttestation.OfArtifact([], [1]));

            AFile.Read(bundle, authority.Trusted).Format.Should().Be("sigstore");
        }
    }

    [Theory]
    [InlineData("", "is no time stamp")]
    [InlineData("AAAA", "is no time stamp")]
    [InlineData("MAMCAQA=", "is no time stamp")]
    public void A_time_stamp_that_is_none_is_refused(string stamp, string why)
    {
        using var authority = new AnAuthority();

        AFile.Read(AnAttestation.Bundle(authority.Stamped(stamp), AnAttestation.OfArtifact([], [1]))).Error
            .Should().Contain(why);
    }

    [Fact]
    public void A_time_that_no_calendar_has_is_refused()
    {
        using var authority = new AnAuthority();
        var made = authority.Leaf().Replace("\"integratedTime\": \"", "\"integratedTime\": \"99999999");

        AFile.Read(AnAttestation.Bundle(made, AnAttestation.OfArtifact([], [1]))).Error
            .Should().Contain("tlogEntries[0].integratedTime is no number of seconds");
    }

    [Fact]
    public void A_statement_about_nothing_proves_nothing()
    {
        var read = AFile.Read(AnAttestation.About("[]"));

        (read.Error, read.Of("attestation.subjects")).Should().Be((null, 0));
        read.Codes().Should().Contain(WarningCodes.NothingMeasured);
    }
}
