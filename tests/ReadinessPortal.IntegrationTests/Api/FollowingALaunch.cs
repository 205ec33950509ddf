using System.Net;
using System.Text.Json;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Application.Facts;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.IntegrationTests.Fixtures;

namespace ReadinessPortal.IntegrationTests.Api;

/// <summary>Programs that ask again while people change the launch.</summary>
public sealed class FollowingALaunch
{
    private static readonly Uri _summary = new($"/api/v1/launches/{DemoPortal.Launch}", UriKind.Relative);

    [Fact]
    public async Task What_has_changed_is_sent_to_whoever_has_the_answer_of_before()
    {
        await using var portal = await DemoPortal.StartAsync();
        using var reader = await portal.SignedInAsync("auditor");
        using var before = await reader.GetAsync(_summary);
        var manager = await portal.ViewerAsync("manager");

        var board = (await portal.Get<LaunchBoards>().ViewAsync(DemoPortal.Launch, manager))!.Board;
        await portal.Get<EditFacts>().RunAsync(DemoPortal.Launch,
            [FactChange.Setting(FactPath.Launch, "title", board.Launch.Title, "Another title")], manager);

        using var asked = new HttpRequestMessage(HttpMethod.Get, _summary);
        asked.Headers.IfNoneMatch.Add(before.Headers.ETag!);
        using var after = await reader.SendAsync(asked);
        after.StatusCode.Should().Be(HttpStatusCode.OK);
        after.Headers.ETag.Should().NotBe(before.Headers.ETag);
        using var answer = JsonDocument.Parse(await after.Content.ReadAsStringAsync());
        answer.RootElement.GetProperty("title").GetString().Should().Be("Another title");
    }

    [Fact]
    public async Task Whoever_lost_their_part_gets_nothing_although_the_answer_is_kept()
    {
        await using var portal = await DemoPortal.StartAsync();
        using var reader = await portal.SignedInAsync("auditor");
        using var before = await reader.GetAsync(_summary);
        var (manager, auditor) = (await portal.ViewerAsync("manager"), await portal.ViewerAsync("auditor"));

        await portal.Get<RemoveMember>().RunAsync(DemoPortal.Launch, auditor.UserId, LaunchPart.Auditor, manager);

        using var asked = new HttpRequestMessage(HttpMethod.Get, _summary);
        asked.Headers.IfNoneMatch.Add(before.Headers.ETag!);
        using var after = await reader.SendAsync(asked);
        after.StatusCode.Should().Be(HttpStatusCode.NotFound);
    }
}
