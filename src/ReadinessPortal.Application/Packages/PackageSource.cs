using System.IO.Compression;

namespace ReadinessPortal.Application.Packages;

/// <summary>The files of a package by their path inside it, wherever they lie; hostile ones are refused.</summary>
internal sealed class PackageSource
{
    public const string LaunchFile = "launch.yaml";
    public const string EvidenceFolder = "evidence/";
    public const int MaxEntries = 5_000;
    public const long MaxFileBytes = 1L << 30;
    public const long MaxTotalBytes = 8L << 30;
    public const int MaxRatio = 200;

    /// <summary>Small entries may compress as well as they like.</summary>
    private const long RatioMattersFrom = 1 << 20;

    private const int UnixTypeMask = 0xF000;
    private const int UnixSymbolicLink = 0xA000;

    private PackageSource(string name, SortedDictionary<string, Func<Stream>> files) => (Name, Files) = (name, files);

    public string Name { get; }

    public SortedDictionary<string, Func<Stream>> Files { get; }

    public static PackageSource At(string path)
    {
        var full = Path.GetFullPath(path);
        return Directory.Exists(full) ? Folder(full)
            : !File.Exists(full) ? throw new PackageException(path, "there is no such file or folder")
            : Path.GetFileName(full).Equals(LaunchFile, StringComparison.OrdinalIgnoreCase)
                ? Folder(Path.GetDirectoryName(full)!)
                : Zip(full);
    }

    private static PackageSource Folder(string root)
    {
        var files = New();
        var launch = Path.Combine(root, LaunchFile);
        if (!File.Exists(launch))
        {
            throw new PackageException(root, $"the folder holds no {LaunchFile}");
        }

        files.Add(LaunchFile, () => File.OpenRead(launch));
        var evidence = Path.Combine(root, EvidenceFolder);
        if (Directory.Exists(evidence))
        {
            var all = new DirectoryInfo(evidence).EnumerateFileSystemInfos("*", SearchOption.AllDirectories);
            foreach (var entry in all)
            {
                var path = Path.GetRelativePath(root, entry.FullName).Replace('\\', '/');
                if (entry.LinkTarget is not null)
                {
                    throw new PackageException(path, "is a symbolic link; put the file itself there");
                }

                if (entry is FileInfo file)
                {
                    Add(files, path, file.Length, file.OpenRead);
                }
            }
        }

        return new(root, files);
    }

    private static PackageSource Zip(string path)
    {
        var files = New();
        using var zip = OpenZip(path);
        if (zip.Entries.Count > MaxEntries)
        {
            throw new PackageException(path, $"holds {zip.Entries.Count} entries; at most {MaxEntries} are read");
        }

        foreach (var entry in zip.Entries.Where(e => !e.FullName.EndsWith('/')))
        {
            Refuse(entry);
            var name = entry.FullName;
            Add(files, name, entry.Length, () => EntryStream.Open(path, name));
        }

        return files.ContainsKey(LaunchFile)
            ? new(path, files)
            : throw new PackageException(path, $"holds no {LaunchFile} at its top");
    }

    internal static ZipArchive OpenZip(string path)
    {
        try
        {
            return ZipFile.OpenRead(path);
        }
        catch (InvalidDataException)
        {
            throw new PackageException(path, $"is neither a folder, a {LaunchFile} nor a readable .zip");
        }
    }

    private static void Refuse(ZipArchiveEntry entry)
    {
        var name = entry.FullName;
        var parts = name.Split('/');
        if (name.Contains('\\', StringComparison.Ordinal) || name.Contains(':', StringComparison.Ordinal)
            || name.StartsWith('/') || parts.Any(p => p is "" or "." or "..") || name.Any(char.IsControl))
        {
            throw new PackageException(name, "leads out of the package or is no plain path; rename the entry");
        }

        if (name != LaunchFile && !name.StartsWith(EvidenceFolder, StringComparison.Ordinal))
        {
            throw new PackageException(name, $"is out of place; a package holds {LaunchFile} and {EvidenceFolder}");
        }

        if (((entry.ExternalAttributes >> 16) & UnixTypeMask) == UnixSymbolicLink)
        {
            throw new PackageException(name, "is a symbolic link; put the file itself there");
        }

        if (entry.Length > RatioMattersFrom && entry.Length / Math.Max(1, entry.CompressedLength) > MaxRatio)
        {
            throw new PackageException(name, $"unpacks to more than {MaxRatio} times its size");
        }
    }

    private static void Add(SortedDictionary<string, Func<Stream>> files, string path, long size, Func<Stream> open)
    {
        if (size > MaxFileBytes)
        {
            throw new PackageException(path, $"is larger than {MaxFileBytes >> 20} MiB");
        }

        if (files.Count >= MaxEntries)
        {
            throw new PackageException(path, $"more than {MaxEntries} files");
        }

        if (!files.TryAdd(path, open))
        {
            throw new PackageException(path, "stands in the package twice (capitals do not tell files apart)");
        }
    }

    private static SortedDictionary<string, Func<Stream>> New() => new(StringComparer.OrdinalIgnoreCase);
}
