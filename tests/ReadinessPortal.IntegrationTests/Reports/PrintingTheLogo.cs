using System.Net;
using System.Net.Http.Json;
using ReadinessPortal.Application;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Application.Facts;
using ReadinessPortal.Application.Revisions;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.SignOffs;
using ReadinessPortal.IntegrationTests.Fixtures;
using UglyToad.PdfPig;
using static ReadinessPortal.IntegrationTests.Fixtures.People;

namespace ReadinessPortal.IntegrationTests.Reports;

/// <summary>A picture of the evidence heads the report; a revision keeps the one it was frozen with.</summary>
public sealed class PrintingTheLogo
{
    private const string OfLaunch = $"launch:{DemoPortal.Launch}";

    // One dark pixel.
    private static readonly byte[] _picture = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");

    [Fact]
    public async Task It_is_attached_to_the_launch_printed_frozen_and_not_archived_while_it_is_the_logo()
    {
        await using var portal = await DemoPortal.StartAsync();
        using var manager = await portal.SignedInAsync("manager");
        var key = await AttachAsync(manager, _picture);
        Done(await EditAsync(portal, Logo(null, key)));

        (await PicturesAsync(manager)).Should().Be(1);
        (await manager.GetStringAsync($"/launches/{DemoPortal.Launch}/settings"))
            .Should().Contain("data:image/png;base64,").And.NotContain("Not printed");
        var board = (await portal.Get<LaunchBoards>()
            .ViewAsync(DemoPortal.Launch, await portal.ViewerAsync("manager")))!.Board;
        Done(await portal.Get<FreezeLaunch>()
            .RunAsync(DemoPortal.Launch, FreezeRequest.Of(board), await portal.ViewerAsync("manager")));
        var archived = await EditAsync(portal, new FactChange.Archive { Fact = FactPath.Of("evidence", key) });
        Done(await EditAsync(portal, Logo(key, null)));

        archived.Should().BeOfType<Outcome.Refused>().Which.Refusal.Text.Should().StartWith("logo: ");
        (await PicturesAsync(manager)).Should().Be(1); // of the revision
    }

    [Fact]
    public async Task What_is_no_picture_is_refused_and_a_damaged_one_is_said_on_the_page()
    {
        await using var portal = await DemoPortal.StartAsync();
        using var manager = await portal.SignedInAsync("manager");
        var text = await AttachAsync(manager, "no picture"u8.ToArray());
        var damaged = await AttachAsync(manager, _picture[..^32]);

        var refused = await EditAsync(portal, Logo(null, text));
        Done(await EditAsync(portal, Logo(null, damaged)));

        refused.Should().BeOfType<Outcome.Refused>().Which.Refusal.Text.Should().Contain("PNG or JPEG");
        (await PicturesAsync(manager)).Should().Be(0);
        (await manager.GetStringAsync($"/launches/{DemoPortal.Launch}/settings"))
            .Should().Contain("Not printed: its file is damaged or cannot be drawn.");
    }

    [Fact]
    public async Task A_lead_attaches_nothing_to_the_launch_itself()
    {
        await using var portal = await DemoPortal.StartAsync();
        using var lead = await portal.SignedInAsync("platform-lead");

        using var answer = await lead.AttachAsync(_picture, OfLaunch);

        answer.StatusCode.Should().Be(HttpStatusCode.Forbidden);
    }

    private static FactChange.Set Logo(string? from, string? to) =>
        FactChange.Setting(FactPath.Launch, "logo", from, to);

    private static async Task<string> AttachAsync(HttpClient client, byte[] bytes)
    {
        using var answer = await client.AttachAsync(bytes, OfLaunch);
        answer.StatusCode.Should().Be(HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<AttachAnswer>())!.Evidence;
    }

    private static async Task<Outcome> EditAsync(DemoPortal portal, params FactChange[] changes) =>
        await portal.Get<EditFacts>().RunAsync(DemoPortal.Launch, [.. changes], await portal.ViewerAsync("manager"));

    private static async Task<int> PicturesAsync(HttpClient client)
    {
        var pdf = await client.GetByteArrayAsync($"/api/v1/launches/{DemoPortal.Launch}/report.pdf");
        using var document = PdfDocument.Open(pdf);
        return document.GetPages().Sum(p => p.GetImages().Count());
    }
}
