
namespace ReadinessPortal.UnitTests.Readings;

/// <summary>What files say of the build that they are about.</summary>
public sealed class NamingTheBuild
{
    private const string Commit = "5da53fbb2a0aaa12d648b73984acc9aac2e11c2a";
    private const string Digest = "sha256:0f343b0931126a20f133d67c2b018a3b5da53fbb2a0aaa12d648b73984acc9aa";

    [Fact]
    public void Trivy_names_the_image() =>
        AFile.Read($$"""
            {"SchemaVersion": 2, "ArtifactName": "teei/platform:v2.3.0", "ArtifactType": "container_image",
             "Metadata": {"ImageID": "{{Digest}}", "RepoTags": ["teei/platform:v2.3.0", ""],
                          "RepoDigests": ["teei/platform@{{Digest}}", 7]},
             "Results": [{"Target": "x", "Class": "os-pkgs"}]}
            """).About.Should().Equal("image:teei/platform:v2.3.0", Digest);

    [Fact]
    public void A_scan_of_a_repository_names_its_commit_and_no_path_for_an_image() =>
        AFile.Read($$"""
            {"SchemaVersion": 2, "ArtifactName": "charts/a:b", "ArtifactType": "repository",
             "Metadata": {"Commit": "{{Commit}}"}, "Results": []}
            """).About.Should().Equal(Commit);

    [Fact]
    public void Grype_names_the_image() =>
        AFile.Read($$"""
            {"matches": [], "descriptor": {"name": "grype", "version": "0.80.0"}, "source": {"type": "image",
             "target": {"userInput": "registry:5000/app:1.2", "tags": ["app:1.2"],
                        "repoDigests": ["app@{{Digest}}"] } } }
            """).About.Should().Equal("image:app:1.2", "image:registry:5000/app:1.2", Digest);

    [Fact]
    public void A_directory_names_no_build() =>
        AFile.Read("""
            {"matches": [], "descriptor": {"name": "grype"}, "source": {"type": "directory", "target": "a:1"}}
            """).About.Should().BeNull();

    [Fact]
    public void Sarif_names_the_commit_and_the_image() =>
        AFile.Read($$"""
            {"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "Trivy"} }, "results": [],
             "versionControlProvenance": [{"revisionId": "{{Commit}}"}, "x"],
             "properties": {"imageName": "app:1.2", "repoTags": null} }] }
            """).About.Should().Equal(Commit, "image:app:1.2");

    [Fact]
    public void Scorecard_names_the_commit() =>
        AFile.Read($$"""
            {"date": "2025-11-14", "repo": {"name": "x", "commit": "{{Commit}}"}, "scorecard": {"version": "5"},
             "score": 7, "checks": []}
            """).About.Should().Equal(Commit);

    [Fact]
    public void A_bill_of_materials_names_what_it_is_about()
    {
        AFile.Read($$"""
            {"bomFormat": "CycloneDX", "specVersion": "1.6", "components": [{"version": "9.9.9"}],
             "metadata": {"component": {"type": "container", "name": "app:2.4.0", "version": "{{Digest}}",
                          "purl": "pkg:oci/app@{{Digest.Replace(":", "%3A", StringComparison.Ordinal)}}?arch=amd64"} } }
            """).About.Should().Equal("image:app:2.4.0", Digest);
        AFile.Read("""
            <bom xmlns="http://cyclonedx.org/schema/bom/1.5"><metadata>
              <tools><components><component><version>8.8.8</version></component></components></tools>
              <component type="application"><name>app</name><version> 2.4.0 </version>
                <components><component><version>7.7.7</version></component></components></component></metadata>
              <components><component><version>9.9.9</version></component></components></bom>
            """).About.Should().Equal("version:2.4.0");
        AFile.Read("""
            {"spdxVersion": "SPDX-2.3", "packages": [{"SPDXID": "a", "versionInfo": "2.4.0"}, {"SPDXID": "b",
             "versionInfo": "9"}], "relationships": [{"spdxElementId": "SPDXRef-DOCUMENT",
             "relationshipType": "DESCRIBES", "relatedSpdxElement": "a"}]}
            """).About.Should().Equal("version:2.4.0");
        AFile.Read("""
            {"@context": "https://spdx.org/rdf/3.0.1/spdx-context.jsonld", "@graph": [
             {"type": "software_Sbom", "rootElement": ["r"]},
             {"type": "software_Package", "spdxId": "r", "software_packageVersion": "2.4.0"},
             {"type": "software_Package", "spdxId": "x", "software_packageVersion": "9.9"}]}
            """).About.Should().Equal("version:2.4.0");
    }

    [Theory]
    [InlineData("0.0.0")]
    [InlineData("main")]
    [InlineData("")]
    public void What_nobody_set_is_no_version(string version) =>
        AFile.Read($$"""
            {"bomFormat": "CycloneDX", "components": [{}], "metadata": {"component": {"version": "{{version}}"} } }
            """).About.Should().BeNull();

    [Fact]
    public void Dependency_check_names_the_version() =>
        AFile.Read("""
            {"scanInfo": {"engineVersion": "9.0"}, "projectInfo": {"applicationVersion": "2.4.0"}, "dependencies": []}
            """).About.Should().Equal("version:2.4.0");

    [Fact]
    public void Names_that_are_none_spoil_no_figures()
    {
        var read = AFile.Read("""
            {"SchemaVersion": 2, "ArtifactName": {"a": 1}, "Metadata": [], "Results": [{"Target": "x",
             "Class": "os-pkgs"}]}
            """);

        read.About.Should().BeNull();
        read.Error.Should().BeNull();
        read.Of("vulnerabilities.total").Should().Be(0);
    }
}
