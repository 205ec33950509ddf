using System.Net;
using System.Net.Sockets;
using System.Runtime.Versioning;
using ReadinessPortal.Web.Verbs;

namespace ReadinessPortal.IntegrationTests.Starting;

[UnsupportedOSPlatform("windows")]
public sealed class BadUsage : IDisposable
{
    private readonly DataFolder _data = new();

    public void Dispose() => _data.Dispose();

    [Theory]
    [InlineData("run --port", "needs a number")]
    [InlineData("run --port x", "'x' is not a port")]
    [InlineData("run --port 65536", "'65536' is not a port")]
    [InlineData("run --fast", "does not know '--fast'")]
    [InlineData("test units", "does not know 'units'")]
    [InlineData("test --filter", "needs an expression")]
    [InlineData("db start", "knows only 'stop'")]
    [InlineData("--port 5080", "is not a verb")]
    public async Task Ends_with_2_and_one_line_that_says_what_is_wrong(string words, string said)
    {
        var ended = await Script.RunAsync(_data.Path, words.Split(' '));

        ended.Status.Should().Be(2);
        ended.Output.Should().BeEmpty();
        ended.Errors.Should().MatchRegex("^portal: [^\n]*\n$").And.Contain(said);
    }

    [Fact]
    public async Task A_verb_that_does_not_exist_is_refused_by_the_portal_itself()
    {
        var ended = await Script.RunAsync(_data.Path, "frobnicate");

        ended.Status.Should().Be(2);
        ended.Errors.Should().Contain("'frobnicate' is not a verb");
    }

    [Fact]
    public async Task A_port_that_is_taken_is_said_before_anything_is_started()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        var ended = await Script.RunAsync(_data.Path, "run", "--port", $"{port}");

        ended.Status.Should().Be(2);
        ended.Errors.Should().Contain($"port {port} is taken");
        Directory.Exists(_data.Cluster).Should().BeFalse();
    }

    [Fact]
    public async Task Help_says_what_can_be_asked()
    {
        var ended = await Script.RunAsync(_data.Path, "help");

        ended.Status.Should().Be(0);
        ended.Output.Should().ContainAll(Verb.All.Select(v => $"./portal {v.Name} "));
        ended.Output.Should().Contain("./portal run").And.Contain("./portal test").And.Contain("PORTAL_DATA");
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_said()
    {
        var ended = await Script.RunAsync("/proc/readiness", "db");

        ended.Status.Should().Be(2);
        ended.Errors.Should().Contain("/proc/readiness").And.Contain("PORTAL_DATA");
    }
}
