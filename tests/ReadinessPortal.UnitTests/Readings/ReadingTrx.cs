using ReadinessPortal.Readings;

namespace ReadinessPortal.UnitTests.Readings;

public sealed class ReadingTrx
{
    [Fact]
    public void Results_are_counted_by_outcome()
    {
        var read = ARun("""
            <UnitTestResult outcome="Passed" duration="00:00:01.5000000"/><UnitTestResult outcome="Failed"/>
            <UnitTestResult outcome="NotExecuted"/><UnitTestResult/><WebTestResult outcome="Timeout"/>
            """, "outcome='Failed'");

        read.Readings.ToDictionary(r => r.Metric, r => r.Value).Should().BeEquivalentTo(new Dictionary<string, decimal>
        {
            ["tests.total"] = 5, ["tests.passed"] = 1, ["tests.failed"] = 1, ["tests.errors"] = 2,
            ["tests.skipped"] = 1, ["tests.pass_rate"] = 20, ["tests.duration"] = 1.5m,
        });
        read.CapturedAt.Should().Be(new DateTimeOffset(2025, 11, 2, 10, 0, 9, TimeSpan.FromHours(1)));
        read.Warnings.Should().BeEmpty();
    }

    [Fact]
    public void Rows_of_a_data_driven_test_are_in_its_own_result() =>
        ARun("""
            <UnitTestResult outcome="Passed"><InnerResults><UnitTestResult outcome="Passed"/>
            <UnitTestResult outcome="Passed"/></InnerResults></UnitTestResult>
            """).Of("tests.total").Should().Be(1);

    [Fact]
    public void Counters_that_disagree_are_a_warning()
    {
        var read = ARun("<UnitTestResult outcome='Failed'/>", "outcome='Completed'", "total='1' passed='1' failed='0'");

        read.Of("tests.failed").Should().Be(1);
        read.Codes().Should().Equal(WarningCodes.TotalsDisagree);
    }

    [Fact]
    public void The_test_platform_leaves_what_was_not_executed_at_zero()
    {
        var read = ARun("<UnitTestResult outcome='Passed'/><UnitTestResult outcome='NotExecuted'/>",
            "outcome='Completed'", "total='2' executed='1' passed='1' failed='0' notExecuted='0'");

        read.Codes().Should().Equal(WarningCodes.DeclaredOtherwise);
    }

    [Theory]
    [InlineData("Aborted")]
    [InlineData("Inconclusive")]
    public void What_neither_passed_nor_failed_is_said(string outcome)
    {
        var read = ARun($"<UnitTestResult outcome='{outcome}'/>");

        read.Of("tests.passed").Should().Be(0);
        read.Codes().Should().Equal(WarningCodes.Inconclusive);
    }

    [Theory]
    [InlineData("Failed")]
    [InlineData("Aborted")]
    public void A_run_that_broke_off_is_not_clean(string outcome) =>
        ARun("<UnitTestResult outcome='Passed'/>", $"outcome='{outcome}'").Codes()
            .Should().Equal(WarningCodes.RunUnsuccessful);

    private static FileReading ARun(string results, string summary = "outcome='Completed'", string? counters = null) =>
        AFile.Read($"""
            <TestRun xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010">
            <Times start="2025-11-02T10:00:00+01:00" finish="2025-11-02T10:00:09+01:00"/>
            <Results>{results}</Results>
            <ResultSummary {summary}>{(counters is null ? "" : $"<Counters {counters}/>")}</ResultSummary></TestRun>
            """);
}
