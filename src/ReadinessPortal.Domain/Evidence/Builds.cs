using System.Text.RegularExpressions;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Domain.Evidence;

/// <summary>Which build evidence is about: the release under test, another one, or it does not say.</summary>
/// <remarks>
/// A name is compared with what the release has of its kind: a digest with its digest, a commit with its commit, a
/// version with its version. Where the release has none of that kind, or the name is no build's (<c>latest</c>),
/// nothing can be told, and the evidence does not say.
/// </remarks>
public static partial class Builds
{
    /// <summary>Before the reference of a container image: <c>image:teei/platform:v2.4.0</c>.</summary>
    public const string Image = "image:";

    /// <summary>Before a version: <c>version:2.4.0</c>.</summary>
    public const string Version = "version:";

    /// <summary>Fewest digits of a commit that name it (as git abbreviates).</summary>
    private const int FewestOfCommit = 7;

    private const int MostShown = 3;

    private enum Kind { Image, Version, Digest, Commit }

    /// <summary>The other build that evidence is about, by the name it was given or by what the file says itself; null
    /// where it is about this release, or does not say.</summary>
    public static string? OtherThan(Release? release, EvidenceItem evidence) =>
        OtherThan(release, evidence.Release)
        ?? (release is not null && evidence.Reading?.About is { } about && OtherThan(release, about) is { } other
            ? Shown(other) : null);

    /// <inheritdoc cref="OtherThan(Release?, EvidenceItem)"/>
    public static string? OtherThan(Release? release, string? names) =>
        names is not null && release is not null && !IsOf(release, names) && MayBeCompared(release, names) ? names
            : null;

    /// <summary>Whether a file names a build itself.</summary>
    public static bool IsNamedBy(EvidenceItem evidence) => evidence.Reading?.About is { Length: > 0 };

    /// <summary>The names that a file gives, as they are shown: the first few of them.</summary>
    public static string List(IEnumerable<string> about) => Counted.List([.. about.Select(Shown)], most: MostShown);

    private static string Shown(string about) => KindOf(about) switch
    {
        Kind.Version => $"version {Bare(about)}",
        _ => Bare(about),
    };

    // The same bytes are the same build, whatever else they are called. Otherwise each kind of name that can be
    // compared has to agree: a version that was built again has another digest.
    private static string? OtherThan(Release release, IReadOnlyCollection<string> about) =>
        about.Any(a => KindOf(a) == Kind.Digest && IsOf(release, a)) ? null
        : about.Where(a => IsComparable(release, a)).GroupBy(KindOf)
            .FirstOrDefault(kind => !kind.Any(a => IsOf(release, a)))?.First();

    // A name that somebody gives is one of a release, unless it is written like a commit or a digest and the release
    // has none to compare.
    private static bool MayBeCompared(Release release, string name) =>
        Commit().IsMatch(name) ? release.Commit is not null
        : !Digest().IsMatch(name) || release.Digest is not null;

    private static bool IsOf(Release release, string about) =>
        Bare(about) is var name && (name == release.Name || IsVersion(release, VersionIn(about))
            || IsDigest(release, name) || IsCommit(release, name));

    // A release whose name and version contradict each other is no build.
    private static bool IsVersion(Release release, string? version) =>
        version is not null && VersionOf(release) is { } own && Plain(own) == Plain(version)
            && (TagOf(release.Name) is not { } tag || !AreAlike(own, tag) || Plain(tag) == Plain(own));

    // A digest is written with its algorithm before it, or without.
    private static bool IsDigest(Release release, string name) => release.Digest is { } own
        && string.Equals(AfterColon(own), AfterColon(name), StringComparison.OrdinalIgnoreCase);

    private static bool IsCommit(Release release, string name) => release.Commit is { } own
        && (string.Equals(own, name, StringComparison.OrdinalIgnoreCase)
            || (name.Length >= FewestOfCommit && own.StartsWith(name, StringComparison.OrdinalIgnoreCase))
            || (own.Length >= FewestOfCommit && name.StartsWith(own, StringComparison.OrdinalIgnoreCase)));

    private static bool IsComparable(Release release, string about) => KindOf(about) switch
    {
        Kind.Image or Kind.Version =>
            VersionIn(about) is { } version && VersionOf(release) is { } own && AreAlike(own, version),
        Kind.Digest => release.Digest is { } own && AfterColon(own).Length == AfterColon(about).Length,
        _ => release.Commit is not null,
    };

    private static Kind KindOf(string about) =>
        about.StartsWith(Image, StringComparison.Ordinal) ? Kind.Image
        : about.StartsWith(Version, StringComparison.Ordinal) ? Kind.Version
        : about.Contains(':', StringComparison.Ordinal) ? Kind.Digest
        : Kind.Commit;

    // "latest" is no other version than 2.4.0, and neither is the number of a run.
    private static bool AreAlike(string own, string other) =>
        (Numbered().IsMatch(own) && Numbered().IsMatch(other))
            || (Digits().IsMatch(own) && Digits().Replace(own, "0") == Digits().Replace(other, "0"));

    // A release that is named like an image has its version in its name.
    private static string? VersionOf(Release release) => release.Version ?? TagOf(release.Name);

    private static string? VersionIn(string about) => KindOf(about) switch
    {
        Kind.Image => TagOf(Bare(about)),
        Kind.Version => Bare(about),
        _ => TagOf(about) ?? about,
    };

    private static string? TagOf(string reference)
    {
        var name = reference.Split('@')[0];
        var colon = name.LastIndexOf(':');
        return colon > name.LastIndexOf('/') && colon < name.Length - 1 ? name[(colon + 1)..] : null;
    }

    private static string Bare(string about) =>
        KindOf(about) is Kind.Image or Kind.Version ? AfterColon(about) : about;

    private static string Plain(string version) => LeadingV().Replace(version, "");

    private static string AfterColon(string text) => text[(text.IndexOf(':', StringComparison.Ordinal) + 1)..];

    [GeneratedRegex("^[vV](?=[0-9])")]
    private static partial Regex LeadingV();

    [GeneratedRegex(@"^[vV]?[0-9]+(\.[0-9]+)+")]
    private static partial Regex Numbered();

    [GeneratedRegex("^(?![0-9]{7,39}$)[0-9a-fA-F]{7,64}$")]
    private static partial Regex Commit();

    [GeneratedRegex("^[a-z0-9]+:[0-9a-fA-F]{32,}$")]
    private static partial Regex Digest();

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Digits();
}
