using System.Net;
using System.Security.Cryptography;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.IntegrationTests.Fixtures;

namespace ReadinessPortal.IntegrationTests.Revisions;

/// <summary>Anybody who reads a launch takes along the very bytes whose hash was signed.</summary>
public sealed class TakingARevisionAlong
{
    private const string Address = $"/api/v1/launches/{DemoPortal.Launch}/revisions/1.json";

    [Fact]
    public async Task Its_bytes_have_the_hash_that_is_signed_and_its_page_leads_to_them()
    {
        await using var portal = await DemoPortal.StartAsync();
        await portal.FreezeAsync();
        var view = await portal.Get<LaunchBoards>().ViewAsync(DemoPortal.Launch, await portal.ViewerAsync("auditor"));
        var head = view!.Board.NewestRevision!;
        using var auditor = await portal.SignedInAsync("auditor");

        using var answer = await auditor.GetAsync(Of(Address));

        var bytes = await answer.Content.ReadAsByteArrayAsync();
        Convert.ToHexStringLower(SHA256.HashData(bytes)).Should().Be(head.Sha256);
        answer.Content.Headers.ContentType!.MediaType.Should().Be("application/json");
        answer.Content.Headers.ContentDisposition!.FileName.Should().Be($"{DemoPortal.Launch}-revision-1.json");
        var page = await auditor.GetStringAsync(Of($"/launches/{DemoPortal.Launch}/revisions"));
        page.Should().Contain(head.Sha256).And.Contain($"href=\"{Address}\"");
    }

    [Theory]
    [InlineData("auditor", Address, HttpStatusCode.OK)]
    [InlineData("auditor", $"/api/v1/launches/{DemoPortal.Launch}/revisions/2.json", HttpStatusCode.NotFound)]
    [InlineData("auditor", "/api/v1/launches/GA-1999-001/revisions/1.json", HttpStatusCode.NotFound)]
    [InlineData("stranger", Address, HttpStatusCode.NotFound)]
    public async Task Is_there_for_whom_the_launch_is_there(string person, string address, HttpStatusCode status)
    {
        await using var portal = await DemoPortal.StartAsync();
        await portal.FreezeAsync();
        if (person == "stranger")
        {
            await portal.SomebodyAsync(person);
        }

        using var client = await portal.SignedInAsync(person);

        using var answer = await client.GetAsync(Of(address));

        answer.StatusCode.Should().Be(status);
    }

    private static Uri Of(string path) => new(path, UriKind.Relative);
}
