using System.IO.Compression;
using System.Text;
using ReadinessPortal.Application.Packages;

namespace ReadinessPortal.UnitTests.Packages;

public sealed class ReadingFiles : IDisposable
{
    private const string WithScan = APackage.Smallest + """
        evidence:
          - { key: scan, title: Scan, fileName: scan.json }

        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("package-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_file_that_is_there_puts_evidence_in_hand()
    {
        var package = await LaunchPackage.ReadAsync(Zip(("launch.yaml", WithScan), ("evidence/scan.json", "{}")));

        var scan = package.Facts.Evidence.Should().ContainSingle().Subject;
        scan.Size.Should().Be(2);
        scan.Sha256.Should().Be("44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
        package.Files.Should().ContainSingle().Which.EvidenceKey.Should().Be("scan");
    }

    [Fact]
    public async Task A_file_that_is_not_there_leaves_it_cited() =>
        (await LaunchPackage.ReadAsync(Zip(("launch.yaml", WithScan)))).Facts.Evidence[0].IsInHand.Should().BeFalse();

    [Fact]
    public async Task Two_files_of_one_name_lie_in_folders_named_by_their_evidence()
    {
        var package = await LaunchPackage.ReadAsync(Zip(
            ("launch.yaml", WithScan + "  - { key: other, title: Other, fileName: scan.json }\n"),
            ("evidence/scan/scan.json", "1"), ("evidence/other/scan.json", "2")));
        var copy = Path.Combine(_folder.FullName, "copy.zip");
        await using (var zip = File.Create(copy))
        {
            await LaunchPackage.WriteAsync(package.Facts,
                e => Task.FromResult<Stream?>(package.Files.Single(f => f.EvidenceKey == e.Key).Open()), zip);
        }

        (await LaunchPackage.ReadAsync(copy)).Files.Select(f => (f.Path, f.Sha256)).Should()
            .Equal(package.Files.Select(f => (f.Path, f.Sha256)));
    }

    [Fact]
    public async Task A_folder_and_its_launch_file_are_the_same_package()
    {
        Put("launch.yaml", WithScan);
        Put("evidence/scan.json", "{}");

        var byFolder = await LaunchPackage.ReadAsync(_folder.FullName);
        var byFile = await LaunchPackage.ReadAsync(Path.Combine(_folder.FullName, "launch.yaml"));

        byFile.Files.Single().Sha256.Should().Be(byFolder.Files.Single().Sha256);
    }

    [Theory]
    [InlineData("sha256: \"0000000000000000000000000000000000000000000000000000000000000000\"", "hash")]
    [InlineData("size: 3", "bytes")]
    public async Task Bytes_that_are_not_those_described_are_refused(string said, string hint) =>
        await RefusedAsync(
            Zip(("launch.yaml", WithScan.Replace("scan.json }", $"scan.json, {said} }}", StringComparison.Ordinal)),
                ("evidence/scan.json", "{}")), hint);

    [Fact]
    public async Task A_hash_without_its_bytes_is_refused() =>
        await RefusedAsync(
            Zip(("launch.yaml", WithScan.Replace("scan.json }", $"scan.json, sha256: {new string('a', 64)} }}",
                StringComparison.Ordinal))), "add the file");

    [Fact]
    public async Task A_file_that_nothing_names_is_refused() =>
        await RefusedAsync(Zip(("launch.yaml", WithScan), ("evidence/secret.txt", "x")), "no evidence names");

    [Theory]
    [InlineData("../evidence/scan.json")]
    [InlineData("evidence/../../scan.json")]
    [InlineData("/etc/passwd")]
    [InlineData("evidence\\scan.json")]
    [InlineData("C:/scan.json")]
    [InlineData("evidence//scan.json")]
    [InlineData("run.sh")]
    public async Task An_entry_that_leads_elsewhere_is_refused(string path) =>
        await RefusedAsync(Zip(("launch.yaml", WithScan), (path, "x")), path);

    [Fact]
    public async Task Two_entries_of_one_path_are_refused() =>
        await RefusedAsync(
            Zip(("launch.yaml", WithScan), ("evidence/scan.json", "1"), ("evidence/SCAN.json", "2")), "twice");

    [Fact]
    public async Task What_unpacks_to_far_more_than_it_is_is_refused() =>
        await RefusedAsync(Zip(("launch.yaml", WithScan), ("evidence/scan.json", new string('0', 4 << 20))), "times");

    [Fact]
    public async Task A_symbolic_link_in_an_archive_is_refused()
    {
        var path = Zip(("launch.yaml", WithScan), ("evidence/scan.json", "/etc/passwd"));
        using (var zip = ZipFile.Open(path, ZipArchiveMode.Update))
        {
            zip.GetEntry("evidence/scan.json")!.ExternalAttributes = 0xA1FF << 16;
        }

        await RefusedAsync(path, "symbolic link");
    }

    [Fact]
    public async Task A_symbolic_link_in_a_folder_is_refused()
    {
        Put("launch.yaml", WithScan);
        Put("secret", "x");
        Directory.CreateDirectory(Path.Combine(_folder.FullName, "evidence"));
        File.CreateSymbolicLink(
            Path.Combine(_folder.FullName, "evidence", "scan.json"), Path.Combine(_folder.FullName, "secret"));

        await RefusedAsync(_folder.FullName, "symbolic link");
    }

    [Fact]
    public async Task Text_that_is_not_utf_8_is_refused()
    {
        await File.WriteAllBytesAsync(Path.Combine(_folder.FullName, "launch.yaml"), [0x66, 0xFF, 0xFE]);

        await RefusedAsync(_folder.FullName, "UTF-8");
    }

    [Fact]
    public async Task What_is_neither_folder_nor_archive_is_refused()
    {
        Put("launch.txt", "hello");

        await RefusedAsync(Path.Combine(_folder.FullName, "launch.txt"), ".zip");
        await RefusedAsync(Path.Combine(_folder.FullName, "nothing.zip"), "no such file");
        await RefusedAsync(_folder.FullName, "launch.yaml");
    }

    private static async Task RefusedAsync(string path, string hint) =>
        (await FluentActions.Awaiting(() => LaunchPackage.ReadAsync(path)).Should().ThrowAsync<PackageException>())
        .Which.OneLine.Should().Contain(hint).And.NotContain("\n");

    private void Put(string path, string text)
    {
        var full = Path.Combine(_folder.FullName, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }

    private string Zip(params (string Path, string Text)[] entries)
    {
        var path = Path.Combine(_folder.FullName, "package.zip");
        using var zip = ZipFile.Open(path, ZipArchiveMode.Create);
        foreach (var (name, text) in entries)
        {
            using var entry = zip.CreateEntry(name).Open();
            entry.Write(Encoding.UTF8.GetBytes(text));
        }

        return path;
    }
}
