using System.Text;
using ReadinessPortal.Readings;
using ReadinessPortal.Readings.Opening;

namespace ReadinessPortal.UnitTests.Readings;

public sealed class OpeningFiles
{
    private const string Report = "<testsuites><testsuite><testcase name='a'/></testsuite></testsuites>";

    [Theory]
    [InlineData("notes.md", "# Notes\n\n- [ ] one")]
    [InlineData("page", "<!DOCTYPE html><html><body><br></body></html>")]
    [InlineData("list", "[x] done")]
    [InlineData("data.json", """{"any": "thing"}""")]
    [InlineData("pom.xml", "<project/>")]
    public void What_claims_no_format_is_plain_evidence(string name, string content) =>
        AFile.Read(content, name).Should().BeEquivalentTo(new FileReading { File = name });

    [Fact]
    public void Content_decides_and_not_the_name() => AFile.Read(Report, "scan.json").Format.Should().Be("junit");

    [Theory]
    [InlineData("", "empty")]
    [InlineData("\uFEFF", "blank")]
    [InlineData(" \n\t", "blank")]
    public void A_file_with_nothing_in_it_is_broken(string content, string why) =>
        AFile.Read(content).Error.Should().Contain(why);

    [Theory]
    [InlineData("report.json")]
    [InlineData("report.XML")]
    public void A_name_does_not_turn_noise_into_a_report(string name) =>
        AFile.Read([7, 0, 1, 2, 3, 255], name).Error.Should().Contain("is named as");

    [Theory]
    [InlineData("<testsuite><testcase name='a'>", "line 1, column")]
    [InlineData("<testsuite>\n<testcase name='a'/></testsuites>", "line 2, column")]
    [InlineData("<testsuite/><testsuite/>", "line 1, column 14")]
    [InlineData("<!DOCTYPE t [<!ENTITY x 'y'>]><testsuite><testcase name='&x;'/></testsuite>", "entities at line 1")]
    [InlineData("<testsuite><testcase name='&x;'/></testsuite>", "'x'")]
    public void Xml_that_is_broken_is_refused_with_its_place(string content, string where)
    {
        var read = AFile.Read(content);

        read.Should().BeEquivalentTo(new { Format = "junit" });
        read.Error.Should().Contain(where).And.Contain("Produce it again");
        read.Readings.Should().BeEmpty();
    }

    [Fact]
    public void A_doctype_is_passed_over() =>
        AFile.Read($"<?xml version='1.0'?><!DOCTYPE testsuites SYSTEM 'http://127.0.0.1:9/none.dtd'>{Report}")
            .Of("tests.total").Should().Be(1);

    [Theory]
    [InlineData("""{"a": 1,}""", "line 1, column 9")]
    [InlineData("{\n\"a\": NaN}", "line 2, column 6")]
    [InlineData("""{"a": 1} {"a": 2}""", "line 1, column 10")]
    [InlineData("""{"a": [{"b": 1, "b": 2}]}""", "$.a[0] has 'b' twice")]
    public void Json_that_is_broken_is_refused_with_its_place(string content, string where) =>
        AFile.Read(content).Error.Should().Contain(where).And.Contain("again");

    [Fact]
    public void A_key_twice_with_one_value_is_believed() =>
        AFile.Read("""{"a": {"b": [1]}, "a": {"b": [1]}}""").Error.Should().BeNull();

    [Fact]
    public void Json_that_nests_without_end_is_refused() =>
        AFile.Read(string.Concat(Enumerable.Repeat("[", 100_000))).Error.Should().Contain("not valid JSON");

    [Fact]
    public void Json_in_another_encoding_is_refused_where_it_begins() =>
        AFile.Read([.. "{\"a\":\n\""u8, 0xE9, .. "\"}"u8], "a.json").Error.Should().Contain("line 2, column 2");

    [Theory]
    [InlineData("""{"bomFormat": 5}""")]
    [InlineData("""{"matches": [], "descriptor": {"name": 5}}""")]
    [InlineData("""{"status": "success", "data": {"result": [], "resultType": 5}}""")]
    [InlineData("""{"bomFormat": "\ud800"}""")]
    [InlineData("""{"runs": [], "version": "\ud800"}""")]
    [InlineData("""{"@graph": [], "@context": "\ud800"}""")]
    public void A_mark_of_another_kind_is_no_claim(string content) =>
        AFile.Read(content).Should().BeEquivalentTo(new FileReading { File = "report" });

    [Theory]
    [InlineData("""{"bomFormat": "CycloneDX", "specVersion": "\ud800"}""", "The text at $.specVersion is no Unicode")]
    [InlineData("""{"a": [{"\ud800": 1}]}""", "A name in $.a[0] is no Unicode")]
    [InlineData("""{"a": "\udc00", "a": "x"}""", "A text at $ is no Unicode")]
    [InlineData("""{"metrics": {"http_reqs": {"count": 1}, "http_req_failed": {"value": 7e28}}}""", "beyond any")]
    public void A_value_that_no_reader_can_hold_is_refused(string content, string why) =>
        AFile.Read(content).Error.Should().Contain(why);

    [Fact]
    public void A_text_that_nobody_asks_for_may_be_half_of_a_pair() =>
        AFile.Read("""{"bomFormat": "CycloneDX", "components": [{"name": "\ud83d"}]}""").Error.Should().BeNull();

    [Fact]
    public void Json_larger_than_is_held_is_plain_evidence_and_says_so()
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes($$"""{"a": "{{new string('x', 2000)}}"}"""));

        EvidenceReader.Read(content, "a.json", new ReadingLimits { JsonDocument = 1000 })
            .Codes().Should().Equal(WarningCodes.TooLarge);
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("iso-8859-1")]
    [InlineData("windows-1252")]
    public void Xml_is_read_in_the_encoding_it_declares(string encoding)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var content = $"<?xml version='1.0' encoding='{encoding.Replace("BE", "")}'?>"
            + "<testsuite><testcase name='café'/></testsuite>";

        var written = Encoding.GetEncoding(encoding);
        AFile.Read([.. written.GetPreamble(), .. written.GetBytes(content)])
            .Of("tests.total").Should().Be(1);
    }
}
