using System.Text.Json;
using System.Text.RegularExpressions;
using ReadinessPortal.Readings.Json;

namespace ReadinessPortal.Readings;

/// <summary>
/// Takes the names of builds out of what a file says (<see cref="FileReading.About"/>). The figures do not
/// hang on them: what is not written as such a name is passed over, and never makes a file unreadable.
/// </summary>
internal static partial class BuildNames
{
    // What a manifest has that nobody has given a version.
    private static readonly string[] _unset = ["0.0.0", "0.0.0-dev", "0.0.0-development", "0.0.0-SNAPSHOT"];

    /// <summary>The reference of a container image: <c>registry:5000/teei/platform:v2.4.0@sha256:…</c>. Without a tag
    /// and a digest it names no build.</summary>
    public static void IsAboutImage(this ReadingCollector into, string? reference)
    {
        if (reference is null || reference.Any(char.IsWhiteSpace))
        {
            return;
        }

        var parts = reference.Split('@');
        into.IsAboutDigest(parts.ElementAtOrDefault(1));
        if (parts[0].LastIndexOf(':') > parts[0].LastIndexOf('/'))
        {
            into.IsAbout($"image:{parts[0]}");
        }
    }

    /// <summary>A version, or the digest that some tools write in its place.</summary>
    public static void IsAboutVersion(this ReadingCollector into, string? version)
    {
        if (version is null || Digest().IsMatch(version))
        {
            into.IsAboutDigest(version);
        }
        else if (version.Any(char.IsAsciiDigit) && !_unset.Contains(version))
        {
            into.IsAbout($"version:{version}");
        }
    }

    public static void IsAboutDigest(this ReadingCollector into, string? digest)
    {
        if (digest is not null && Digest().IsMatch(digest))
        {
            into.IsAbout(digest.ToLowerInvariant());
        }
    }

    public static void IsAboutCommit(this ReadingCollector into, string? commit)
    {
        if (commit is not null && Commit().IsMatch(commit))
        {
            into.IsAbout(commit.ToLowerInvariant());
        }
    }

    /// <summary>A package address of a container image has its digest for a version (purl-spec, type <c>oci</c>).
    /// </summary>
    public static void IsAboutPackage(this ReadingCollector into, string? purl)
    {
        if (purl?.StartsWith("pkg:oci/", StringComparison.OrdinalIgnoreCase) == true)
        {
            into.IsAboutDigest(Uri.UnescapeDataString(purl.Split('@', '?').ElementAtOrDefault(1) ?? ""));
        }
    }

    /// <summary>A text of an object, where there is one.</summary>
    public static string? Said(this JsonElement part, string name) => part.Find(name)?.TextOrNull();

    /// <summary>The texts of a list of an object, where there is one.</summary>
    public static IEnumerable<string?> AllSaid(this JsonElement part, string name) =>
        part.Listed(name).Select(item => item.TextOrNull());

    /// <summary>The items of a list of an object; none where there is no such list.</summary>
    public static IEnumerable<JsonElement> Listed(this JsonElement part, string name) =>
        part.Find(name) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : [];

    /// <summary>What an object has under a name; null where it is no object, or has nothing there.</summary>
    public static JsonElement? Find(this JsonElement part, string name) =>
        part.ValueKind == JsonValueKind.Object && part.TryGetProperty(name, out var value) ? value : null;

    [GeneratedRegex("^[a-z0-9]+:[0-9a-fA-F]{32,128}$")]
    private static partial Regex Digest();

    [GeneratedRegex("^[0-9a-fA-F]{40}([0-9a-fA-F]{24})?$")]
    private static partial Regex Commit();
}
