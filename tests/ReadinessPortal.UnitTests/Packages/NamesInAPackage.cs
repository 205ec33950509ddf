using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using CsCheck;
using ReadinessPortal.Application.Packages;
using ReadinessPortal.Domain.Evidence;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Revisions;
using ReadinessPortal.UnitTests.Evidence;

namespace ReadinessPortal.UnitTests.Packages;

/// <summary>
/// What a file is called is data; where it lies in a package is a path that every system can unpack.
/// </summary>
public sealed partial class NamesInAPackage : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("names-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("load-test", "load-test.json", "evidence/load-test/load-test.json")]
    [InlineData("report", "Report (2) of 14.11.2025.pdf", "evidence/report/Report (2) of 14.11.2025.pdf")]
    [InlineData("scan", "scan 12:30.log", "evidence/scan/file.log")]
    [InlineData("evidence", "..", "evidence/evidence/file")]
    [InlineData("a", "größe.JSON", "evidence/a/file.json")]
    [InlineData("a", "NUL.txt", "evidence/a/file.txt")]
    [InlineData("a", "com1 .tar.gz", "evidence/a/file.gz")]
    [InlineData("a", "Thumbs.db", "evidence/a/file.db")]
    [InlineData("a", "__MACOSX", "evidence/a/file")]
    [InlineData("a", ".profile", "evidence/a/file")]
    [InlineData("a", "trailing.", "evidence/a/file")]
    [InlineData("a", "a\\b.parquet", "evidence/a/file")]
    [InlineData("con", "a", "evidence/_con_/a")]
    [InlineData("aux.1", "a", "evidence/_aux.1_/a")]
    [InlineData("a.", "a", "evidence/_a._/a")]
    public void A_name_that_every_system_has_is_kept_and_any_other_is_replaced(string key, string name, string path) =>
        Paths(Written(InHand(key, name))).Should().Contain(path);

    [Fact]
    public void Whatever_files_are_called_a_package_of_them_comes_back_to_the_byte_and_the_value()
    {
        var names = Gen.OneOf(
            OneOf(NamingAFile.Names),
            Gen.Char["aAbB.:\\ \"%*?<>|~_-\u202E\u0308é語'()"].Array[1, 12].Select(c => new string(c)));
        var keys = Gen.OneOf(
            OneOf("con", "nul.x", "a", "a.", "a..", "com1", "lpt9.a.b", "thumbs.db", new string('k', 80)),
            Gen.Char["ab.-1"].Array[1, 6].Select(c => "a" + new string(c)));
        var item = Gen.Select(names.Where(n => FileName.WhyNot(n) is null), keys, Gen.Int[0, 3], (name, key, kind) =>
            kind == 0 ? Cited(key, name, null) : kind == 1 ? Cited(key, name, "/reports/x") : InHand(key, name));

        item.Array[0, 12].Select(all => all.DistinctBy(e => e.Key).ToArray()).Holds(ComesBack, 100);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3 << 20)]
    public async Task A_file_that_packs_to_almost_nothing_comes_back(int size)
    {
        var idle = new string('\n', size);

        var package = await LaunchPackage.ReadAsync(Written(InHand("idle", "idle night.log", idle), idle));

        package.Files.Should().ContainSingle().Which.Size.Should().Be(size);
    }

    [Fact]
    public void Whoever_unpacks_it_may_read_the_files()
    {
        using var zip = ZipFile.OpenRead(Written(InHand("a", "a")));

        zip.Entries.Should().OnlyContain(e => ((e.ExternalAttributes >> 16) & 0xFFFF) == 0x81A4);
    }

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);

    private bool ComesBack(EvidenceItem[] items)
    {
        var zip = Written(items);
        var unpacked = Path.Combine(_folder.FullName, "unpacked");
        ZipFile.ExtractToDirectory(zip, unpacked);
        var paths = Paths(zip);
        var holds = paths.All(p => Safe().IsMatch(p) && !Unsafe().IsMatch(p))
            && paths.DistinctBy(p => p.ToUpperInvariant()).Count() == paths.Length
            && SaysTheSame(LaunchPackage.ReadAsync(zip).Result, items)
            && SaysTheSame(LaunchPackage.ReadAsync(unpacked).Result, items);
        Directory.Delete(unpacked, recursive: true);
        return holds;
    }

    private static bool SaysTheSame(LaunchPackage read, EvidenceItem[] items) =>
        CanonicalJson.Of(read.Facts) == CanonicalJson.Of(Facts(items))
        && read.Files.Select(f => (f.EvidenceKey, f.Sha256)).SequenceEqual(
            items.Where(e => e.IsInHand).Select(e => (e.Key, e.Sha256!)));

    private string Written(params EvidenceItem[] items) => Written(items, e => Text(e.Key, e.FileName));

    private string Written(EvidenceItem item, string text) => Written([item], _ => text);

    private string Written(EvidenceItem[] items, Func<EvidenceItem, string> text)
    {
        var path = Path.Combine(_folder.FullName, "package.zip");
        using var zip = File.Create(path);
        LaunchPackage.WriteAsync(Facts(items),
            e => Task.FromResult<Stream?>(new MemoryStream(Encoding.UTF8.GetBytes(text(e)))), zip).Wait();
        return path;
    }

    private static LaunchFacts Facts(EvidenceItem[] items) =>
        APackage.Read(APackage.Smallest) with { Evidence = [.. items] };

    private static EvidenceItem Cited(string key, string name, string? citedAs) =>
        new() { Key = key, Title = name, FileName = name, CitedAs = citedAs };

    private static EvidenceItem InHand(string key, string name, string? text = null)
    {
        var bytes = Encoding.UTF8.GetBytes(text ?? Text(key, name));
        return Cited(key, name, null) with
        {
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)),
            Size = bytes.Length,
        };
    }

    private static string Text(string key, string name) => $"{key} is called {name}";

    private static string[] Paths(string zip)
    {
        using var archive = ZipFile.OpenRead(zip);
        return [.. archive.Entries.Select(e => e.FullName)];
    }

    [GeneratedRegex("^[ -~]{1,105}$")]
    private static partial Regex Safe();

    [GeneratedRegex(@"[<>:""\\|?*]|[ .](/|$)|(^|/)(con|prn|aux|nul|com\d|lpt\d) *(\.|/|$)", RegexOptions.IgnoreCase)]
    private static partial Regex Unsafe();
}
