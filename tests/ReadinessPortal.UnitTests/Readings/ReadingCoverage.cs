using ReadinessPortal.Readings;

namespace ReadinessPortal.UnitTests.Readings;

public sealed class ReadingCoverage
{
    [Fact]
    public void Cobertura_lines_are_counted_once_each()
    {
        var read = AFile.Read("""
            <!DOCTYPE coverage SYSTEM "http://cobertura.sourceforge.net/xml/coverage-04.dtd">
            <coverage line-rate="0.66" lines-covered="2" lines-valid="3" version="7.6" timestamp="1700000000">
            <packages><package><classes>
            <class filename="a.py"><methods><method><lines><line number="1" hits="0"/></lines></method></methods><lines>
              <line number="1" hits="3" branch="true" condition-coverage="50% (1/2)"/>
              <line number="2" hits="0"/></lines></class>
            <class filename="a.py"><lines><line number="2" hits="1"/><line number="3" hits="0"/></lines></class>
            </classes></package></packages></coverage>
            """);

        read.Format.Should().Be("cobertura");
        read.Of("coverage.lines").Should().Be(100 * 2m / 3);
        read.Of("coverage.branches").Should().Be(50);
        read.CapturedAt.Should().Be(DateTimeOffset.FromUnixTimeSeconds(1_700_000_000));
        read.Warnings.Should().BeEmpty();
    }

    [Theory]
    [InlineData("line-rate='0.9'")]
    [InlineData("line-rate='0.5' lines-covered='9' lines-valid='10'")]
    public void A_rate_that_the_lines_do_not_give_is_a_warning(string declared)
    {
        var read = AFile.Read($"<coverage {declared}><class filename='a'><lines><line number='1' hits='1'/>"
            + "<line number='2' hits='0'/></lines></class></coverage>");

        read.Of("coverage.lines").Should().Be(50);
        read.Of("coverage.branches").Should().BeNull();
        read.Codes().Should().Equal(WarningCodes.TotalsDisagree);
    }

    [Fact]
    public void Records_of_one_file_in_a_tracefile_are_one_file()
    {
        const string record = "TN:{0}\nSF:a.c\nDA:1,{1}\nDA:2,0\nBRDA:1,0,0,{1}\nBRDA:1,0,1,-\n"
            + "LF:2\nLH:{1}\nend_of_record\n";
        var read = AFile.Read(record.Replace("{0}", "one").Replace("{1}", "0")
            + record.Replace("{0}", "two").Replace("{1}", "1"));

        read.Format.Should().Be("lcov");
        read.Of("coverage.lines").Should().Be(50);
        read.Of("coverage.branches").Should().Be(50);
        read.Warnings.Should().BeEmpty();
    }

    [Theory]
    [InlineData("SF:a.c\nDA:1,x\nend_of_record", "Line 2 is not")]
    [InlineData("SF:a.c\nDA:1,1\n", "cut short")]
    public void A_tracefile_that_is_broken_is_refused_with_its_line(string file, string why) =>
        AFile.Read(file).Error.Should().Contain(why);

    [Fact]
    public void JaCoCos_counters_of_the_whole_report_are_read()
    {
        var read = AFile.Read("""
            <!DOCTYPE report PUBLIC "-//JACOCO//DTD Report 1.1//EN" "report.dtd"><report name="app">
            <sessioninfo id="s" start="1" dump="1700000000000"/>
            <package name="p"><class name="c"><counter type="LINE" missed="9" covered="9"/></class>
              <counter type="LINE" missed="1" covered="3"/></package>
            <counter type="INSTRUCTION" missed="5" covered="15"/><counter type="BRANCH" missed="0" covered="0"/>
            <counter type="LINE" missed="1" covered="3"/></report>
            """);

        read.Format.Should().Be("jacoco");
        (read.Of("coverage.lines"), read.Of("coverage.instructions")).Should().Be((75, 75));
        read.Of("coverage.branches").Should().BeNull("there is none");
        read.Warnings.Should().BeEmpty();
    }

    [Theory]
    [InlineData("<coverage line-rate='1'/>")]
    [InlineData("<report name='app'/>")]
    public void Coverage_of_no_line_is_evidence_of_nothing(string file)
    {
        var read = AFile.Read(file);

        read.Readings.Should().BeEmpty();
        read.Codes().Should().Equal(WarningCodes.NothingMeasured);
    }
}
