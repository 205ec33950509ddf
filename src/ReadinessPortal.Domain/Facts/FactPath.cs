using System.Diagnostics.CodeAnalysis;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Domain.Facts;

/// <summary>
/// Names one fact by the keys on the way to it: <c>criteria/load-testing</c>,
/// <c>drills/drill-1/logs/report/events/e3</c>; <c>launch</c> is the launch itself. Lists are named as in a package.
/// </summary>
public readonly record struct FactPath : IParsable<FactPath>
{
    private const string LaunchText = "launch";

    /// <summary>Longest text of one that is read.</summary>
    private const int MostLetters = 400;

    private readonly string? _text;

    private FactPath(string text) => _text = text;

    public static FactPath Launch { get; } = new(LaunchText);

    public bool IsLaunch => ToString() == LaunchText;

    /// <summary>Name of the list the fact stands in: <c>measurements</c>; empty for the launch.</summary>
    public string List => IsLaunch ? "" : Segments[^2];

    /// <summary>Key of the fact among its siblings; empty for the launch.</summary>
    public string Key => IsLaunch ? "" : Segments[^1];

    /// <summary>
    /// Names of the lists on the way: <c>drills/logs/events</c>; the kind of fact. Empty for the launch.
    /// </summary>
    public string Lists => IsLaunch ? "" : string.Join('/', Segments.Where((_, i) => i % 2 == 0));

    /// <summary>The fact this one is a part of; null where it is no part.</summary>
    public FactPath? Parent => Segments.Length <= 2 ? null : new(string.Join('/', Segments[..^2]));

    /// <summary>The fact of the launch that this one belongs to, perhaps itself.</summary>
    public FactPath Root => Segments.Length <= 2 ? this : new(string.Join('/', Segments[..2]));

    /// <summary>Keys on the way: <c>budget/aws</c> of a row.</summary>
    private string Keys => string.Join('/', Segments.Where((_, i) => i % 2 == 1));

    private string[] Segments => ToString().Split('/');

    public static FactPath Of(string list, string key) => new($"{list}/{key}");

    public FactPath Part(string list, string key) => new($"{this}/{list}/{key}");

    /// <summary>It is the other one, or a part of it.</summary>
    public bool IsWithin(FactPath whole) =>
        this == whole || ToString().StartsWith($"{whole}/", StringComparison.Ordinal);

    /// <summary>What audit, permissions and links know it by: the part's whole fact, or the register's row.</summary>
    /// <param name="launchKey">Stands for what has no kind of its own.</param>
    public SubjectRef Subject(string launchKey)
    {
        for (FactPath? at = this; at is { IsLaunch: false } path; at = path.Parent)
        {
            if (FactKinds.Of(path)?.Subject is { } kind)
            {
                return new(kind, path.Keys);
            }
        }

        return new(SubjectKind.Launch, launchKey);
    }

    public override string ToString() => _text ?? LaunchText;

    public static FactPath Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var path)
            ? path
            : throw new FormatException($"'{s}' names no fact; write list/key, such as criteria/load-testing.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out FactPath result)
    {
        result = new(s ?? LaunchText);
        return s is { Length: > 0 and <= MostLetters } && !s.Any(char.IsControl)
            && (s == LaunchText || (result.Segments.Length % 2 == 0 && result.Segments.All(p => p.Length > 0)));
    }
}
