using System.Diagnostics;
using System.IO.Compression;
using System.Net;
using System.Text.Json;
using ReadinessPortal.Domain.Tokens;
using ReadinessPortal.IntegrationTests.Fixtures;

namespace ReadinessPortal.IntegrationTests.Evidence;

/// <summary>The evidence of a launch as one zip, straight out of the store.</summary>
public sealed class TakingTheBundle : IDisposable
{
    private const string Address = $"/api/v1/launches/{DemoPortal.Launch}/evidence.zip";
    private const string Large = "review";

    // Python reads what it says of each file, hashes the bytes beside it, and prints how many were as said.
    private const string Check = """
        import hashlib, json, sys, zipfile
        bundle = zipfile.ZipFile(sys.argv[1])
        assert bundle.testzip() is None
        pieces = [e for e in json.loads(bundle.read("manifest.json"))["evidence"] if "path" in e]
        for e in pieces:
            data = bundle.read(e["path"])
            assert (len(data), hashlib.sha256(data).hexdigest()) == (e["size"], e["sha256"]), e["path"]
        files = {n for n in bundle.namelist() if not n.endswith("index.html")} - {"manifest.json"}
        assert files == {e["path"] for e in pieces}
        print(len(pieces))
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("readiness-bundle-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Every_file_is_in_it_and_is_what_the_manifest_says()
    {
        await using var portal = await DemoPortal.StartAsync();
        using var lead = await portal.SignedInAsync("platform-lead");
        await AttachedAsync(lead, LargeFile());
        using var reader = await portal.BearingAsync($"ci-{Guid.NewGuid():N}", TokenScope.LaunchRead);

        var zip = await SavedAsync(reader);

        (await RunAsync("unzip", "-tqq", zip)).Should().Be((0, ""));
        var inHand = await portal.ScalarAsync("select count(*) from evidence where sha256 is not null");
        (await RunAsync("python3", "-c", Check, zip)).Should().Be((0, $"{inHand}"));
        using var bundle = ZipFile.OpenRead(zip);
        var piece = Manifest(bundle).Single(e => e.GetProperty("id").GetString() == "e2e-test-results");
        piece.GetProperty("subjects").EnumerateArray().Select(s => s.GetString()).Should()
            .Contain("criterion:e2e-tests");
        piece.GetProperty("path").GetString().Should().StartWith("criteria/e2e-tests/");
        piece.GetProperty("reading").GetProperty("format").GetString().Should().Be("junit");
        piece.TryGetProperty("captured", out _).Should().BeTrue();
        piece.TryGetProperty("received", out _).Should().BeTrue();
        using var page = new StreamReader(bundle.GetEntry("criteria/e2e-tests/index.html")!.Open());
        (await page.ReadToEndAsync()).Should().Contain(piece.GetProperty("sha256").GetString());
    }

    [Fact]
    public async Task A_hostile_name_is_harmless_in_it_and_exact_in_the_manifest()
    {
        await using var portal = await DemoPortal.StartAsync();
        using var lead = await portal.SignedInAsync("platform-lead");
        const string name = "..\\..\\CON:\u202Egnp.exe";
        await AttachedAsync(lead, "hostile"u8.ToArray(), ("fileName", name));
        using var reader = await portal.SignedInAsync("auditor");

        var zip = await SavedAsync(reader);

        using var bundle = ZipFile.OpenRead(zip);
        var piece = Manifest(bundle).Single(e => e.GetProperty("fileName").GetString() == name);
        piece.GetProperty("path").GetString().Should().Be("criteria/runbooks/_.._CON__gnp.exe");
        (await RunAsync("unzip", "-tqq", zip)).Should().Be((0, ""));
    }

    [Fact]
    public async Task A_damaged_chunk_ends_it_so_that_nobody_takes_it_for_whole()
    {
        await using var portal = await DemoPortal.StartAsync();
        using var lead = await portal.SignedInAsync("platform-lead");
        await AttachedAsync(lead, LargeFile());
        await portal.DamageAsync(Large, chunk: 2);

        using var answer = await lead.GetAsync(
            new Uri(Address, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
        var zip = Path.Combine(_folder.FullName, "broken.zip");
        await using (var file = File.Create(zip))
        {
            await answer.Content.Awaiting(c => c.CopyToAsync(file)).Should().ThrowAsync<HttpRequestException>();
        }

        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        (await RunAsync("unzip", "-tqq", zip)).Status.Should().NotBe(0);
        new Action(() => ZipFile.OpenRead(zip)).Should().Throw<InvalidDataException>();
    }

    private static async Task AttachedAsync(HttpClient lead, byte[] file, params (string, string)[] fields)
    {
        using var sent = await lead.AttachAsync(file, "criterion:runbooks", fields);
        sent.StatusCode.Should().Be(HttpStatusCode.Created);
    }

    // Of several chunks, which no zip makes smaller.
    private static byte[] LargeFile()
    {
        var bytes = new byte[1_000_000];
        new Random(7).NextBytes(bytes);
        return bytes;
    }

    private async Task<string> SavedAsync(HttpClient reader)
    {
        var zip = Path.Combine(_folder.FullName, "bundle.zip");
        await File.WriteAllBytesAsync(zip, await reader.GetByteArrayAsync(new Uri(Address, UriKind.Relative)));
        return zip;
    }

    private static List<JsonElement> Manifest(ZipArchive bundle)
    {
        using var manifest = bundle.GetEntry("manifest.json")!.Open();
        return [.. JsonDocument.Parse(manifest).RootElement.GetProperty("evidence").EnumerateArray()];
    }

    private static async Task<(int Status, string Output)> RunAsync(string program, params string[] words)
    {
        using var process = Process.Start(new ProcessStartInfo(program, words) { RedirectStandardOutput = true })!;
        using var late = Patience.StartsWithAProgram();
        var output = await process.StandardOutput.ReadToEndAsync(late.Token);
        await process.WaitForExitAsync(late.Token);
        return (process.ExitCode, output.Trim());
    }
}
