using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ReadinessPortal.Web.Verbs;

namespace ReadinessPortal.ComponentTests.Deployment;

/// <summary>The bill of materials is whole, and what it lists is one version and no range.</summary>
public sealed class TheBillOfMaterials
{
    private static readonly JsonDocument _restored =
        JsonDocument.Parse(Repository.Read("src/ReadinessPortal.Web/obj/project.assets.json"));

    private readonly JsonObject _bill = Bill();

    [Fact]
    public void Is_CycloneDX_about_this_portal()
    {
        ((string)_bill["bomFormat"]!, (string)_bill["specVersion"]!).Should().Be(("CycloneDX", "1.6"));
        ((string)_bill["metadata"]!["component"]!["name"]!).Should().Be("ReadinessPortal");
    }

    [Fact]
    public void Lists_every_package_that_was_restored_and_runs_with_its_version_and_hash()
    {
        var listed = Components().ToDictionary(c => $"{c!["name"]}/{c["version"]}", c => c!);

        listed.Keys.Should().Contain(Running()).And.HaveCountGreaterThan(40);
        listed.Values.Should().OnlyContain(c => Regex.IsMatch((string)c["hashes"]![0]!["content"]!, "^[0-9a-f]{128}$"));
        listed.Values.Select(c => (string)c["purl"]!).Should().OnlyHaveUniqueItems()
            .And.OnlyContain(p => p.StartsWith("pkg:nuget/", StringComparison.Ordinal));
    }

    [Fact]
    public void Knows_the_licence_of_all_but_those_that_only_enclose_a_text() =>
        Components().Where(c => c!["licenses"] is null).Select(c => (string)c!["name"]!)
            .Should().Equal("Otp.NET");

    [Fact]
    public void Every_package_is_named_in_one_exact_version() =>
        Regex.Matches(Repository.Read("Directory.Packages.props"), "<PackageVersion .* Version=\"([^\"]+)\"")
            .Select(m => m.Groups[1].Value).Should().HaveCountGreaterThan(30)
            .And.OnlyContain(v => Regex.IsMatch(v, @"^\d+(\.\d+){2,3}(-[a-z]+\.\d+)?$"));

    private static JsonObject Bill()
    {
        using var list = JsonDocument.Parse(File.ReadAllText(
            Path.Combine(AppContext.BaseDirectory, "ReadinessPortal.Web.deps.json")));
        return SbomVerb.Of(list.RootElement,
            _restored.RootElement.GetProperty("packageFolders").EnumerateObject().First().Name);
    }

    private JsonArray Components() => _bill["components"]!.AsArray();

    // Analyzers and the like are of the build alone.
    private static IEnumerable<string> Running() =>
        _restored.RootElement.GetProperty("targets").EnumerateObject().First().Value.EnumerateObject()
            .Where(p => p.Value.GetProperty("type").GetString() == "package"
                && (p.Value.TryGetProperty("runtime", out _) || p.Value.TryGetProperty("runtimeTargets", out _)))
            .Select(p => p.Name);
}
