using System.Security.Cryptography;
using ReadinessPortal.Application.Evidence;
using ReadinessPortal.Domain.Evidence;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Application.Packages;

/// <summary>
/// Brings the evidence of a package and its files together. A file belongs to the evidence in whose folder it lies
/// alone, or that has its name; evidence without a file is only cited, and has to say so by <c>citedAs</c>.
/// </summary>
internal sealed class EvidenceFiles
{
    /// <summary>Stands in a package where evidence is cited and nobody says as what.</summary>
    private const string CitedAsNothing = "";

    private readonly PackageReader _text;
    private readonly PackageSource _source;
    private readonly ILookup<string, string> _folders;
    private readonly List<PackageProblem> _problems = [];
    private readonly List<PackageFile> _files = [];
    private readonly Dictionary<string, string> _used = new(StringComparer.OrdinalIgnoreCase);
    private long _total;

    private EvidenceFiles(PackageReader text, PackageSource source)
    {
        _text = text;
        _source = source;
        _folders = source.Files.Keys.Where(p => !EvidencePath.IsLeftBehind(p))
            .ToLookup(p => p[..(p.LastIndexOf('/') + 1)], StringComparer.OrdinalIgnoreCase);
    }

    /// <exception cref="PackageException">The files are not those that the text names.</exception>
    public static async Task<LaunchPackage> AttachAsync(PackageReader text, PackageSource source, CancellationToken ct)
    {
        var files = new EvidenceFiles(text, source);
        var evidence = text.Facts.Evidence.ToArray();
        for (var i = 0; i < evidence.Length; i++)
        {
            evidence[i] = await files.AttachAsync(evidence[i], $"evidence[{i}]", ct);
        }

        files.RefuseStrays();
        return files._problems.Count == 0
            ? new(Unmarked(text.Facts with { Evidence = [.. evidence] }), files._files)
            : throw new PackageException([.. files._problems.OrderBy(p => p.Line == 0).ThenBy(p => p.Line)]);
    }

    /// <summary>Evidence that is not in hand says so, so that a file which is missing is told from it.</summary>
    public static LaunchFacts Marked(LaunchFacts facts) => facts with
    {
        Evidence = [.. facts.Evidence.Select(e =>
            e is { IsInHand: false, CitedAs: null } ? e with { CitedAs = CitedAsNothing } : e)],
    };

    public static LaunchFacts Unmarked(LaunchFacts facts) => facts with
    {
        Evidence = [.. facts.Evidence.Select(e => e.CitedAs == CitedAsNothing ? e with { CitedAs = null } : e)],
    };

    private async Task<EvidenceItem> AttachAsync(EvidenceItem item, string at, CancellationToken ct)
    {
        if (Find(item) is not { } path)
        {
            if (item.Sha256 is not null || item.CitedAs is null)
            {
                Wrong($"{at}.fileName", $"the package holds no {EvidencePath.Folder}{item.FileName}; add the file, "
                    + $"there or alone in {EvidencePath.FolderOf(item.Key)}"
                    + (item.Sha256 is null ? ", or say with 'citedAs' where it is only cited" : ""));
            }

            return item;
        }

        if (!_used.TryAdd(path, item.Key))
        {
            Wrong($"{at}.fileName",
                $"shares the file {path} with '{_used[path]}'; list it once and let it support both");
            return item;
        }

        var (size, sha256) = await HashAsync(_source.Files[path], path, ct);
        if ((_total += size) > EvidenceLimits.MostLaunchBytes)
        {
            throw new PackageException(path, $"the evidence exceeds {EvidenceLimits.MostLaunchBytes >> 30} GiB");
        }

        if (item.Sha256 is not null && item.Sha256 != sha256)
        {
            Wrong($"{at}.sha256",
                $"the bytes of {path} have the hash {sha256}, not the one given; one of them was changed");
        }

        if (item.Size is not null && item.Size != size)
        {
            Wrong($"{at}.size", $"{path} has {size} bytes, not {item.Size}");
        }

        await using (var content = _source.Files[path]())
        {
            if (await PrivateKeys.AreInAsync(content, ct))
            {
                Wrong($"{at}.fileName", $"the file {path} holds a private key, which everybody who reads this launch "
                    + "would see; remove it from the package, and replace that key");
            }
        }

        _files.Add(new(path, item.Key, size, sha256, _source.Files[path]));
        return item with { Sha256 = sha256, Size = size };
    }

    private string? Find(EvidenceItem item)
    {
        var folders = new[] { EvidencePath.FolderOf(item.Key), $"{EvidencePath.Folder}{item.Key}/" };
        return folders.Select(f => f + item.FileName).FirstOrDefault(_source.Files.ContainsKey)
            ?? folders.Select(f => _folders[f].Take(2).ToList()).FirstOrDefault(f => f is [_])?[0]
            ?? new[] { EvidencePath.Folder + item.FileName }.FirstOrDefault(_source.Files.ContainsKey);
    }

    private void RefuseStrays() => _problems.AddRange(_source.Files.Keys
        .Where(p => p != PackageSource.LaunchFile && !_used.ContainsKey(p) && !EvidencePath.IsLeftBehind(p))
        .Select(p => new PackageProblem(p, 0, "", "no evidence names this file; list it or remove it")));

    private void Wrong(string at, string text) => _problems.Add(_text.Problem(at, text));

    /// <summary>Reads to the end, so that what an archive says of sizes need not be believed.</summary>
    private static async Task<(long Size, string Sha256)> HashAsync(
        Func<Stream> open, string path, CancellationToken ct)
    {
        await using var stream = open();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var chunk = new byte[81920];
        var size = 0L;
        for (int read; (read = await stream.ReadAsync(chunk, ct)) > 0;)
        {
            if ((size += read) > PackageSource.MaxFileBytes)
            {
                throw new PackageException(path, $"is larger than {PackageSource.MaxFileBytes >> 20} MiB");
            }

            hash.AppendData(chunk, 0, read);
        }

        return (size, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }
}
