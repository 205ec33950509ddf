using System.Security.Cryptography;
using ReadinessPortal.Domain.Evidence;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Application.Packages;

/// <summary>Brings the evidence of a package and its files together.</summary>
internal static class EvidenceFiles
{
    /// <summary>Path of the file of <paramref name="item"/> among evidence in hand.</summary>
    public static string PathOf(EvidenceItem item, IEnumerable<EvidenceItem> all) =>
        all.Count(e => e.IsInHand && e.FileName.Equals(item.FileName, StringComparison.OrdinalIgnoreCase)) > 1
            ? $"{PackageSource.EvidenceFolder}{item.Key}/{item.FileName}"
            : $"{PackageSource.EvidenceFolder}{item.FileName}";

    public static async Task<LaunchPackage> AttachAsync(LaunchFacts facts, PackageSource source, CancellationToken ct)
    {
        var problems = new List<PackageProblem>();
        var files = new List<PackageFile>();
        var used = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var evidence = facts.Evidence.ToBuilder();
        var total = 0L;
        foreach (var (i, item) in facts.Evidence.Index())
        {
            if (Find(item, source) is not { } path)
            {
                if (item.Sha256 is not null)
                {
                    Wrong(item, $"names a hash, but the package holds no evidence/{item.FileName}; "
                        + "add the file, or leave 'sha256' out if it is only cited");
                }

                continue;
            }

            if (!used.TryAdd(path, item.Key))
            {
                Wrong(item, $"shares the file {path} with '{used[path]}'; list it once and let it support both");
                continue;
            }

            var (size, sha256) = await HashAsync(source.Files[path], path, ct);
            if ((total += size) > PackageSource.MaxTotalBytes)
            {
                throw new PackageException(path, $"the evidence exceeds {PackageSource.MaxTotalBytes >> 30} GiB");
            }

            if (item.Sha256 is not null && item.Sha256 != sha256)
            {
                Wrong(item, $"the bytes of {path} have the hash {sha256}, not the one given; one of them was changed");
            }

            if (item.Size is not null && item.Size != size)
            {
                Wrong(item, $"{path} has {size} bytes, not {item.Size}");
            }

            evidence[i] = item with { Sha256 = sha256, Size = size };
            files.Add(new(path, item.Key, size, sha256, source.Files[path]));
        }

        problems.AddRange(source.Files.Keys
            .Where(path => path != PackageSource.LaunchFile && !used.ContainsKey(path))
            .Select(path => new PackageProblem(path, 0, "", "no evidence names this file; list it or take it out")));
        return problems.Count == 0
            ? new(facts with { Evidence = evidence.ToImmutable() }, files)
            : throw new PackageException(problems);

        void Wrong(EvidenceItem item, string text) =>
            problems.Add(new(PackageSource.LaunchFile, 0, $"evidence[{item.Key}]", text));
    }

    private static string? Find(EvidenceItem item, PackageSource source) =>
        new[] { $"{item.Key}/{item.FileName}", item.FileName }
            .Select(name => PackageSource.EvidenceFolder + name)
            .FirstOrDefault(source.Files.ContainsKey);

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
