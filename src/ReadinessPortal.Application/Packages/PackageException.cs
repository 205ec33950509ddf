using ReadinessPortal.Domain.Figures;

namespace ReadinessPortal.Application.Packages;

/// <summary>One thing that is wrong with a package.</summary>
/// <param name="File">Path inside the package, or the package itself.</param>
/// <param name="Line">From 1; 0 where no line applies.</param>
/// <param name="Key">Where in the file: <c>criteria[load-testing].title</c>; empty where no key applies.</param>
/// <param name="Text">What is wrong and what to do.</param>
public sealed record PackageProblem(string File, int Line, string Key, string Text)
{
    public override string ToString() =>
        VisibleText.Line($"{File}{(Line > 0 ? $":{Line}" : "")}: {(Key.Length > 0 ? $"{Key}: " : "")}{Text}");
}

/// <summary>A package that cannot be read, with everything that is wrong with it.</summary>
public sealed class PackageException(IReadOnlyList<PackageProblem> problems)
    : Exception(string.Join('\n', problems))
{
    public PackageException(string file, string text)
        : this([new PackageProblem(file, 0, "", text)])
    {
    }

    /// <summary>At least one.</summary>
    public IReadOnlyList<PackageProblem> Problems { get; } = problems;

    /// <summary>The first problem and how many follow, on one line.</summary>
    public string OneLine =>
        Problems.Count == 1 ? Problems[0].ToString() : $"{Problems[0]} (and {Problems.Count - 1} more)";
}
