using System.Text.Json;
using ReadinessPortal.Readings;

namespace ReadinessPortal.UnitTests.Readings;

/// <summary>Real files of real tools, kept beside the repository where their licences allow no copy in it.</summary>
internal static class Corpus
{
    private static readonly string[] _places = ["..", "../.."];

    public static string? Folder { get; } = Find(KeepingTheCodeReadable.Root(AppContext.BaseDirectory));

    public static IEnumerable<CorpusFile> Files(string part)
    {
        using var manifest = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder!, part, "manifest.json")));
        return
        [
            .. manifest.RootElement.EnumerateArray().Select(e => new CorpusFile(
                e.GetProperty("file").GetString()!, e.GetProperty("format").GetString()!,
                e.GetProperty("expected").Clone())),
        ];
    }

    public static FileReading Read(string part, string file)
    {
        var path = Path.Combine(Folder!, part, file);
        using var content = File.OpenRead(path);
        return EvidenceReader.Read(content, path);
    }

    // Beside the repository, or beside the folder that holds its work trees.
    private static string? Find(string root) => _places
        .Select(up => Path.GetFullPath(Path.Combine(root, up, "shared", "evidence")))
        .FirstOrDefault(Directory.Exists);
}

/// <param name="Expected">What the manifest says must be read.</param>
public sealed record CorpusFile(string File, string Format, JsonElement Expected);

/// <summary>A test over the corpus; skipped, and shown as skipped, where there is none.</summary>
public sealed class CorpusFactAttribute : FactAttribute
{
    public CorpusFactAttribute() => Skip = Corpus.Folder is null ? "There is no ../shared/evidence." : null;
}

/// <summary>The same with data.</summary>
public sealed class CorpusTheoryAttribute : TheoryAttribute
{
    public CorpusTheoryAttribute() => Skip = Corpus.Folder is null ? "There is no ../shared/evidence." : null;
}
