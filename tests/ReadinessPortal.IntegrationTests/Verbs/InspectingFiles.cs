using System.Security.Cryptography;
using System.Text;
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

    [Fact]
    public async Task A_signature_is_checked_with_the_keys_that_are_given()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        const string type = "application/x";
        var signature = key.SignData(
            Encoding.UTF8.GetBytes($"DSSEv1 {type.Length} {type} 2 hi"), HashAlgorithmName.SHA256,
            DSASignatureFormat.Rfc3279DerSequence);
        await WriteAsync("a.json", JsonSerializer.Serialize(new
        {
            payloadType = type,
            payload = Convert.ToBase64String("hi"u8),
            signatures = new[] { new { sig = Convert.ToBase64String(signature) } },
        }));
        await WriteAsync("b.txt", "A note.");
        await WriteAsync("../key.pem", key.ExportSubjectPublicKeyInfoPem());
        var pem = Path.Combine(Files, "..", "key.pem");

        var ended = await Script.RunAsync(Data, "inspect", "--json", "--key", pem, Files);

        ended.Status.Should().Be(0, ended.Errors);
        var lines = ended.Output.Trim().Split('\n').Select(l => JsonDocument.Parse(l).RootElement).ToList();
        lines[0].GetProperty("readings").EnumerateArray().Single().GetProperty("metric").GetString()
            .Should().Be("attestation.verified");
        lines[0].EnumerateObject().Select(m => m.Name).Should().Equal(
            "file", "format", "producer", "capturedAt", "readings", "warnings", "error", "attested");
        lines[1].EnumerateObject().Select(m => m.Name).Should().Equal(
            "file", "format", "producer", "capturedAt", "readings", "warnings", "error");
    }

    [Theory]
    [InlineData("--key", "holds no public key in PEM")]
    [InlineData("--root", "holds no root certificate in PEM")]
    public async Task A_file_that_is_no_PEM_is_named(string option, string said)
    {
        await WriteAsync("notes.txt", "Looked at by hand.");

        var ended = await Script.RunAsync(
            Data, "inspect", Files, option, Path.Combine(Files, "notes.txt"), option, Path.Combine(Files, "none"));

        (ended.Status, ended.Output).Should().Be((2, ""));
        ended.Errors.Should().Contain($"{option} '{Files}/notes.txt' {said}");
    }

    [Theory]
    [InlineData("inspect", "FILE is missing")]
    [InlineData("inspect x --key", "--key wants a value")]
    [InlineData("inspect /etc --root /no/such/file", "--root '/no/such/file' cannot be opened")]
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
