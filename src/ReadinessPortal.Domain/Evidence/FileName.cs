using System.Text.RegularExpressions;
using ReadinessPortal.Domain.Figures;

namespace ReadinessPortal.Domain.Evidence;

/// <summary>
/// The name of an evidence file, kept exactly as it came. Nothing is ever stored under it: packages and downloads make
/// a safe name of it.
/// </summary>
public static partial class FileName
{
    /// <summary>The most that a file system gives a name, in UTF-16 code units.</summary>
    public const int Longest = 255;

    /// <summary>
    /// What stands after the folders of a path. A backslash is a letter like any other: most file systems allow it.
    /// </summary>
    public static string Of(string path) => path[(path.LastIndexOf('/') + 1)..];

    /// <summary>Why it cannot be kept, as the end of a sentence that begins with it; null when it can.</summary>
    public static string? WhyNot(string name) =>
        string.IsNullOrWhiteSpace(name) ? "is blank"
        : name.Length > Longest ? $"has {name.Length} characters; a file name has at most {Longest}"
        : Unkept().Match(name) is { Success: true } found ? $"holds {NamedCharacter.At(name, found.Index)}"
        : null;

    // U+FFFD stands for bytes that were lost on the way here, so that the name is not the file's any more.
    [GeneratedRegex(@"[\p{Cc}/\uFFFD-\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]")]
    private static partial Regex Unkept();
}
