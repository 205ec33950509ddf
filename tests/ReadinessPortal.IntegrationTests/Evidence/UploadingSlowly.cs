using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using ReadinessPortal.Application.Evidence;
using ReadinessPortal.IntegrationTests.Fixtures;

namespace ReadinessPortal.IntegrationTests.Evidence;

/// <summary>One slow line holds nobody else up, and not for ever.</summary>
public sealed class UploadingSlowly
{
    [Fact]
    public async Task Nobody_waits_for_the_eight_slow_uploads_of_somebody_else()
    {
        await using var portal = await DemoPortal.StartAsync();
        using var slow = await portal.SignedInAsync("platform-lead");
        using var other = await portal.SignedInAsync("qa-lead");
        using var late = Patience.Starts();
        var contents = Enumerable.Range(0, 8).Select(_ => new Trickle()).ToList();
        var sending = contents.Select(c => slow.AttachAsync(c, "criterion:runbooks", [], ct: late.Token)).ToList();
        await Task.WhenAll(contents.Select(c => c.Begun.WaitAsync(late.Token)));

        using var answer = await other.AttachAsync(
            new ByteArrayContent("quick"u8.ToArray()), "criterion:e2e-tests", [], ct: late.Token);

        answer.StatusCode.Should().Be(HttpStatusCode.Created);
        contents.ForEach(c => c.End());
        foreach (var sent in await Task.WhenAll(sending))
        {
            sent.StatusCode.Should().Be(HttpStatusCode.Created, "each had its turn");
            sent.Dispose();
        }
    }

    [Fact]
    public async Task An_upload_that_comes_too_slowly_is_ended_with_a_word_why()
    {
        var limits = new EvidenceLimits { Window = TimeSpan.FromMilliseconds(200) };
        await using var portal = await DemoPortal.StartAsync(s => s.AddSingleton(limits));
        var cookies = new CookieContainer();
        using var slow = await portal.SignedInAsync("platform-lead", cookies);
        var token = Forms.TokenIn(await slow.GetStringAsync(new Uri("/sign-out", UriKind.Relative)));
        using var late = Patience.Starts();
        using var line = new TcpClient();
        await line.ConnectAsync(IPAddress.Loopback, portal.Address.Port, late.Token);
        await using var stream = line.GetStream();

        await stream.WriteAsync(Encoding.UTF8.GetBytes(string.Join("\r\n",
        [
            $"POST {EvidenceDoor.Path} HTTP/1.1", "Host: localhost", "Accept: application/json",
            $"Cookie: {cookies.GetCookieHeader(portal.Address)}", $"RequestVerificationToken: {token}",
            "Content-Type: multipart/form-data; boundary=b", "Content-Length: 100000", "",
            "--b", "Content-Disposition: form-data; name=\"supports\"", "", "criterion:runbooks",
            "--b", "Content-Disposition: form-data; name=\"file\"; filename=\"slow.bin\"", "", "the first bytes",
        ])), late.Token);

        var (said, buffer) = ("", new byte[4096]);
        while (!said.Contains("better line", StringComparison.Ordinal))
        {
            var read = await stream.ReadAsync(buffer, late.Token);
            read.Should().BePositive("it is told why: {0}", said);
            said += Encoding.UTF8.GetString(buffer, 0, read);
        }

        said.Should().StartWith("HTTP/1.1 408").And.Contain("too slowly").And.Contain("4.1 KB a second");
    }

    [Fact]
    public async Task A_full_disk_is_no_failure_of_the_portal()
    {
        await using var portal = await DemoPortal.StartAsync(s =>
            s.AddSingleton<EvidenceSpool>(p => new Full(p.GetRequiredService<TimeProvider>())));
        using var lead = await portal.SignedInAsync("platform-lead");

        using var answer = await lead.AttachAsync(new byte[1 << 20], "criterion:runbooks");
        using var package = await lead.GetAsync(
            new Uri($"/api/v1/launches/{DemoPortal.Launch}/package.zip", UriKind.Relative));

        foreach (var refused in new[] { answer, package })
        {
            refused.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
            refused.Headers.RetryAfter.Should().NotBeNull();
            (await refused.WhyAsync()).Should().Contain("no room on its disk");
        }
    }

    /// <summary>Begins, and goes on when it is told to.</summary>
    private sealed class Trickle : HttpContent
    {
        private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _end = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Begun => _begun.Task;

        public void End() => _end.TrySetResult();

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync(Guid.NewGuid().ToByteArray());
            await stream.FlushAsync();
            _begun.SetResult();
            await _end.Task;
        }

        protected override bool TryComputeLength(out long computed)
        {
            computed = 0;
            return false;
        }
    }

    private sealed class Full(TimeProvider time) : EvidenceSpool("", time)
    {
        public override FileStream Open() => new("/dev/full", FileMode.Open, FileAccess.ReadWrite);
    }
}
