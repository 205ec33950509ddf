using ReadinessPortal.Application.Packages.Zips;

namespace ReadinessPortal.Application.Packages;

/// <summary>The files of a package by their path inside it, wherever they lie; hostile ones are refused.</summary>
internal sealed class PackageSource
{
    public const string LaunchFile = "launch.yaml";
    public const int MaxEntries = 50_000;
    public const long MaxFileBytes = 1L << 30;

    /// <summary>Larger entries may not be packed to less than a part of <see cref="MaxRatio"/>.</summary>
    public const long RatioMattersFrom = 1 << 20;

    public const int MaxRatio = 200;

    private PackageSource()
    {
    }

    // What each file is called where it lies, for whoever has to find it there.
    private readonly Dictionary<string, string> _entries = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>By path; capitals do not tell files apart.</summary>
    public SortedDictionary<string, Func<Stream>> Files { get; } = new(StringComparer.OrdinalIgnoreCase);

    public static PackageSource At(string path)
    {
        var full = Path.GetFullPath(path);
        return Directory.Exists(full) ? Folder(Inner(full))
            : !File.Exists(full) ? throw new PackageException(path, "there is no such file or folder")
            : Path.GetFileName(full).Equals(LaunchFile, StringComparison.OrdinalIgnoreCase)
                ? Folder(Path.GetDirectoryName(full)!)
                : Zip(full);
    }

    /// <summary>The folder with the launch, which may be all that the one given holds.</summary>
    private static string Inner(string root)
    {
        if (File.Exists(Path.Combine(root, LaunchFile)))
        {
            return root;
        }

        var inner = Directory.GetDirectories(root).Where(f => File.Exists(Path.Combine(f, LaunchFile))).ToList();
        return inner is [var only]
            ? only
            : throw new PackageException(root, $"the folder holds no {LaunchFile}");
    }

    private static PackageSource Folder(string root)
    {
        var source = new PackageSource();
        source.Add(root, new FileInfo(Path.Combine(root, LaunchFile)));
        var evidence = new DirectoryInfo(Path.Combine(root, EvidencePath.Folder.TrimEnd('/')));
        if (evidence.Exists)
        {
            source.Add(root, evidence);
            foreach (var entry in evidence.EnumerateFileSystemInfos("*", SearchOption.AllDirectories))
            {
                source.Add(root, entry);
            }
        }

        return source;
    }

    private void Add(string root, FileSystemInfo entry)
    {
        var path = Path.GetRelativePath(root, entry.FullName).Replace(Path.DirectorySeparatorChar, '/');
        if (entry.LinkTarget is not null)
        {
            throw new PackageException(path, "is a symbolic link; put the file itself there");
        }

        if (entry is FileInfo file)
        {
            Add(path, path, file.Length, file.OpenRead);
        }
    }

    private static PackageSource Zip(string path)
    {
        var source = new PackageSource();
        var entries = ZipDirectory.Read(path, MaxEntries).Where(e => e.Kind != ZipFileKind.Folder)
            .Select(e => (Entry: e, Path: PathOf(e.Name))).ToList();
        var wrapping = Wrapping([.. entries.Select(e => e.Path).Where(n => !EvidencePath.IsLeftBehind(n))]);
        foreach (var (entry, whole) in entries)
        {
            var inner = whole.StartsWith(wrapping, StringComparison.Ordinal) ? whole[wrapping.Length..] : whole;
            if (inner == LaunchFile || inner.StartsWith(EvidencePath.Folder, StringComparison.Ordinal))
            {
                Refuse(entry);
                source.Add(inner, entry.Name, entry.Size, entry.Open);
            }
            else if (!EvidencePath.IsLeftBehind(inner)
                && !inner.StartsWith(EvidencePath.Record, StringComparison.Ordinal))
            {
                throw new PackageException(entry.Name,
                    $"is out of place; a package holds {LaunchFile}, {EvidencePath.Folder} and {EvidencePath.Record}");
            }
        }

        return source.Files.ContainsKey(LaunchFile)
            ? source
            : throw new PackageException(path, $"holds no {LaunchFile} at its top");
    }

    /// <summary>The one folder around everything, which packing a folder makes; empty where there is none.</summary>
    private static string Wrapping(IReadOnlyList<string> names)
    {
        var folder = names.Count == 0 ? "" : names[0][..(names[0].IndexOf('/', StringComparison.Ordinal) + 1)];
        return names.Contains(folder + LaunchFile) && names.All(n => n.StartsWith(folder, StringComparison.Ordinal))
            ? folder
            : "";
    }

    /// <summary>Where an entry lies. Some programs begin every name with <c>./</c>, which leads nowhere.</summary>
    private static string PathOf(string name)
    {
        string[] parts = [.. name.Split('/').Where(p => p != ".")];
        if (name.StartsWith('/') || parts.Contains("..") || parts is [[_, ':', ..], ..])
        {
            throw new PackageException(name, "leads out of the package; rename the entry");
        }

        if (parts.Length == 0 || parts.Contains(""))
        {
            throw new PackageException(name, "has a part without a name; rename the entry");
        }

        if (name.Contains('\\', StringComparison.Ordinal))
        {
            throw new PackageException(name,
                "holds a backslash; make the .zip with a program that writes folders with forward slashes");
        }

        return string.Join('/', parts);
    }

    private static void Refuse(ZipEntry entry)
    {
        if (entry.Kind != ZipFileKind.File)
        {
            throw new PackageException(entry.Name, entry.Kind == ZipFileKind.SymbolicLink
                ? "is a symbolic link; put the file itself there"
                : "is no file, but a device or a pipe; remove it");
        }

        if (entry.Size > RatioMattersFrom && entry.Size / Math.Max(1, entry.Packed) > MaxRatio)
        {
            throw new PackageException(entry.Name,
                $"unpacks to more than {MaxRatio} times its size; put it into the .zip without compression");
        }
    }

    /// <param name="entry">What it is called where it lies.</param>
    private void Add(string path, string entry, long size, Func<Stream> open)
    {
        if (size > MaxFileBytes)
        {
            throw new PackageException(entry, $"is larger than {MaxFileBytes >> 20} MiB");
        }

        if (Files.Count >= MaxEntries)
        {
            throw new PackageException(entry, $"more than {MaxEntries} files");
        }

        if (!_entries.TryAdd(path, entry))
        {
            throw new PackageException(entry,
                $"stands in the package twice: {_entries[path]} is the same file (capitals do not tell files apart)");
        }

        Files.Add(path, open);
    }
}
