using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using ReadinessPortal.Application.Seals;
using ReadinessPortal.Domain.Revisions;
using ReadinessPortal.Domain.Seals;
using ReadinessPortal.IntegrationTests.Fixtures;
using ReadinessPortal.Web.Checking;
using UglyToad.PdfPig;
using static ReadinessPortal.IntegrationTests.Reports.ReportActs;

namespace ReadinessPortal.IntegrationTests.Reports;

/// <summary>The final report is signed as a whole, carries what proves it, and readers of PDF files agree.</summary>
[TakesLong]
public sealed class SigningTheReport
{
    private const int Flips = 200;
    private const int Seed = 12;

    [Fact]
    public async Task It_is_signed_as_a_whole_and_every_altered_byte_is_noticed()
    {
        await using var portal = await DemoPortal.StartAsync();
        await FrozenAsync(portal);
        await DecidedAsync(portal);
        using var reader = await portal.SignedInAsync("auditor");
        var pdf = await ReportAsync(reader);
        var random = new Random(Seed);

        var signed = SignedPdf.Read(pdf);

        signed.Range.Should().Be(SignedRange.All);
        signed.IsGenuine.Should().BeTrue();
        $"{await portal.ScalarAsync("select id from sealing_keys")}".Should().Be(signed.Key);
        for (var i = 0; i < Flips; i++)
        {
            var at = random.Next(signed.ContentsAt);
            var altered = (byte[])pdf.Clone();
            altered[at] ^= (byte)(1 << random.Next(8));
            SignedPdf.Read(altered).IsGenuine.Should().BeFalse($"byte {at} was flipped (seed {Seed})");
        }

        (await SaidByPdfsigAsync(pdf)).Should().Contain("Signature is Valid.").And.Contain("Total document signed");
        (await CheckAsync(portal, pdf)).Result.IsSound.Should().BeTrue();
        var longer = await CheckAsync(portal, [.. pdf, (byte)'%']);
        longer.Result.Checks[0].Breaks.Should().Equal(
            "The signature does not cover the whole file: something was added.");
        foreach (var hostile in new[]
        {
            "", "%PDF-1.4", "/ByteRange [0 1 38 99999999999]<>", "/ByteRange [0 32 34 0]        <00>",
            "/ByteRange [0 0 0 0]",
        })
        {
            var nothing = await portal.Get<CheckReport>().RunAsync(
                "a.pdf", Encoding.ASCII.GetBytes(hostile), new(portal.Get<SealingKeys>(), Given: null));
            nothing.Result.Checks.Should().OnlyContain(c => !c.IsSound);
        }

        using var document = PdfDocument.Open(pdf);
        document.Advanced.TryGetEmbeddedFiles(out var attached).Should().BeTrue();
        var files = attached!.ToDictionary(f => f.Name, f => f.Memory.ToArray());
        CanonicalJson.Sha256(Encoding.UTF8.GetString(files[$"{DemoPortal.Launch}-revision-1.json"]))
            .Should().Be((await BoardAsync(portal)).NewestRevision!.Sha256);
        Encoding.UTF8.GetString(files[$"{DemoPortal.Launch}-evidence.json"]).Should().Contain("\"sha256\":");
        var certificate = CompletionCertificate.Read(files[$"{DemoPortal.Launch}-signatures.json"])!;
        var signature = certificate.Signatures.Should().ContainSingle().Which;
        using var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(Convert.FromBase64String(certificate.Keys.Single().PublicKey), out _);
        key.VerifyHash(Convert.FromHexString(signature.Sha256), Convert.FromBase64String(signature.Seal),
            DSASignatureFormat.Rfc3279DerSequence).Should().BeTrue();
        TextOf(pdf).Should().Contain("Certificateofcompletion").And.Contain(signature.Sha256)
            .And.Contain(certificate.Keys.Single().Id).And.Contain(certificate.Events[^1].Sha256);
        certificate.Events.Select(e => e.Summary.Split(' ')[0]).Should().StartWith("Revision");
    }

    [Fact]
    public async Task With_an_authority_its_signature_and_each_seal_has_a_time()
    {
        await using var authority = await TestTimestampAuthority.StartAsync();
        await using var portal = await DemoPortal.StartAsync(new Dictionary<string, string?>
        {
            ["Signing:TimestampAuthority"] = authority.Address.ToString(),
            ["Signing:TimestampCertificates"] = authority.CertificatesFile,
        });
        await FrozenAsync(portal);
        await DecidedAsync(portal);
        using var reader = await portal.SignedInAsync("auditor");

        var pdf = await ReportAsync(reader);

        SignedPdf.Read(pdf).Timestamp.Should().NotBeNull();
        (await SaidByPdfsigAsync(pdf)).Should().Contain("Signature is Valid.").And.Contain("Total document signed");
        var check = (await CheckAsync(portal, pdf)).Result;
        check.Checks.SelectMany(c => c.Breaks).Should().BeEmpty();
        check.Checks.Should().Contain(c => c.What.StartsWith("an authority vouches that it was signed by"));
        await Patience.UntilAsync(async () =>
            (long)(await portal.ScalarAsync("select count(*) from seal_timestamps"))! == 1);
    }

    private static async Task<string> SaidByPdfsigAsync(byte[] pdf)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(file, pdf);
            using var reader = Process.Start(new ProcessStartInfo("pdfsig", [file]) { RedirectStandardOutput = true })!;
            var said = await reader.StandardOutput.ReadToEndAsync();
            await reader.WaitForExitAsync();
            return said;
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static Task<CheckedFile> CheckAsync(DemoPortal portal, byte[] pdf) =>
        portal.Get<CheckFile>().RunAsync("a.pdf", new MemoryStream(pdf), key: null);
}
