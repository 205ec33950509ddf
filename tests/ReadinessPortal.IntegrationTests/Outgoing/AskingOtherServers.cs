using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using ReadinessPortal.Web.Outgoing;

namespace ReadinessPortal.IntegrationTests.Outgoing;

/// <summary>The portal asks nobody inside of its network, follows nobody elsewhere, and reads no more than it wants.
/// </summary>
public sealed class AskingOtherServers : IAsyncLifetime
{
    private const int Largest = 1000;

    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(20);

    private WebApplication _server = null!;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _server = builder.Build();
        _server.MapGet("/short", () => "here");
        _server.MapGet("/long", () => new string('x', Largest + 1));
        _server.MapGet("/elsewhere", () => Results.Redirect("/short"));
        await _server.StartAsync();
    }

    public Task DisposeAsync() => _server.DisposeAsync().AsTask();

    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("127.9.9.9", true)]
    [InlineData("10.1.2.3", true)]
    [InlineData("172.31.0.1", true)]
    [InlineData("172.32.0.1", false)]
    [InlineData("192.168.1.1", true)]
    [InlineData("169.254.169.254", true)]
    [InlineData("100.64.0.1", true)]
    [InlineData("0.0.0.0", true)]
    [InlineData("224.0.0.1", true)]
    [InlineData("255.255.255.255", true)]
    [InlineData("::1", true)]
    [InlineData("::", true)]
    [InlineData("::ffff:127.0.0.1", true)]
    [InlineData("fe80::1", true)]
    [InlineData("fd00::1", true)]
    [InlineData("64:ff9b::7f00:1", true)]
    [InlineData("203.0.113.9", false)]
    [InlineData("8.8.8.8", false)]
    [InlineData("2001:4860:4860::8888", false)]
    public void Addresses_inside_of_a_network_are_known(string address, bool isPrivate) =>
        OutgoingRequests.IsPrivate(IPAddress.Parse(address)).Should().Be(isPrivate);

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    [InlineData("[::ffff:127.0.0.1]")]
    public async Task Nobody_inside_is_asked_by_whatever_name(string host)
    {
        using var client = new OutgoingRequests(allowPrivate: false).Client(_patience, Largest);
        var address = new UriBuilder(_server.Urls.First()) { Host = host, Path = "/short" }.Uri;

        (await FluentActions.Invoking(() => client.GetStringAsync(address)).Should()
            .ThrowAsync<HttpRequestException>()).Which.ToString().Should().Contain("Outgoing:AllowPrivateNetworks");
    }

    [Fact]
    public async Task Where_it_is_allowed_they_are_and_what_is_too_large_is_not_read()
    {
        using var client = new OutgoingRequests(allowPrivate: true).Client(_patience, Largest);

        (await client.GetStringAsync(Of("/short"))).Should().Be("here");
        await FluentActions.Invoking(() => client.GetStringAsync(Of("/long"))).Should()
            .ThrowAsync<HttpRequestException>();
        using var led = await client.GetAsync(Of("/elsewhere"));
        led.StatusCode.Should().Be(HttpStatusCode.Redirect, "it is followed nowhere");
    }

    [Fact]
    public async Task A_client_for_one_server_asks_no_other()
    {
        using var client = new OutgoingRequests(allowPrivate: true).Client(_patience, Largest, "tsa.example.org");

        await FluentActions.Invoking(() => client.GetStringAsync(Of("/short"))).Should()
            .ThrowAsync<HttpRequestException>().WithMessage("127.0.0.1 is not the server that is to be asked.");
    }

    private Uri Of(string path) => new(new Uri(_server.Urls.First()), path);
}
