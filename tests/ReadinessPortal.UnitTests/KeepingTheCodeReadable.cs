namespace ReadinessPortal.UnitTests;

/// <summary>What a reviewer would otherwise have to count, over every file of the repository.</summary>
public sealed class KeepingTheCodeReadable
{
    private const int MostCharacters = 120;
    private const int MostLines = 300;

    private static readonly string _root = Root(AppContext.BaseDirectory);

    private static readonly (string Path, string[] Lines)[] _files =
    [
        .. new[] { "src", "tests" }
            .SelectMany(f => Directory.EnumerateFiles(Path.Combine(_root, f), "*.cs", SearchOption.AllDirectories))
            .Select(f => Path.GetRelativePath(_root, f))
            .Where(f => !f.Split(Path.DirectorySeparatorChar).Intersect(["bin", "obj", "Migrations"]).Any())
            .Select(f => (f, File.ReadAllLines(Path.Combine(_root, f)))),
    ];

    [Fact]
    public void No_line_is_longer_than_a_screen_is_wide() =>
        _files.SelectMany(f => f.Lines.Index().Where(l => l.Item.Length > MostCharacters)
                .Select(l => $"{f.Path}:{l.Index + 1} has {l.Item.Length} characters"))
            .Should().BeEmpty();

    [Fact]
    public void No_file_is_longer_than_somebody_reads() =>
        _files.Where(f => f.Lines.Length > MostLines).Select(f => $"{f.Path} has {f.Lines.Length} lines")
            .Should().BeEmpty();

    [Fact]
    public void No_property_test_leaves_its_samples_to_chance() =>
        _files.Where(f => f.Lines.Contains("using CsCheck;")
                && f.Lines.Any(l => l.Contains(".Sample" + "(", StringComparison.Ordinal)))
            .Select(f => f.Path).Should().BeEmpty("Property.Holds makes every sample follow from one seed");

    internal static string Root(string folder) => File.Exists(Path.Combine(folder, "ReadinessPortal.sln"))
        ? folder
        : Root(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("Not inside the repository."));
}
