using ReadinessPortal.Readings;

namespace ReadinessPortal.UnitTests.Readings;

public sealed class ReadingScans
{
    [Fact]
    public void Trivy_counts_what_each_result_was_scanned_for()
    {
        var read = AFile.Read("""
            {"SchemaVersion": 2, "CreatedAt": "2025-11-02T10:00:00Z", "ArtifactName": "app", "Results": [
              {"Class": "os-pkgs", "Vulnerabilities": [{"Severity": "CRITICAL", "FixedVersion": "2"},
                 {"Severity": "UNKNOWN"}]},
              {"Class": "config", "Misconfigurations": [{"Status": "FAIL", "Severity": "HIGH"},
                 {"Status": "PASS", "Severity": "HIGH"}]},
              {"Class": "secret", "Secrets": [{"RuleID": "aws"}]}]}
            """);

        read.Readings.Where(r => r.Value > 0).Should().BeEquivalentTo(new Reading[]
        {
            new("vulnerabilities.critical", 1, "count"), new("vulnerabilities.unknown", 1, "count"),
            new("vulnerabilities.total", 2, "count"), new("vulnerabilities.fixable", 1, "count"),
            new("misconfigurations.high", 1, "count"), new("misconfigurations.total", 1, "count"),
            new("secrets.total", 1, "count"),
        });
        read.CapturedAt.Should().NotBeNull();
    }

    [Theory]
    [InlineData("""{"SchemaVersion": 2, "Results": [{"Class": "lang-pkgs"}]}""", 0)]
    [InlineData("""[{"Target": "go.sum", "Type": "gomod", "Vulnerabilities": null}]""", 0)]
    [InlineData("""{"SchemaVersion": 2, "Results": [{"Class": "config", "Misconfigurations": []}]}""", null)]
    public void A_scan_for_something_else_says_nothing_of_vulnerabilities(string file, int? total)
    {
        var read = AFile.Read(file);

        read.Format.Should().Be("trivy");
        read.Of("vulnerabilities.total").Should().Be(total);
        read.Warnings.Should().BeEmpty();
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    public void Nothing_scanned_is_evidence_of_nothing(string results) =>
        AFile.Read($$"""{"SchemaVersion": 2, "ArtifactName": "app", "Results": {{results}}}""")
            .Codes().Should().Equal(WarningCodes.NothingMeasured);

    [Fact]
    public void Results_of_another_shape_are_never_zero_findings() =>
        AFile.Read("""{"SchemaVersion": 2, "Results": {"a": 1}}""").Error
            .Should().Contain("$.Results is an object, and must be a list");

    [Theory]
    [InlineData("""{"level": "error"}""", "error")]
    [InlineData("""{"ruleIndex": 0, "ruleId": "R1"}""", "note")]
    [InlineData("""{"ruleId": "R1"}""", "note")]
    [InlineData("""{"ruleId": "R1/part"}""", "note")]
    [InlineData("""{"rule": {"index": 0, "toolComponent": {"index": 0}}}""", "error")]
    [InlineData("""{"ruleId": "R9"}""", "warning")]
    [InlineData("""{"level": "error", "suppressions": [{"kind": "inSource"}]}""", "suppressed")]
    [InlineData("""{"level": "error", "suppressions": [{"kind": "external", "status": "rejected"}]}""", "error")]
    public void A_result_has_its_own_level_or_its_rules_or_warning(string result, string level)
    {
        var read = ARun($"\"results\": [{result}]");

        read.Of($"findings.{level}").Should().Be(1);
        read.Of("findings.total").Should().Be(level == "suppressed" ? 0 : 1);
    }

    [Theory]
    [InlineData("""{"kind": "pass", "level": "none"}""")]
    [InlineData("""{"level": "error", "baselineState": "absent"}""")]
    public void What_is_no_failure_is_no_finding(string result) =>
        ARun($"\"results\": [{result}]").Of("findings.total").Should().Be(0);

    [Fact]
    public void A_run_that_was_not_successful_gives_no_zero()
    {
        var read = ARun("""
            "invocations": [{"executionSuccessful": false, "endTimeUtc": "2025-11-02T10:00:00Z"}],
            "results": [{"level": "error"}]
            """);

        read.Readings.Select(r => r.Metric).Should().Equal("findings.error", "findings.total");
        read.Codes().Should().Equal(WarningCodes.RunUnsuccessful);
    }

    [Fact]
    public void A_run_without_a_list_of_results_has_not_looked() =>
        ARun("\"results\": null").Codes().Should().Equal(WarningCodes.NothingMeasured);

    [Fact]
    public void Grype_counts_matches()
    {
        var read = AFile.Read("""
            {"matches": [{"vulnerability": {"severity": "High", "fix": {"state": "fixed"}}},
               {"vulnerability": {"severity": "Negligible", "fix": {"state": "not-fixed"}}}],
             "ignoredMatches": [{"vulnerability": {"severity": "Critical"}}],
             "descriptor": {"name": "grype", "version": "0.80.0", "timestamp": "2025-11-02T10:00:00Z"}}
            """);

        (read.Format, read.Producer).Should().Be(("grype", "Grype 0.80.0"));
        read.Of("vulnerabilities.total").Should().Be(2);
        read.Of("vulnerabilities.low").Should().Be(1);
        read.Of("vulnerabilities.fixable").Should().Be(1);
        read.Codes().Should().Equal(WarningCodes.RuledOut);
    }

    [Fact]
    public void Npm_lists_packages_or_advisories_and_declares_paths()
    {
        var packages = AFile.Read("""
            {"auditReportVersion": 2, "vulnerabilities": {"a": {"severity": "moderate", "fixAvailable": true},
              "b": {"severity": "critical", "fixAvailable": false}},
             "metadata": {"vulnerabilities": {"moderate": 1, "critical": 0}, "dependencies": {"total": 9}}}
            """);
        packages.Of("vulnerabilities.medium").Should().Be(1);
        packages.Of("vulnerabilities.fixable").Should().Be(1);
        packages.Codes().Should().Equal(WarningCodes.TotalsDisagree);

        var advisories = AFile.Read("""
            {"advisories": {"1": {"severity": "high", "findings": [{"paths": ["a>b", "c>b"]}],
               "patched_versions": ">=2"}},
             "metadata": {"vulnerabilities": {"high": 2}, "totalDependencies": 9}}
            """);
        advisories.Of("vulnerabilities.high").Should().Be(1);
        advisories.Codes().Should().Equal(WarningCodes.DeclaredOtherwise);

        AFile.Read("""{"error": {"code": "ENOLOCK", "summary": "This command requires a lockfile."}}""").Error
            .Should().Contain("requires a lockfile");
    }

    [Theory]
    [InlineData("""
        <OWASPZAPReport version="2.14.0" generated="Sun, 2 Nov 2025 10:00:00"><site name="http://a"><alerts>
        <alertitem><riskcode>3</riskcode><confidence>2</confidence><instances><instance/><instance/></instances>
        </alertitem><alertitem><riskcode>0</riskcode></alertitem>
        <alertitem><riskcode>3</riskcode><confidence>0</confidence></alertitem>
        </alerts></site></OWASPZAPReport>
        """)]
    [InlineData("""
        {"@programName": "ZAP", "@version": "2.14.0", "@generated": "Sun, 2 Nov 2025 10:00:00",
         "site": [{"@name": "http://a",
         "alerts": [{"riskcode": "3", "confidence": "2", "instances": [{}, {}]}, {"riskcode": "0"},
                    {"riskcode": "3", "confidence": "0"}]}]}
        """)]
    public void Zap_counts_alerts_and_not_where_they_were_raised(string file)
    {
        var read = AFile.Read(file);

        read.Format.Should().Be("zap");
        (read.Of("alerts.high"), read.Of("alerts.informational"), read.Of("alerts.total")).Should().Be((1, 1, 2));
        read.CapturedAt.Should().Be(new DateTimeOffset(2025, 11, 2, 10, 0, 0, TimeSpan.Zero));
        read.Codes().Should().Equal(WarningCodes.RuledOut);
    }

    [Theory]
    [InlineData("""
        {"reportSchema": "1.1", "scanInfo": {"engineVersion": "12.1.1"}, "dependencies": [{"fileName": "a.jar",
          "vulnerabilities": [{"name": "CVE-1", "severity": "MODERATE"}],
          "suppressedVulnerabilities": [{"name": "CVE-2", "severity": "HIGH"}]}]}
        """)]
    [InlineData("""
        <analysis xmlns="https://jeremylong.github.io/DependencyCheck/dependency-check.4.0.xsd"><scanInfo>
          <engineVersion>12.1.1</engineVersion></scanInfo><dependencies><dependency><vulnerabilities>
          <vulnerability><name>CVE-1</name><cvssV3><baseSeverity>HIGH</baseSeverity></cvssV3><severity>MEDIUM</severity>
          </vulnerability><suppressedVulnerability><severity>HIGH</severity></suppressedVulnerability>
          </vulnerabilities></dependency></dependencies></analysis>
        """)]
    public void Dependency_check_leaves_out_what_is_suppressed(string file)
    {
        var read = AFile.Read(file);

        (read.Format, read.Producer).Should().Be(("dependency-check", "Dependency-Check 12.1.1"));
        (read.Of("vulnerabilities.medium"), read.Of("vulnerabilities.total")).Should().Be((1, 1));
        read.Codes().Should().Equal(WarningCodes.RuledOut);
    }

    private static FileReading ARun(string members) => AFile.Read($$$"""
        {"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "x", "rules": [
           {"id": "R1", "defaultConfiguration": {"level": "note"}}, {"id": "R9"}]}, "extensions": [
           {"name": "e", "rules": [{"id": "E1", "defaultConfiguration": {"level": "error"}}]}]}, {{{members}}}}]}
        """);
}
