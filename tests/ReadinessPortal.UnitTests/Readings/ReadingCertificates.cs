using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using ReadinessPortal.Domain.Evidence;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Readings;

namespace ReadinessPortal.UnitTests.Readings;

/// <summary>A certificate is valid until it says itself.</summary>
public sealed class ReadingCertificates
{
    private static readonly DateTimeOffset _from = new(2025, 2, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void It_runs_out_with_the_first_of_its_chain()
    {
        var read = Read(Pem("api.example.org", _from, _from.AddDays(90)) + Pem("An issuer", _from, _from.AddDays(30)));

        (read.Format, read.Producer, read.Error).Should().Be(("x509", "api.example.org", null));
        (read.CapturedAt, read.ExpiresAt).Should().Be((_from, _from.AddDays(30).AddSeconds(-1)));
    }

    [Theory]
    [InlineData("-----BEGIN CERTIFICATE-----\nnot base64\n-----END CERTIFICATE-----\n", "holds none")]
    [InlineData("-----BEGIN CERTIFICATE-----\nMIIB", "holds none")]
    public void What_begins_as_one_and_is_none_is_broken(string pem, string why) =>
        Read(pem).Error.Should().Contain(why);

    [Fact]
    public void One_that_never_expires_is_taken_for_a_long_time_and_no_impossible_day() =>
        Read(Pem("forever", _from, new(9999, 12, 31, 23, 59, 59, TimeSpan.Zero))).ExpiresAt!.Value.Year
            .Should().Be(2099);

    [Fact]
    public void Its_proof_ends_on_the_day_it_expires_and_not_with_the_days_of_its_kind()
    {
        var certificate = new EvidenceItem
        {
            Key = "tls", Title = "TLS", FileName = "tls.pem", Sha256 = "ab", Size = 2,
            Class = EvidenceClass.Certificate, CapturedOn = new(2025, 2, 1), ExpiresOn = new(2025, 5, 2),
        };
        ProofTerms On(DateOnly today) => new(today, new(2025, 12, 1), null);

        ProofRules.Weigh(certificate, On(new(2025, 5, 2))).Line.Why.Should().EndWith("valid until 2 May 2025");
        ProofRules.Weigh(certificate, On(new(2025, 5, 3))).State.Should().Be(ProofState.OutOfDate);
        ProofRules.Weigh(certificate with { ExpiresOn = null }, On(new(2025, 5, 3))).State.Should()
            .Be(ProofState.Proves);
    }

    private static FileReading Read(string pem) =>
        EvidenceReader.Read(new MemoryStream(Encoding.ASCII.GetBytes(pem)), "tls.pem");

    private static string Pem(string name, DateTimeOffset from, DateTimeOffset until)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256)
            .CreateSelfSigned(from, until);
        return certificate.ExportCertificatePem() + "\n";
    }
}
