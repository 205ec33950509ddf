using System.IO.Compression;
using System.Text;
using ReadinessPortal.Application.Packages;

namespace ReadinessPortal.UnitTests.Packages;

/// <summary>Nothing of an archive is believed: not its list, not its sizes, not its paths.</summary>
public sealed class ReadingZips : IDisposable
{
    private const string File = "evidence/scan.json";

    private static readonly string _text = string.Concat(Enumerable.Range(0, 600).Select(i => $"{i:D4}\n"));
    private static readonly (string, string)[] _entries =
    [
        ("launch.yaml", APackage.Smallest + "evidence:\n  - { key: scan, title: Scan, fileName: scan.json }\n"),
        (File, _text),
    ];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("zips-");

    public static TheoryData<string> Writers => ["deflated", "stored", "streamed", "large", "streamed and large",
        "behind something else", "with a comment", "with a comment like an end", "with another empty entry"];

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [MemberData(nameof(Writers))]
    public async Task However_a_program_writes_it_the_bytes_come_out(string how)
    {
        var plain = AZip.Of(_entries);
        var package = await ReadAsync(how switch
        {
            "stored" => AZip.Of(CompressionLevel.NoCompression, _entries),
            "streamed" => AZip.Streamed(_entries),
            "large" => plain.Large(),
            "streamed and large" => AZip.Streamed(_entries).Large(),
            "behind something else" => [.. "#!/bin/sh\nexit 1\n"u8, .. plain],
            "with a comment" => [.. plain.With(AZip.End, 20, (ushort)5), .. "Hello"u8],
            "with a comment like an end" =>
                [.. plain.With(AZip.End, 20, (ushort)30), .. plain.AsSpan(plain.Length - 22), .. "Hi there"u8],
            "with another empty entry" => AZip.Of([.. _entries, ("evidence/", "")]),
            _ => plain,
        });

        using var bytes = new StreamReader(package.Files.Should().ContainSingle().Subject.Open());
        (await bytes.ReadToEndAsync()).Should().Be(_text);
        package.Facts.Evidence[0].Size.Should().Be(3000);
    }

    [Fact]
    public async Task A_smaller_size_than_there_is_lets_no_part_of_a_file_in()
    {
        var zip = AZip.Of(_entries);

        await RefusedAsync(zip.With(AZip.Listed, 24, 10u), File, "two ways");
        await RefusedAsync(zip.With(AZip.Listed, 24, 10u).With(AZip.Header, 22, 10u), File, "more than the 10 bytes");
        await RefusedAsync(AZip.Streamed(_entries).With(AZip.Listed, 24, 10u), File, "more than the 10 bytes");
    }

    [Fact]
    public async Task A_larger_size_than_there_is_is_found_out() =>
        await RefusedAsync(AZip.Streamed(_entries).With(AZip.Listed, 24, 3001u), File, "3000 bytes where");

    [Fact]
    public async Task Bytes_that_are_not_those_that_were_packed_are_found_out()
    {
        var zip = AZip.Of(CompressionLevel.NoCompression, _entries);
        zip[zip.AsSpan().IndexOf("0300\n"u8)] = (byte)'9';

        await RefusedAsync(zip, File, "CRC-32");
        await RefusedAsync(AZip.Streamed(_entries).With(AZip.Listed, 16, 1u), File, "CRC-32");
        await RefusedAsync(AZip.Of(_entries).With(AZip.Listed, 16, 1u), File, "two ways");
    }

    [Fact]
    public async Task Bytes_that_cannot_be_unpacked_name_their_entry()
    {
        var zip = AZip.Of(_entries);
        zip.AsSpan(zip.Last(AZip.Header) + 30 + File.Length, 8).Fill(0xFF);

        await RefusedAsync(zip, File, "unpacked");
    }

    [Fact]
    public async Task A_packed_size_that_reaches_further_or_less_far_is_found_out()
    {
        var zip = AZip.Streamed(_entries);
        var packed = BitConverter.ToUInt32(zip, zip.Last(AZip.Listed) + 20);

        await RefusedAsync(zip.With(AZip.Listed, 20, packed + 1), File, "another part");
        await RefusedAsync(zip.With(AZip.Listed, 20, packed - 1), File, "another part");
        await RefusedAsync(zip.With(AZip.Listed, 20, packed - 200), File, "bytes where");
        await RefusedAsync(zip.With(AZip.Listed, 20, (uint)zip.Length), File, "shares its bytes");
        await RefusedAsync(zip.With(AZip.Listed, 20, uint.MaxValue), "damaged");
    }

    [Fact]
    public async Task Two_entries_over_the_same_bytes_are_refused()
    {
        var zip = AZip.Of([.. _entries, ("evidence/more.json", _text)]);

        await RefusedAsync(
            zip.With(AZip.Listed, 42, (uint)zip.AsSpan().IndexOf("PK\u0003\u0004"u8)), "more.json", "two ways");
    }

    [Fact]
    public async Task An_encrypted_entry_and_one_packed_in_another_way_say_what_to_do()
    {
        var zip = AZip.Of(_entries);

        await RefusedAsync(zip.With(AZip.Listed, 8, (ushort)1), File, "without a password");
        await RefusedAsync(zip.With(AZip.Listed, 10, (ushort)93), File, "method 93");
    }

    [Fact]
    public async Task An_archive_that_is_cut_off_is_told_from_what_is_none()
    {
        var zip = AZip.Of(_entries);

        await RefusedAsync(zip[..(zip.Length / 2)], "cut off");
        await RefusedAsync(zip[..^1], "cut off");
        await RefusedAsync([.. zip, 0], "added at its end");
        await RefusedAsync(zip[^22..], "damaged");
        await RefusedAsync(Encoding.UTF8.GetBytes("hello"), "neither");
        await RefusedAsync([], "neither");
        await RefusedAsync(zip.With(AZip.End, 4, (ushort)1), "several");
        await RefusedAsync(zip.With(AZip.End, 8, 0x0003_0003u), "damaged");
        await RefusedAsync(zip.With(AZip.Listed, 28, ushort.MaxValue), "damaged");
        await RefusedAsync(zip.With(AZip.Listed, 42, 1u), "damaged");
    }

    [Theory]
    [InlineData("../evidence/scan.json")]
    [InlineData("evidence/../../scan.json")]
    [InlineData("/etc/passwd")]
    [InlineData("evidence\\scan.json")]
    [InlineData("C:/scan.json")]
    [InlineData("evidence//scan.json")]
    [InlineData("__MACOSX/../../scan.json")]
    [InlineData("./../scan.json")]
    [InlineData("evidence/./../../scan.json")]
    [InlineData(".//scan.json")]
    [InlineData("./C:/scan.json")]
    [InlineData(".")]
    [InlineData("./.")]
    [InlineData("run.sh")]
    public async Task An_entry_that_leads_elsewhere_is_refused(string path) =>
        await RefusedAsync(AZip.Of([_entries[0], (path, "x")]), path);

    [Theory]
    [InlineData("./launch.yaml", "./evidence/scan.json")]
    [InlineData("././launch.yaml", "evidence/./scan.json")]
    [InlineData("./GA/launch.yaml", "GA/./evidence/scan.json")]
    public async Task A_dot_for_the_folder_one_is_in_is_no_part_of_a_name(string launch, string file)
    {
        var package = await ReadAsync(AZip.Of(("./", ""), (launch, _entries[0].Item2), (file, _text)));

        package.Facts.Evidence.Should().ContainSingle().Which.IsInHand.Should().BeTrue();
    }

    [Fact]
    public async Task What_is_wrong_with_a_name_is_said_as_it_is()
    {
        await RefusedAsync(AZip.Of([_entries[0], ("./../a", "x")]), "./../a: leads out of the package");
        await RefusedAsync(AZip.Of([_entries[0], ("/a", "x")]), "/a: leads out of the package");
        await RefusedAsync(AZip.Of([_entries[0], (".//a", "x")]), ".//a: has a part without a name");
        await RefusedAsync(AZip.Of([_entries[0], ("./.", "x")]), "./.: has a part without a name");
    }

    [Fact]
    public async Task Two_entries_of_one_path_are_refused()
    {
        await RefusedAsync(AZip.Of([.. _entries, ("evidence/SCAN.json", "2")]), "twice");
        await RefusedAsync(AZip.Of([.. _entries, ("./launch.yaml", "2")]),
            "./launch.yaml: stands in the package twice: launch.yaml is the same file");
        await RefusedAsync(AZip.Of([.. _entries, ("evidence/./SCAN.json", "2")]),
            "evidence/./SCAN.json: stands in the package twice: evidence/scan.json is the same file");
    }

    [Theory]
    [InlineData(0xA1FFu, "symbolic link")]
    [InlineData(0x11FFu, "pipe")]
    public async Task What_is_no_file_is_refused(uint mode, string what) =>
        await RefusedAsync(AZip.Of(_entries).With(AZip.Listed, 38, mode << 16), File, what);

    [Fact]
    public async Task What_unpacks_to_far_more_than_it_is_is_refused() =>
        await RefusedAsync(AZip.Of([_entries[0], (File, new string('0', 4 << 20))]), File, "200 times");

    [Fact]
    public async Task What_says_that_it_is_small_unpacks_to_no_more() =>
        await RefusedAsync(AZip.Streamed([_entries[0], (File, new string('0', 4 << 20))]).With(AZip.Listed, 24, 1000u),
            File, "more than the 1000 bytes");

    [Fact]
    public async Task What_cannot_be_seen_in_a_name_is_written_out_on_one_line() =>
        await RefusedAsync(
            AZip.Of([.. _entries, ("evidence/a\n\u001b[31m\u202Eb", "x")]), "a␊␛[31m⟨U+202E⟩b", "no evidence");

    private async Task RefusedAsync(byte[] zip, params string[] hints)
    {
        var said = (await this.Awaiting(t => t.ReadAsync(zip)).Should().ThrowAsync<PackageException>()).Which.OneLine;
        foreach (var hint in hints)
        {
            said.Should().Contain(hint);
        }

        said.Should().NotContain("\n");
    }

    private async Task<LaunchPackage> ReadAsync(byte[] zip)
    {
        var path = Path.Combine(_folder.FullName, "package.zip");
        await System.IO.File.WriteAllBytesAsync(path, zip);
        return await LaunchPackage.ReadAsync(path);
    }
}
