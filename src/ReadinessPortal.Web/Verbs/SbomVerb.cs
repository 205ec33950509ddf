using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace ReadinessPortal.Web.Verbs;

/// <summary>
/// Says what this portal is made of, in CycloneDX: read from the list that .NET itself starts it by, so that it is the
/// bill of what runs here and not of what was meant to be built.
/// </summary>
internal sealed class SbomVerb : Verb
{
    private const string List = "ReadinessPortal.Web.deps.json";
    private const string OwnKind = "project";

    public override string Name => "sbom";

    public override string Usage => "";

    public override string Purpose => "print the bill of materials of this portal, as CycloneDX in JSON";

    protected override async Task<int> RunAsync(Arguments arguments, CancellationToken ct)
    {
        arguments.Done();
        await using var list = File.OpenRead(Path.Combine(AppContext.BaseDirectory, List));
        using var read = await JsonDocument.ParseAsync(list, cancellationToken: ct);
        Console.WriteLine(Of(read.RootElement, Packages()).ToJsonString(new() { WriteIndented = true }));
        return Fine;
    }

    /// <param name="started">Content of the list.</param>
    /// <param name="packages">Folder of packages as NuGet unpacks them, which know their licences; there may be none
    /// on this machine.</param>
    internal static JsonObject Of(JsonElement started, string packages)
    {
        var libraries = started.GetProperty("libraries").EnumerateObject()
            .Select(l => (Name: l.Name.Split('/')[0], Version: l.Name.Split('/')[1], l.Value)).ToList();
        var portal = libraries.Single(l => l.Name == "ReadinessPortal.Web");
        return new JsonObject
        {
            ["bomFormat"] = "CycloneDX",
            ["specVersion"] = "1.6",
            ["version"] = 1,
            ["metadata"] = new JsonObject
            {
                ["component"] = new JsonObject
                {
                    ["type"] = "application", ["name"] = "ReadinessPortal", ["version"] = portal.Version,
                },
            },
            ["components"] = new JsonArray(
            [
                .. libraries.Where(l => l.Value.GetProperty("type").GetString() != OwnKind)
                    .OrderBy(l => l.Name, StringComparer.Ordinal)
                    .Select(l => Component(l.Name, l.Version, l.Value, packages)),
            ]),
        };
    }

    private static JsonObject Component(string name, string version, JsonElement library, string packages)
    {
        // .NET itself, where it travels with the portal, is listed under a name that its package does not have.
        var package = name.StartsWith("runtimepack.", StringComparison.Ordinal) ? name["runtimepack.".Length..] : name;
        var purl = $"pkg:nuget/{package}@{version}";
        var component = new JsonObject
        {
            ["type"] = "library", ["bom-ref"] = purl, ["name"] = package, ["version"] = version, ["purl"] = purl,
        };
        if (library.TryGetProperty("sha512", out var hash) && hash.GetString() is { Length: > 0 } text)
        {
            component["hashes"] = new JsonArray(new JsonObject
            {
                ["alg"] = "SHA-512",
                ["content"] = Convert.ToHexStringLower(Convert.FromBase64String(text["sha512-".Length..])),
            });
        }

        if (LicenceOf(package, version, packages) is { } licence)
        {
            component["licenses"] = new JsonArray(new JsonObject { ["expression"] = licence });
        }

        return component;
    }

    // As the package says it itself; one that only encloses a text has no expression.
    private static string? LicenceOf(string name, string version, string packages)
    {
        var about = Path.Combine(
            packages, name.ToLowerInvariant(), version.ToLowerInvariant(), $"{name.ToLowerInvariant()}.nuspec");
        return !File.Exists(about) ? null
            : XDocument.Load(about).Descendants().FirstOrDefault(e => e.Name.LocalName == "license"
                && (string?)e.Attribute("type") == "expression")?.Value;
    }

    private static string Packages() => Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } folder
        ? folder
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
}
