using System.Diagnostics;
using System.IO.Compression;
using ReadinessPortal.Application.Seals;
using ReadinessPortal.IntegrationTests.Fixtures;
using static ReadinessPortal.IntegrationTests.Fixtures.PortalDatabaseFixture;

namespace ReadinessPortal.IntegrationTests.Seals;

/// <summary>The archive of signatures is checked by a shell with openssl and sha256sum.</summary>
public sealed class CheckingWithoutThePortal
{
    private const int Flips = 60;
    private const int Seed = 12;

    [Fact]
    public Task The_recipe_finds_everything_sound_and_every_flipped_byte() => InALaunch(async portal =>
    {
        await SealingSignatures.SignedAndDecidedAsync(portal);
        var folder = Directory.CreateTempSubdirectory("signatures-").FullName;
        try
        {
            using var zip = new MemoryStream(
                (await portal.Get<ExportSignatures>().RunAsync(ALaunch.Key, ALaunch.Auditor))!);
            await ZipFile.ExtractToDirectoryAsync(zip, folder);

            var (isSound, said) = await CheckAsync(folder);

            isSound.Should().BeTrue(said);
            said.Split('\n').Should().Contain("record-0001.json: sound").And.Contain("record-0004.json: sound");
            var random = new Random(Seed);
            var files = Directory.GetFiles(folder).Where(f => !f.EndsWith(".sh", StringComparison.Ordinal)
                && !f.EndsWith(".pem", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList();
            for (var i = 0; i < Flips; i++)
            {
                var file = files[random.Next(files.Count)];
                var bytes = await File.ReadAllBytesAsync(file);
                var at = random.Next(bytes.Length);
                bytes[at] ^= (byte)(1 << random.Next(8));
                await File.WriteAllBytesAsync(file, bytes);

                (await CheckAsync(folder)).IsSound.Should().BeFalse(
                    $"byte {at} of {Path.GetFileName(file)} was flipped (seed {Seed}, flip {i})");

                bytes[at] = (await OriginalAsync(zip, file))[at];
                await File.WriteAllBytesAsync(file, bytes);
            }

            File.Delete(Path.Combine(folder, "record-0002.json"));
            (await CheckAsync(folder)).IsSound.Should().BeFalse("a record is missing");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    });

    [Fact]
    public Task Is_for_those_who_read_the_audit() => InALaunch(async portal =>
        (await portal.Get<ExportSignatures>().RunAsync(ALaunch.Key, ALaunch.Stranger)).Should().BeNull());

    private static async Task<byte[]> OriginalAsync(Stream zip, string file)
    {
        using var archive = new ZipArchive(zip, ZipArchiveMode.Read, leaveOpen: true);
        await using var entry = await archive.GetEntry(Path.GetFileName(file))!.OpenAsync();
        using var bytes = new MemoryStream();
        await entry.CopyToAsync(bytes);
        return bytes.ToArray();
    }

    private static async Task<(bool IsSound, string Said)> CheckAsync(string folder)
    {
        using var shell = Process.Start(new ProcessStartInfo("sh", [Path.Combine(folder, "check.sh")])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        })!;
        var said = await Task.WhenAll(shell.StandardOutput.ReadToEndAsync(), shell.StandardError.ReadToEndAsync());
        await shell.WaitForExitAsync();
        return (shell.ExitCode == 0, string.Concat(said));
    }
}
