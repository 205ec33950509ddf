using System.Text.Json;
using ReadinessPortal.IntegrationTests.Starting;

namespace ReadinessPortal.IntegrationTests.Verbs;

/// <summary><c>./portal inspect</c> as a pipeline calls it: files in, figures out, and no database anywhere.</summary>
[TakesLong]
public sealed class InspectingFiles : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("readiness-inspect-");

    private string Data => Path.Combine(_folder.FullName, "data");

    private string Files => Path.Combine(_folder.FullName, "files");

    [Fact]
    public async Task Each_file_has_its_line_of_json_in_order_and_a_broken_one_is_the_answer_no()
    {
        await WriteAsync("b/junit.xml",
            "<testsuite name='s'><testcase name='a'/><testcase name='b'><failure/></testcase></testsuite>");
        await WriteAsync("a/notes.txt", "Looked at by hand.");
        await WriteAsync("c/cut.xml", "<testsuite name='s'><testcase name='a'>");

        var ended = await Script.RunAsync(Data, "inspect", "--json", Files);

        ended.Status.Should().Be(1, ended.Errors);
        var lines = ended.Output.Trim().Split('\n').Select(l => JsonDocument.Parse(l).RootElement).ToList();
        lines.Select(l => Path.GetFileName(l.GetProperty("file").GetString()))
            .Should().Equal("notes.txt", "junit.xml", "cut.xml");
        lines.Select(l => l.GetProperty("format").GetString()).Should().Equal(null, "junit", "junit");
        lines[1].GetProperty("readings").EnumerateArray().Should().Contain(r =>
            r.GetProperty("metric").GetString() == "tests.failed" && r.GetProperty("value").GetDecimal() == 1);
        lines[2].GetProperty("error").GetString().Should().Contain("not well-formed XML at line 1");
        Directory.Exists(Path.Combine(Data, "pg")).Should().BeFalse("it needs no database");
    }

    [Theory]
    [InlineData("inspect", "FILE is missing")]
    [InlineData("inspect /no/such/file", "'/no/such/file' does not exist")]
    public async Task Wrong_use_ends_with_2_and_says_what_is_wrong(string words, string said)
    {
        var ended = await Script.RunAsync(Data, words.Split(' '));

        (ended.Status, ended.Output).Should().Be((2, ""));
        ended.Errors.Should().Contain(said);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private async Task WriteAsync(string name, string text)
    {
        var path = Path.Combine(Files, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllTextAsync(path, text);
    }
}
