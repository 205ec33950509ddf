using System.Text;
using ReadinessPortal.Readings;
using ReadinessPortal.Readings.TestReports;

namespace ReadinessPortal.UnitTests.Readings;

/// <summary>Test cases by name, from one report to the next.</summary>
public sealed class ComparingTestCases
{
    [Fact]
    public void A_case_is_newly_failing_fixed_gone_or_failing_as_before()
    {
        var before = JUnit("<testcase name='a'/>", "<testcase name='b'><failure/></testcase>",
            "<testcase name='c'><error/></testcase>", "<testcase name='d'/>");
        var after = JUnit("<testcase name='a'><failure/></testcase>", "<testcase name='b'/>",
            "<testcase name='c'><failure/></testcase>", "<testcase name='e'><failure/></testcase>");

        TestCases.Between(before, after).Should().BeEquivalentTo(new CaseChanges(
            ["a", "e"], ["b"], ["d"], ["c"]), options => options.WithStrictOrdering());
    }

    [Fact]
    public void A_class_is_part_of_the_name_and_one_failure_of_several_runs_counts()
    {
        var before = JUnit("<testcase classname='Pay' name='card'/>");
        var after = JUnit("<testcase classname='Pay' name='card'><failure/></testcase>",
            "<testcase classname='Pay' name='card'/>", "<testcase classname='Sign' name='card'/>");

        TestCases.Between(before, after)!.NewlyFailing.Should().Equal("Pay: card");
    }

    [Fact]
    public void A_case_that_is_skipped_now_does_not_fail() =>
        TestCases.Between(JUnit("<testcase name='a'><failure/></testcase>"),
            JUnit("<testcase name='a'><skipped/></testcase>"))!.Fixed.Should().Equal("a");

    [Fact]
    public void Names_are_shown_without_what_turns_the_line_round() =>
        TestCases.Between(JUnit(), JUnit("<testcase name='a\u202Eb'><failure/></testcase>"))!
            .NewlyFailing.Should().Equal("ab");

    [Fact]
    public void Trx_names_its_cases_too()
    {
        static TestCases Trx(string outcome) => Read($"""
            <TestRun xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010"><Results>
            <UnitTestResult testName="Pay.Card" outcome="{outcome}"/></Results></TestRun>
            """);

        TestCases.Between(Trx("Passed"), Trx("Failed"))!.NewlyFailing.Should().Equal("Pay.Card");
    }

    [Fact]
    public void Reports_of_too_many_cases_are_not_compared()
    {
        var many = JUnit([.. Enumerable.Range(0, TestCases.Most + 1).Select(n => $"<testcase name='{n}'/>")]);

        many.IsTooMany.Should().BeTrue();
        TestCases.Between(many, JUnit()).Should().BeNull();
    }

    private static TestCases JUnit(params string[] cases) =>
        Read($"<testsuites><testsuite>{string.Concat(cases)}</testsuite></testsuites>");

    private static TestCases Read(string text)
    {
        var cases = new TestCases();
        EvidenceReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), "report.xml", cases: cases)
            .Error.Should().BeNull();
        return cases;
    }
}
