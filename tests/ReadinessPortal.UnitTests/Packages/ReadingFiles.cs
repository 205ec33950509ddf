using System.IO.Compression;
using ReadinessPortal.Application.Packages;

namespace ReadinessPortal.UnitTests.Packages;

public sealed class ReadingFiles : IDisposable
{
    private const string WithScan = APackage.Smallest + """
        evidence:
          - { key: scan, title: Scan, fileName: scan.json }

        """;
    private const string Hash = "sha256: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";

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

    [Theory]
    [InlineData("citedAs: /reports/scan.json")]
    [InlineData("citedAs: \"\"")]
    public async Task A_file_that_is_not_there_leaves_cited_what_says_that_it_is(string said) =>
        (await LaunchPackage.ReadAsync(Zip(("launch.yaml", Saying(said))))).Facts.Evidence[0].IsInHand.Should()
            .BeFalse();

    [Theory]
    [InlineData("class: scan", "or say with 'citedAs'")]
    [InlineData("size: 3", "or say with 'citedAs'")]
    [InlineData(Hash, "add the file")]
    [InlineData(Hash + ", citedAs: /reports/scan.json", "add the file")]
    public async Task A_file_that_is_missing_and_not_only_cited_is_missed_where_it_is_named(string said, string hint) =>
        await RefusedAsync(Zip(("launch.yaml", Saying(said))), "launch.yaml:7: evidence[scan].fileName: ", hint);

    [Fact]
    public async Task A_file_belongs_to_the_evidence_in_whose_folder_it_lies_alone()
    {
        var package = await LaunchPackage.ReadAsync(Zip(
            ("launch.yaml", WithScan + "  - { key: con, title: Other, fileName: scan.json }\n"),
            ("evidence/scan/file.json", "1"), ("evidence/scan/.DS_Store", "x"), ("evidence/_con_/scan.json", "22")));

        package.Facts.Evidence.Select(e => (e.Key, e.FileName, e.Size)).Should()
            .Equal(("scan", "scan.json", 1L), ("con", "scan.json", 2L));
    }

    [Fact]
    public async Task Two_files_in_one_folder_are_told_apart_by_name() =>
        await RefusedAsync(Zip(("launch.yaml", WithScan), ("evidence/scan/scan.json", "1"), ("evidence/scan/b", "2")),
            "evidence/scan/b: no evidence names this file");

    [Fact]
    public async Task What_systems_leave_behind_and_a_folder_around_everything_are_looked_through()
    {
        var zip = Zip(("My launch/launch.yaml", WithScan), ("My launch/evidence/scan.json", "{}"),
            ("My launch/.DS_Store", "x"), ("My launch/evidence/Thumbs.db", "x"),
            ("My launch/evidence/._scan.json", "x"), ("My launch/evidence/desktop.ini", "x"),
            ("__MACOSX/My launch/._launch.yaml", "x"), (".DS_Store", "x"));

        (await LaunchPackage.ReadAsync(zip)).Files.Should().ContainSingle()
            .Which.Path.Should().Be("evidence/scan.json");
        ZipFile.ExtractToDirectory(zip, Path.Combine(_folder.FullName, "out"));
        (await LaunchPackage.ReadAsync(Path.Combine(_folder.FullName, "out"))).Files.Should().ContainSingle();
    }

    [Fact]
    public async Task What_is_named_as_evidence_is_not_left_behind() =>
        (await LaunchPackage.ReadAsync(Zip(
            ("launch.yaml", WithScan.Replace("scan.json", "Thumbs.db", StringComparison.Ordinal)),
            ("evidence/Thumbs.db", "x")))).Files.Should().ContainSingle();

    [Theory]
    [InlineData("README.txt")]
    [InlineData("Other/notes.txt")]
    public async Task Only_one_folder_around_everything_is_looked_through(string other) =>
        await RefusedAsync(
            Zip(("A/launch.yaml", WithScan), ("A/evidence/scan.json", "{}"), (other, "x")), "is out of place");

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
    [InlineData(Hash, "launch.yaml:7: evidence[scan].sha256: ", "hash")]
    [InlineData("size: 3", "launch.yaml:7: evidence[scan].size: ", "2 bytes")]
    public async Task Bytes_that_are_not_those_described_are_refused(string said, string where, string hint) =>
        await RefusedAsync(Zip(("launch.yaml", Saying(said)), ("evidence/scan.json", "{}")), where, hint);

    [Fact]
    public async Task One_file_for_two_is_refused_where_the_second_stands() =>
        await RefusedAsync(
            Zip(("launch.yaml", WithScan + "  - { key: other, title: Other, fileName: scan.json }\n"),
                ("evidence/scan.json", "{}")), "launch.yaml:8: evidence[other].fileName: shares");

    [Fact]
    public async Task A_file_with_a_private_key_is_refused() =>
        await RefusedAsync(
            Zip(("launch.yaml", WithScan), ("evidence/scan.json", "-----BEGIN RSA PRIVATE KEY-----\nAAAA")),
            "launch.yaml:7: evidence[scan].fileName: ", "holds a private key");

    [Fact]
    public async Task A_file_that_nothing_names_is_refused() =>
        await RefusedAsync(
            Zip(("launch.yaml", WithScan), ("evidence/scan.json", "{}"), ("evidence/secret.txt", "x")),
            "evidence/secret.txt: no evidence names this file");

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
    public async Task A_folder_of_evidence_that_is_a_symbolic_link_is_refused()
    {
        Put("elsewhere/scan.json", "{}");
        Put("package/launch.yaml", WithScan);
        var package = Path.Combine(_folder.FullName, "package");
        Directory.CreateSymbolicLink(Path.Combine(package, "evidence"), Path.Combine(_folder.FullName, "elsewhere"));

        await RefusedAsync(package, "symbolic link");
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

    private static string Saying(string more) =>
        WithScan.Replace("scan.json }", $"scan.json, {more} }}", StringComparison.Ordinal);

    private static async Task RefusedAsync(string path, params string[] hints) =>
        (await FluentActions.Awaiting(() => LaunchPackage.ReadAsync(path)).Should().ThrowAsync<PackageException>())
        .Which.OneLine.Should().ContainAll(hints).And.NotContain("\n");

    private void Put(string path, string text)
    {
        var full = Path.Combine(_folder.FullName, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }

    private string Zip(params (string Path, string Text)[] entries)
    {
        var path = Path.Combine(_folder.FullName, "package.zip");
        File.WriteAllBytes(path, AZip.Of(entries));
        return path;
    }
}
