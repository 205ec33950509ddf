using ReadinessPortal.Readings;

namespace ReadinessPortal.UnitTests.Readings;

public sealed class ReadingJUnit
{
    [Fact]
    public void Cases_are_counted_in_suites_of_any_depth()
    {
        var read = AFile.Read("""
            <testsuites><testsuite name="outer" tests="3"><testsuite name="inner" tests="2">
              <testcase name="a" time="0.5"/><testcase name="b" time="1,000.25"><failure/></testcase></testsuite>
              <testcase name="c"><skipped/></testcase></testsuite></testsuites>
            """);

        read.Should().BeEquivalentTo(new { Format = "junit", Error = (string?)null });
        read.Readings.Should().BeEquivalentTo(new Reading[]
        {
            new("tests.total", 3, "count"), new("tests.passed", 1, "count"), new("tests.failed", 1, "count"),
            new("tests.errors", 0, "count"), new("tests.skipped", 1, "count"),
            new("tests.pass_rate", 100m / 3, "%"), new("tests.duration", 1000.75m, "s"),
        });
        read.Warnings.Should().BeEmpty();
    }

    [Theory]
    [InlineData("<testcase name='a'><failure/><error/></testcase>", "tests.errors")]
    [InlineData("<testcase name='a'><error/><failure/></testcase>", "tests.errors")]
    [InlineData("<testcase name='a'><skipped/><failure/></testcase>", "tests.failed")]
    [InlineData("<testcase name='a' status='failed'><skipped/></testcase>", "tests.skipped")]
    [InlineData("<testcase name='a' classname='c' status='fail'/>", "tests.failed")]
    [InlineData("<testcase name='a' status='notrun' result='suppressed'/>", "tests.skipped")]
    [InlineData("<testcase name='a' classname='c' disabled='true'/>", "tests.skipped")]
    [InlineData("<testcase name='a' status='run' result='completed'/>", "tests.passed")]
    [InlineData("<testcase name='a'><disabled/></testcase>", "tests.skipped")]
    [InlineData("<testcase name='a'><flakyFailure><failure/></flakyFailure></testcase>", "tests.passed")]
    [InlineData("<testcase name='a'><system-out>&lt;failure/></system-out></testcase>", "tests.passed")]
    public void An_error_counts_before_a_failure_before_a_skip_before_an_attribute(string testCase, string metric)
    {
        var read = AFile.Read($"<testsuite>{testCase}</testsuite>");

        read.Of("tests.total").Should().Be(1);
        read.Readings.Where(r => r is { Unit: "count", Value: 1 }).Select(r => r.Metric)
            .Should().BeEquivalentTo("tests.total", metric);
    }

    [Fact]
    public void An_error_outside_any_case_is_an_error_and_no_test()
    {
        var read = AFile.Read("<testsuite tests='1' errors='1' failures='0'><error/><testcase name='a'/></testsuite>");

        read.Of("tests.total").Should().Be(1);
        read.Of("tests.errors").Should().Be(1);
        read.Of("tests.pass_rate").Should().Be(50);
        read.Warnings.Should().BeEmpty();
    }

    [Theory]
    [InlineData("tests='500' failures='0' errors='0'")]
    [InlineData("tests='2' failures='0' errors='0'")]
    [InlineData("tests='2' failures='1' errors='0' skipped='1'")]
    public void Totals_that_disagree_are_a_warning_and_never_the_reading(string totals)
    {
        var read = AFile.Read(
            $"<testsuites {totals}><testsuite><testcase name='a'/><testcase name='b'><failure/></testcase>"
            + "</testsuite></testsuites>");

        read.Of("tests.total").Should().Be(2);
        read.Of("tests.failed").Should().Be(1);
        read.Codes().Should().Equal(WarningCodes.TotalsDisagree);
    }

    [Theory]
    [InlineData("tests='1' failures='1' errors='0'", "Errors among the failures hide nothing.")]
    [InlineData("tests='1' failures='0' errors='1'", "")]
    [InlineData("tests='-1' failures='99999999999999999999'", "No number, so nothing is declared.")]
    public void Totals_that_can_be_meant_are_no_warning(string totals, string because) =>
        AFile.Read($"<testsuite {totals}><testcase name='a'><error/></testcase></testsuite>")
            .Warnings.Should().BeEmpty(because);

    [Theory]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("1e309")]
    [InlineData("-5")]
    [InlineData("1.234,56")]
    [InlineData("1,234")]
    [InlineData("0x10")]
    public void A_time_that_is_no_number_of_seconds_is_unknown(string time)
    {
        var read = AFile.Read($"<testsuite><testcase name='a' time='{time}'/></testsuite>");

        read.Of("tests.passed").Should().Be(1);
        read.Of("tests.duration").Should().BeNull();
        read.Codes().Should().Equal(WarningCodes.ValuesUnusable);
    }

    [Fact]
    public void A_report_without_tests_is_evidence_of_nothing()
    {
        var read = AFile.Read("<testsuites/>");

        read.Of("tests.total").Should().Be(0);
        read.Of("tests.pass_rate").Should().BeNull();
        read.Codes().Should().Equal(WarningCodes.NothingMeasured);
    }

    [Fact]
    public void A_million_cases_are_read_in_a_stream()
    {
        using var content = new ManyCases();
        var before = GC.GetAllocatedBytesForCurrentThread();

        var read = EvidenceReader.Read(content, "many.xml");

        (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan(4 << 20, "even garbage counts");
        (read.Of("tests.passed"), read.Of("tests.duration")).Should().Be((1_000_000, 1000));
    }

    [Fact]
    public void The_run_ended_at_the_latest_time_it_gives()
    {
        var read = AFile.Read("""
            <testsuites timestamp="2025-11-02T10:00:00"><testsuite timestamp="2025-11-02T10:05:00"/>
            <testsuite timestamp="2025-11-02T10:03:00" name="pytest"/></testsuites>
            """);

        read.CapturedAt.Should().Be(new DateTimeOffset(2025, 11, 2, 10, 5, 0, TimeSpan.Zero));
        read.Producer.Should().Be("pytest");
    }
}
