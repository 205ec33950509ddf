using System.IO.Compression;
using System.Net;
using System.Text;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Application.Packages;
using ReadinessPortal.Application.Revisions;
using ReadinessPortal.Application.Seals;
using ReadinessPortal.Domain.Seals;
using ReadinessPortal.Domain.SignOffs;
using ReadinessPortal.IntegrationTests.Fixtures;
using ReadinessPortal.Web.Checking;
using static ReadinessPortal.IntegrationTests.Fixtures.People;

namespace ReadinessPortal.IntegrationTests.Checking;

/// <summary>Whoever has a report or a package learns whether it is genuine, by this portal or by its public key alone.
/// </summary>
[TakesLong]
public sealed class VerifyingAFile(SignedFiles files) : IClassFixture<SignedFiles>
{
    private const int Flips = 600;
    private const int Seed = 1203;

    // Of the signature with its certificate, and some more.
    private const int Digits = 3500;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_report_and_a_package_are_genuine_and_say_who_signed(bool byKey)
    {
        foreach (var bytes in new[] { files.Pdf, files.Package })
        {
            var found = await CheckAsync(bytes, byKey ? files.Key : null);

            found.Result.Checks.SelectMany(c => c.Breaks).Should().BeEmpty();
            found.Should().BeEquivalentTo(new { DemoPortal.Launch, Revision = 1 });
            found.Signatures.Select(s => SignatureWords.Of(s)).Should().Equal("approved", "NO");
        }
    }

    [Fact]
    public async Task A_thousand_flipped_bytes_are_a_thousand_noticed()
    {
        var random = new Random(Seed);
        foreach (var (name, bytes) in new[] { ("report", files.Pdf), ("package", files.Package) })
        {
            for (var i = 0; i < Flips; i++)
            {
                var (at, bit) = (random.Next(bytes.Length), 1 << random.Next(8));
                bytes[at] ^= (byte)bit;
                var byOwn = await CheckAsync(bytes, null);
                var byKey = await CheckAsync(bytes, files.Key);
                bytes[at] ^= (byte)bit;

                byOwn.Result.IsSound.Should().BeFalse($"byte {at} of the {name} was flipped by {bit} (seed {Seed})");
                byKey.Result.IsSound.Should().BeFalse($"byte {at} of the {name} was flipped by {bit} (seed {Seed})");
                byKey.Signatures.Should().BeEmpty("what is not genuine says nothing");
            }
        }
    }

    // All of them: what stands beside what a signature covers is where a flip could hide.
    [Fact]
    public async Task Not_one_digit_of_a_signature_itself_can_be_altered()
    {
        var from = SignedPdf.Read(files.Pdf).ContentsAt;
        // The zeros that fill the room after it are all alike.
        var end = Array.IndexOf(files.Pdf, (byte)'>', from);
        for (var at = from; at <= end; at += at < from + Digits ? 1 : 61)
        {
            files.Pdf[at] ^= 1;
            var isGenuine = SignedPdf.Read(files.Pdf).IsGenuine;
            files.Pdf[at] ^= 1;

            isGenuine.Should().BeFalse($"digit {at - from} was altered");
        }

        for (var at = files.Package.Length - SealedFile.Length; at < files.Package.Length; at++)
        {
            files.Package[at] ^= 1;
            var found = await CheckAsync(files.Package, files.Key);
            files.Package[at] ^= 1;

            found.Result.IsSound.Should().BeFalse($"byte {files.Package.Length - at} from the end was altered");
        }
    }

    [Fact]
    public async Task By_the_key_of_somebody_else_nothing_is_genuine()
    {
        using var other = SealingKey.ForDevelopment();
        await using var another = await DemoPortal.StartAsync(_ => { });
        await another.ScalarAsync("alter table sealing_keys disable trigger user; delete from sealing_keys");

        foreach (var bytes in new[] { files.Pdf, files.Package })
        {
            (await CheckAsync(bytes, other.PublicKey)).Result.Checks.Should().Contain(
                c => c.Breaks.Any(b => b.StartsWith("It is by another key than the one given: ")));
            (await another.Get<CheckFile>().RunAsync("a", new MemoryStream(bytes), null)).Result.Checks.Should()
                .Contain(c => c.Breaks.Any(b => b.StartsWith("The key is none of this portal's: ")));
            (await another.Get<CheckFile>().RunAsync("a", new MemoryStream(bytes), files.Key)).Result.IsSound.Should()
                .BeTrue();
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("%P")]
    [InlineData("%PDF-1.7")]
    [InlineData("PK\u0003\u0004")]
    [InlineData("hello, this is no file of any portal")]
    public async Task Whatever_else_it_is_is_not_genuine(string text) =>
        (await CheckAsync(Encoding.Latin1.GetBytes(text), null)).Result.IsSound.Should().BeFalse();

    [Fact]
    public async Task A_package_without_its_record_has_no_seal_and_says_so()
    {
        using var plain = new MemoryStream();
        await files.Portal.Get<ExportLaunch>().RunAsync(DemoPortal.Launch, plain, Viewer.System);

        (await CheckAsync(plain.ToArray(), null)).Result.Checks[0].Breaks.Should().ContainSingle()
            .Which.Should().StartWith("The file carries no seal: a package is sealed when it is exported with");
    }

    [Fact]
    public async Task A_package_with_its_record_holds_it_for_reading_and_an_import_takes_none_of_it()
    {
        using (var zip = new ZipArchive(new MemoryStream(files.Package)))
        {
            zip.Entries.Select(e => e.FullName).Should().Contain("record/audit.jsonl")
                .And.Contain($"record/reports/{DemoPortal.Launch}-r1-FINAL.pdf")
                .And.Contain("record/signatures/check.sh").And.Contain("record/signatures/record-0002.json")
                .And.Contain("record/signatures/revision-1.json");
        }

        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.zip");
        await File.WriteAllBytesAsync(path, files.Package);
        try
        {
            var package = await LaunchPackage.ReadAsync(path);
            package.Facts.Launch.Key.Should().Be(DemoPortal.Launch);
            package.Files.Should().OnlyContain(f => f.Path.StartsWith("evidence/"));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public async Task It_is_downloaded_by_those_who_read_the_audit()
    {
        using var client = await files.Portal.SignedInAsync("auditor");

        var zip = await client.GetByteArrayAsync(
            new Uri($"/api/v1/launches/{DemoPortal.Launch}/package-with-record.zip", UriKind.Relative));

        (await CheckAsync(zip, null)).Result.Checks.SelectMany(c => c.Breaks).Should().BeEmpty();
    }

    [Fact]
    public async Task What_has_changed_since_is_told_and_an_altered_file_tells_nothing()
    {
        await using var portal = new SignedFilesOfItsOwn();
        var signed = await portal.StartAsync();
        using var client = await signed.Portal.SignedInAsync("cfo");
        (await PageAsync(client, signed.Pdf)).Should().Contain("Genuine: a.pdf").And.Contain("Chief Executive Officer")
            .And.Contain("Nothing was frozen, signed, withdrawn or decided since.");
        var manager = await signed.Portal.ViewerAsync("manager");
        var view = await signed.Portal.Get<LaunchBoards>().ViewAsync(DemoPortal.Launch, manager);
        Done(await signed.Portal.Get<FreezeLaunch>()
            .RunAsync(DemoPortal.Launch, FreezeRequest.Of(view!.Board), manager));

        var later = await PageAsync(client, signed.Pdf);
        signed.Pdf[^9] ^= 1;
        var altered = await PageAsync(client, signed.Pdf);
        signed.Pdf[^9] ^= 1;

        later.Should().Contain("Genuine: a.pdf").And.Contain("Revision 2 was frozen on ");
        altered.Should().Contain("Not genuine: a.pdf").And.NotContain("Chief Executive Officer")
            .And.NotContain("Revision 2");
        (await PageAsync(client, signed.Pdf, "no key")).Should().Contain("The key file holds no public key on P-256");
        (await PageAsync(client, signed.Pdf, signed.KeyPem)).Should().Contain("It is as good as the key");
        (await PageAsync(client, [])).Should().Contain("Choose a file: nothing was sent, or the file is empty.");
    }

    [Fact]
    public async Task It_is_for_strangers_only_where_the_settings_say_so()
    {
        using var stranger = files.Portal.Anonymous();
        using var led = await stranger.GetAsync(new Uri("/verify", UriKind.Relative));
        await using var open = await DemoPortal.StartAsync(new Dictionary<string, string?>
        {
            ["Portal:PublicVerification"] = "true",
        });
        using var anybody = open.Anonymous();

        led.StatusCode.Should().Be(HttpStatusCode.Redirect);
        led.Headers.Location!.ToString().Should().Contain("/sign-in?returnUrl=%2Fverify");
        (await PageAsync(anybody, files.Pdf, files.KeyPem)).Should().Contain("Genuine: a.pdf");
        (await PageAsync(anybody, files.Pdf)).Should().Contain("Not genuine: a.pdf");
    }

    private Task<CheckedFile> CheckAsync(byte[] bytes, byte[]? key) =>
        files.Portal.Get<CheckFile>().RunAsync("a.pdf", new MemoryStream(bytes), key);

    private static async Task<string> PageAsync(HttpClient client, byte[] pdf, string? key = null)
    {
        var page = new Uri("/verify", UriKind.Relative);
        using var form = new MultipartFormDataContent
        {
            { new StringContent("verify"), "_handler" },
            { new StringContent(Forms.TokenIn(await client.GetStringAsync(page))), "__RequestVerificationToken" },
            { new ByteArrayContent(pdf), "file", "a.pdf" },
        };
        if (key is not null)
        {
            form.Add(new StringContent(key), "key", "key.pem");
        }

        using var answer = await client.PostAsync(page, form);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    private sealed class SignedFilesOfItsOwn : IAsyncDisposable
    {
        private readonly SignedFiles _files = new();

        public async Task<SignedFiles> StartAsync()
        {
            await _files.InitializeAsync();
            return _files;
        }

        public async ValueTask DisposeAsync() => await _files.DisposeAsync();
    }
}
