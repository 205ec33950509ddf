using System.Buffers.Text;
using System.Collections.Immutable;
using System.Text;
using ReadinessPortal.Readings;

namespace ReadinessPortal.UnitTests.Readings.Attestations;

public sealed class ReadingAttestations
{
    private const string Digest = AnAttestation.Digest;

    [Fact]
    public void Provenance_says_what_was_built_by_whom_and_of_what()
    {
        var read = AFile.Read(AnAttestation.Statement);

        (read.Format, read.Producer, read.Error).Should().Be(("intoto", "https://example.org/builder", null));
        read.CapturedAt.Should().Be(new DateTimeOffset(2025, 11, 2, 10, 0, 0, TimeSpan.Zero));
        read.Readings.Should().Equal(new Reading("attestation.subjects", 1, "count"));
        read.Codes().Should().Equal(WarningCodes.SignatureMissing);
        var said = read.Attested!.Value.Single();
        said.PredicateType.Should().Be("https://slsa.dev/provenance/v1");
        said.BuilderId.Should().Be("https://example.org/builder");
        said.SignaturesVerified.Should().BeNull();
        Flat(said.Subjects.Select(s => (s.Name, s.Digests))).Should().Equal($"app sha256:{Digest}");
        Flat(said.Materials.Select(m => (m.Uri, m.Digests))).Should().Equal(
            "git+https://example.org/app gitCommit:a94a8fe5ccb19ba61c4c0873d391e987982fbbd3");
    }

    [Fact]
    public void Older_provenance_has_materials()
    {
        var read = AFile.Read($$$"""
            {"_type": "https://in-toto.io/Statement/v0.1", "predicateType": "https://slsa.dev/provenance/v0.2",
             "subject": [{"name": "a", "digest": {"sha256": "{{{Digest}}}"}},
               {"digest": {"sha1": "{{{Digest[..40]}}}"}}],
             "predicate": {"builder": {"id": "b"}, "materials": [{"uri": "m", "digest": {"sha256": "{{{Digest}}}"}}],
               "metadata": {"buildStartedOn": "2025-11-02T09:00:00Z", "buildFinishedOn": "0001-01-01T00:00:00Z"} } }
            """);

        (read.Producer, read.CapturedAt, read.Of("attestation.subjects")).Should().Be(("b", null, 2));
        var said = read.Attested!.Value.Single();
        Flat(said.Materials.Select(m => (m.Uri, m.Digests))).Should().Equal($"m sha256:{Digest}");
        said.Subjects[1].Name.Should().BeNull();
    }

    [Fact]
    public void A_scan_names_its_scanner()
    {
        var read = AFile.Read($$$"""
            {"_type": "https://in-toto.io/Statement/v1",
             "predicateType": "https://cosign.sigstore.dev/attestation/vuln/v1",
             "subject": [{"name": "a", "digest": {"sha256": "{{{Digest}}}"}}],
             "predicate": {"scanner": {"uri": "pkg:trivy", "version": "0.60"},
               "metadata": {"scanFinishedOn": "2025-11-02T10:00:00Z"} } }
            """);

        (read.Producer, read.CapturedAt.HasValue).Should().Be(("pkg:trivy 0.60", true));
        read.Attested!.Value.Single().BuilderId.Should().BeNull();
    }

    [Fact]
    public void An_envelope_is_read_through_to_its_statement_and_said_to_be_unchecked()
    {
        var read = AFile.Read(AnAttestation.Envelope(AnAttestation.Statement, [1, 2, 3]));

        (read.Format, read.Producer).Should().Be(("dsse", "https://example.org/builder"));
        read.Readings.Select(r => r.Metric).Should().Equal("attestation.subjects");
        read.Codes().Should().Equal(WarningCodes.SignatureUnchecked);
        read.Attested!.Value.Single().Subjects.Single().Digests["sha256"].Should().Be(Digest);
    }

    [Fact]
    public void A_payload_in_base64_for_addresses_is_read_too()
    {
        var payload = Base64Url.EncodeToString(
            Encoding.UTF8.GetBytes(AnAttestation.About("""[{"name": "ÿ?>~~~", "digest": {"x": "aa"}}]""")));

        payload.Should().ContainAny("-", "_").And.NotContain("=");
        AFile.Read($$"""
            {"payloadType": "{{AnAttestation.StatementType}}", "payload": "{{payload}}", "signatures": []}
            """).Attested!.Value.Single().Subjects.Single().Name.Should().Be("ÿ?>~~~");
    }

    [Theory]
    [InlineData("text/plain", "not even JSON")]
    [InlineData(AnAttestation.StatementType, """{"_type": "link", "name": "build"}""")]
    public void Another_payload_is_kept_and_said_to_be_unread(string type, string payload)
    {
        var read = AFile.Read(AnAttestation.Envelope(payload, type, [1]));

        (read.Format, read.Error, read.Of("attestation.subjects")).Should().Be(("dsse", null, null));
        read.Codes().Should().BeEquivalentTo(WarningCodes.SignatureUnchecked, WarningCodes.PayloadUnread);
    }

    [Theory]
    [InlineData("+json;version=0.1")]
    [InlineData("+json;version=0.2")]
    [InlineData("+json;version=0.3")]
    [InlineData(".v0.3+json")]
    public void A_bundle_is_read_in_every_version(string version)
    {
        var envelope = AnAttestation.Envelope(AnAttestation.Statement, [1]);

        var read = AFile.Read(AnAttestation.Bundle(
            """{"publicKey": {"hint": "k"}}""", $"\"dsseEnvelope\": {envelope}", version));

        (read.Format, read.Of("attestation.subjects"), read.Of("attestation.verified")).Should()
            .Be(("sigstore", 1, null));
    }

    [Fact]
    public void The_signature_of_an_artifact_is_about_its_digest()
    {
        var read = AFile.Read(AnAttestation.Bundle(
            """{"publicKey": {"hint": "k"}}""", AnAttestation.OfArtifact([], [1])));

        var said = read.Attested!.Value.Single();
        Flat(said.Subjects.Select(s => (s.Name, s.Digests))).Should().Equal($" sha256:{Digest}");
        said.PredicateType.Should().BeNull();
    }

    [Fact]
    public void In_lines_each_statement_stands_for_itself_and_an_artifact_counts_once()
    {
        var first = AnAttestation.Envelope(AnAttestation.Statement, [1]);
        var other = AnAttestation.Envelope(AnAttestation.About($$$"""
            [{"name": "app", "digest": {"sha256": "{{{Digest}}}"}}, {"name": "b", "digest": {"x": "aa"}}]
            """), [1]);

        var read = AFile.Read($"{first}\r\n\n{other}\n");

        (read.Format, read.Of("attestation.subjects")).Should().Be(("dsse", 2));
        read.Attested!.Value.Select(a => a.PredicateType).Should()
            .Equal("https://slsa.dev/provenance/v1", "https://example.org/any");
        read.Warnings.Single().Message.Should()
            .Contain("line 1: $.signatures[0]").And.Contain("line 3: $.signatures[0]");
    }

    [Fact]
    public void Lines_are_of_one_format()
    {
        var envelope = AnAttestation.Envelope(AnAttestation.Statement, [1]);

        AFile.Read($"{envelope}\n{{\"a\": 1}}").Error.Should().StartWith("line 2: $ is no dsse");
        AFile.Read($"{envelope}\n{{\"a\": ").Error.Should().StartWith("line 2: The file is not valid JSON");
    }

    private static IEnumerable<string> Flat(
        IEnumerable<(string? Name, ImmutableSortedDictionary<string, string> Digests)> all) =>
        all.Select(a => $"{a.Name} {string.Join(' ', a.Digests.Select(d => $"{d.Key}:{d.Value}"))}");
}
