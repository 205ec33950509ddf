using System.Text;
using ReadinessPortal.Domain.Evidence;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Registers;

namespace ReadinessPortal.Application.Packages;

/// <summary>
/// A launch as it travels: facts and the evidence files in hand. The file of a piece of evidence lies alone in
/// <c>evidence/{key}/</c> under any name, or as <c>evidence/{fileName}</c>.
/// </summary>
public sealed record LaunchPackage(LaunchFacts Facts, IReadOnlyList<PackageFile> Files)
{
    internal const string FormatKey = "format";
    internal const string Format = "readiness-package/2";

    /// <summary>The first one, in which a budget is known by its keys, see <see cref="BudgetsByKey"/>.</summary>
    internal const string FirstFormat = "readiness-package/1";

    /// <summary>Largest <c>launch.yaml</c> that is read, in bytes.</summary>
    public const int MaxTextBytes = 64 << 20;

    private static readonly UTF8Encoding _strictUtf8 = new(false, throwOnInvalidBytes: true);

    /// <summary>Reads a folder, its <c>launch.yaml</c>, or a <c>.zip</c>; hashes every evidence file.</summary>
    /// <exception cref="PackageException">It is not a package, with everything that is wrong.</exception>
    public static async Task<LaunchPackage> ReadAsync(string path, CancellationToken ct = default)
    {
        var source = PackageSource.At(path);
        var text = PackageReader.Read(PackageSource.LaunchFile, await TextAsync(source, ct));
        return await EvidenceFiles.AttachAsync(text, source, ct);
    }

    /// <summary>Reads the text of a <c>launch.yaml</c> alone.</summary>
    /// <exception cref="PackageException">It is not a package, with everything that is wrong.</exception>
    public static LaunchFacts ReadText(string yaml) =>
        EvidenceFiles.Unmarked(PackageReader.Read(PackageSource.LaunchFile, yaml).Facts);

    /// <summary>The text of <c>launch.yaml</c>: the same facts give the same text.</summary>
    public static string WriteText(LaunchFacts facts) => PackageWriter.Write(EvidenceFiles.Marked(facts));

    /// <summary>Writes a <c>.zip</c>; the same facts and bytes give the same file.</summary>
    /// <param name="open">Opens the bytes of evidence in hand; null where they cannot be had.</param>
    /// <exception cref="PackageException">Bytes of evidence in hand cannot be had.</exception>
    public static Task WriteAsync(
        LaunchFacts facts, Func<EvidenceItem, Task<Stream?>> open, Stream zip, CancellationToken ct = default) =>
        PackageZip.WriteAsync(facts, open, zip, record: null, comment: null, ct);

    private static async Task<string> TextAsync(PackageSource source, CancellationToken ct)
    {
        await using var stream = source.Files[PackageSource.LaunchFile]();
        using var buffer = new MemoryStream();
        var chunk = new byte[81920];
        for (int read; (read = await stream.ReadAsync(chunk, ct)) > 0;)
        {
            if (buffer.Length + read > MaxTextBytes)
            {
                throw new PackageException(PackageSource.LaunchFile, $"is larger than {MaxTextBytes >> 20} MiB");
            }

            buffer.Write(chunk, 0, read);
        }

        try
        {
            var bytes = buffer.GetBuffer().AsSpan(0, (int)buffer.Length);
            return _strictUtf8.GetString(bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[3..] : bytes);
        }
        catch (DecoderFallbackException)
        {
            throw new PackageException(PackageSource.LaunchFile, "is not UTF-8 text; save it as UTF-8");
        }
    }
}
