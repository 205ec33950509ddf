using ReadinessPortal.Readings;

namespace ReadinessPortal.UnitTests.Readings;

public sealed class ReadingSupplyChains
{
    [Theory]
    [InlineData("""
        {"bomFormat": "CycloneDX", "specVersion": "1.5", "metadata": {"timestamp": "2025-11-02T10:00:00Z",
          "component": {"name": "app"}}, "components": [{"name": "a", "components": [{"name": "b"}]}],
         "vulnerabilities": [{"ratings": [{"severity": "low"}, {"severity": "critical"}, {}]},
           {"ratings": [{"severity": "high"}], "analysis": {"state": "not_affected"}}]}
        """)]
    [InlineData("""
        <bom xmlns="http://cyclonedx.org/schema/bom/1.5"><metadata><timestamp>2025-11-02T10:00:00Z</timestamp>
          <component><name>app</name></component></metadata>
        <components><component><name>a</name><components><component><name>b</name></component></components></component>
        </components><vulnerabilities><vulnerability><ratings><rating><severity>low</severity></rating>
          <rating><severity>critical</severity></rating></ratings></vulnerability><vulnerability><ratings><rating>
          <severity>high</severity></rating></ratings><analysis><state>not_affected</state></analysis></vulnerability>
        </vulnerabilities></bom>
        """)]
    public void Components_are_counted_at_any_depth_and_vulnerabilities_by_their_worst_rating(string file)
    {
        var read = AFile.Read(file);

        (read.Format, read.Producer).Should().Be(("cyclonedx", "CycloneDX 1.5"));
        (read.Of("components.total"), read.Of("vulnerabilities.critical")).Should().Be((2, 1));
        read.Of("vulnerabilities.total").Should().Be(1);
        read.CapturedAt.Should().NotBeNull();
        read.Codes().Should().Equal(WarningCodes.RuledOut);
    }

    [Fact]
    public void A_bill_that_lists_no_vulnerabilities_says_nothing_of_them() =>
        AFile.Read("""{"bomFormat": "CycloneDX", "components": [{"name": "a"}]}""")
            .Readings.Select(r => r.Metric).Should().Equal("components.total");

    [Theory]
    [InlineData("""
        {"spdxVersion": "SPDX-2.3", "creationInfo": {"created": "2025-11-02T10:00:00Z",
          "creators": ["Tool: syft-1.4.1"]},
         "packages": [{"name": "a"}, {"name": "b"}]}
        """)]
    [InlineData("""
        SPDXVersion: SPDX-2.3
        Creator: Organization: A
        Creator: Tool: syft-1.4.1
        Created: 2025-11-02T10:00:00Z
        PackageName: a
        PackageName: b
        """)]
    public void Packages_of_SPDX_are_counted(string file)
    {
        var read = AFile.Read(file);

        (read.Format, read.Producer).Should().Be(("spdx", "syft-1.4.1"));
        read.Of("packages.total").Should().Be(2);
        read.CapturedAt.Should().NotBeNull();
    }

    [Fact]
    public void Packages_of_SPDX_3_stand_in_a_graph() =>
        AFile.Read("""
            {"@context": "https://spdx.org/rdf/3.0.1/spdx-context.jsonld", "@graph": [{"type": "software_Package"},
             {"type": "CreationInfo", "created": "2025-11-02T10:00:00Z"}]}
            """).Of("packages.total").Should().Be(1);

    [Fact]
    public void A_score_that_could_not_be_told_is_no_score()
    {
        const string file = """{"date": "2025-11-02", "scorecard": {"version": "5"}, "score": {0}, "checks": []}""";

        AFile.Read(file.Replace("{0}", "7.3")).Readings.Should().Equal(new Reading("scorecard.score", 7.3m, "score"));
        AFile.Read(file.Replace("{0}", "-1")).Readings.Should().BeEmpty();
        AFile.Read(file.Replace("{0}", "11")).Error.Should().Contain("$.score is more than 10");
        AFile.Read(file.Replace("{0}", "\"7\"")).Error.Should().Contain("$.score is a text");
    }
}
