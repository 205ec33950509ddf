using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using ReadinessPortal.Application.Evidence;
using ReadinessPortal.IntegrationTests.Fixtures;

namespace ReadinessPortal.IntegrationTests.Evidence;

/// <summary>A launch holds as much as was set, and says so before anything is sent in vain.</summary>
public sealed class FillingALaunch
{
    private const int Megabyte = 1 << 20;

    [Fact]
    public async Task What_a_pipeline_has_no_room_for_is_refused_before_its_body_is_read()
    {
        await using var portal = await StartAsync(new() { MaxLaunchBytes = 4 * Megabyte });
        var token = await portal.TokenAsync("ci");

        var said = await BegunAsync(portal, DeliveryDoor.E2E, 6 * Megabyte, [$"Authorization: Bearer {token}"], "");

        said.Should().StartWith("HTTP/1.1 422").And.Contain("no room for").And.Contain("4.2 MB of one launch");
    }

    [Fact]
    public async Task What_a_form_has_no_room_for_is_refused_before_its_file_is_read()
    {
        await using var portal = await StartAsync(new() { MaxLaunchBytes = 4 * Megabyte });
        var cookies = new CookieContainer();
        using var lead = await portal.SignedInAsync("qa-lead", cookies);
        var token = Forms.TokenIn(await lead.GetStringAsync(new Uri("/sign-out", UriKind.Relative)));

        var said = await BegunAsync(portal, EvidenceDoor.Path, 6 * Megabyte,
            [$"Cookie: {cookies.GetCookieHeader(portal.Address)}", $"RequestVerificationToken: {token}"],
            "--b\r\nContent-Disposition: form-data; name=\"supports\"\r\n\r\ncriterion:e2e-tests\r\n"
            + "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.bin\"\r\n\r\n");

        said.Should().StartWith("HTTP/1.1 422").And.Contain("no room for");
    }

    [Fact]
    public async Task A_delivery_that_is_larger_than_any_may_be_is_refused_before_its_body_is_read()
    {
        await using var portal = await StartAsync(new(Megabyte));
        var token = await portal.TokenAsync("ci");

        var said = await BegunAsync(portal, DeliveryDoor.E2E, 3 * Megabyte, [$"Authorization: Bearer {token}"], "");

        said.Should().StartWith("HTTP/1.1 413").And.Contain("The delivery is larger than 1 MB");
    }

    [Fact]
    public async Task What_fits_by_its_length_and_not_by_its_bytes_is_refused_and_leaves_nothing()
    {
        await using var portal = await StartAsync(new() { MaxLaunchBytes = 4 * Megabyte });
        using var pipeline = await portal.BearingAsync("ci");
        var before = await portal.ScalarAsync("select count(*) from contents");

        using var answer = await pipeline.DeliverAsync(
            DeliveryDoor.E2E, new string('x', 4 * Megabyte), ("capturedAt", "2025-11-15"));

        answer.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        (await answer.WhyAsync()).Should().Contain("no room for");
        (await portal.ScalarAsync("select count(*) from contents")).Should().Be(before);
    }

    private static Task<DemoPortal> StartAsync(EvidenceLimits limits) =>
        DemoPortal.StartAsync(s => s.AddSingleton(limits));

    /// <summary>Says how long a body is, begins it and never goes on: whoever waits for the rest waits in vain.
    /// </summary>
    private static async Task<string> BegunAsync(
        DemoPortal portal, string path, long length, string[] headers, string begun)
    {
        using var late = Patience.Starts();
        using var line = new TcpClient();
        await line.ConnectAsync(IPAddress.Loopback, portal.Address.Port, late.Token);
        await using var stream = line.GetStream();
        await stream.WriteAsync(Encoding.UTF8.GetBytes(string.Join("\r\n",
        [
            $"POST {path} HTTP/1.1", "Host: localhost", "Accept: application/json", .. headers,
            "Content-Type: multipart/form-data; boundary=b", $"Content-Length: {length}", "", begun,
        ])), late.Token);

        // The end of the problem details.
        var (said, buffer) = ("", new byte[4096]);
        while (!said.Contains("\"reason\"", StringComparison.Ordinal))
        {
            var read = await stream.ReadAsync(buffer, late.Token);
            read.Should().BePositive("it is told why: {0}", said);
            said += Encoding.UTF8.GetString(buffer, 0, read);
        }

        return said;
    }
}
