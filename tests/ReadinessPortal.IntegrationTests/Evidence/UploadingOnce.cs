using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Application.Evidence;
using ReadinessPortal.Application.Launches;
using ReadinessPortal.Application.Members;
using ReadinessPortal.IntegrationTests.Fixtures;

namespace ReadinessPortal.IntegrationTests.Evidence;

/// <summary>An upload has a name of its own: it is attached once, and can be asked for when its answer was lost.
/// </summary>
public sealed class UploadingOnce(OnePortal one) : IClassFixture<OnePortal>
{
    [Fact]
    public async Task What_is_sent_twice_under_one_name_is_attached_once_and_answered_alike()
    {
        using var lead = await one.Portal.SignedInAsync("platform-lead");
        var name = $"{Guid.NewGuid()}";

        using var first = await lead.AttachAsync("once"u8.ToArray(), "criterion:runbooks", ("request", name));
        var before = await NumberAsync();
        using var again = await lead.AttachAsync("once"u8.ToArray(), "criterion:runbooks", ("request", name));

        first.StatusCode.Should().Be(HttpStatusCode.Created);
        again.StatusCode.Should().Be(HttpStatusCode.Created);
        (await again.SaidAsync()).Should().Be(await first.SaidAsync());
        (await NumberAsync()).Should().Be(before);
    }

    [Theory]
    [InlineData("other bytes", "Once", HttpStatusCode.UnprocessableEntity)]
    [InlineData("these bytes", "Twice", HttpStatusCode.UnprocessableEntity)]
    [InlineData("these bytes", "Once", HttpStatusCode.Created)]
    public async Task A_name_that_was_used_for_another_file_attaches_nothing_and_says_so(
        string bytes, string title, HttpStatusCode status)
    {
        using var lead = await one.Portal.SignedInAsync("platform-lead");
        var name = $"{Guid.NewGuid()}";
        using var first = await lead.AttachAsync(
            Encoding.UTF8.GetBytes($"these bytes {name}"), "criterion:runbooks", ("request", name), ("title", "Once"));
        var before = await NumberAsync();

        using var again = await lead.AttachAsync(
            Encoding.UTF8.GetBytes($"{bytes} {name}"), "criterion:runbooks", ("request", name), ("title", title));

        again.StatusCode.Should().Be(status);
        (status == HttpStatusCode.Created ? "" : await again.WhyAsync())
            .Should().Be(status == HttpStatusCode.Created ? "" : new IdempotencyKeyReused(null).Text);
        (await NumberAsync()).Should().Be(before);
    }

    [Fact]
    public async Task A_cited_file_that_is_in_hand_by_now_is_not_refused_to_whoever_sends_it_again()
    {
        using var manager = await one.Portal.SignedInAsync("manager");
        var cited = (await ViewAsync()).Board.Facts.Evidence.First(e => e is { IsInHand: false, CitedAs: not null });
        (string, string)[] fields = [("cited", cited.Key), ("request", $"{Guid.NewGuid()}")];

        using var first = await manager.AttachAsync("cited"u8.ToArray(), "criterion:runbooks", fields);
        using var again = await manager.AttachAsync("cited"u8.ToArray(), "criterion:runbooks", fields);

        first.StatusCode.Should().Be(HttpStatusCode.Created);
        again.StatusCode.Should().Be(HttpStatusCode.Created);
        (await again.SaidAsync()).Should().Be(await first.SaidAsync());
    }

    [Fact]
    public async Task Whoever_lost_the_answer_is_told_what_became_of_it_and_nobody_else_is()
    {
        using var lead = await one.Portal.SignedInAsync("platform-lead");
        using var other = await one.Portal.SignedInAsync("qa-lead");
        using var stranger = await one.Portal.StrangerAsync();
        var name = Guid.NewGuid();
        (await StateAsync(lead, name)).GetProperty("state").GetString().Should().Be("nothing");

        using var sent = await lead.AttachAsync("asked for"u8.ToArray(), "criterion:runbooks", ("request", $"{name}"));

        var state = await StateAsync(lead, name);
        state.GetProperty("state").GetString().Should().Be("done");
        state.GetProperty("evidence").GetString().Should().Be((await sent.SaidAsync()).Evidence);
        state.GetProperty("href").GetString().Should().Be(sent.Headers.Location!.ToString());
        (await StateAsync(other, name)).GetProperty("state").GetString().Should().Be("nothing");
        using var refused = await stranger.GetAsync(Address(name));
        refused.StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task While_it_is_received_or_waits_for_a_place_that_is_said()
    {
        using var lead = await one.Portal.SignedInAsync("security-lead");
        var person = await one.Portal.ViewerAsync("security-lead");
        var places = one.Portal.Get<UploadPlaces>();
        var (received, waiting) = (Guid.NewGuid(), Guid.NewGuid());
        using var place = await places.TakeAsync(person.UserId, received, default);
        for (var i = 1; i < places.OfOnePerson; i++)
        {
            await places.TakeAsync(person.UserId, null, default);
        }

        using var given = new CancellationTokenSource();
        var line = places.TakeAsync(person.UserId, waiting, given.Token);

        (await StateAsync(lead, received)).GetProperty("state").GetString().Should().Be("receiving");
        (await StateAsync(lead, waiting)).ToString().Should().Contain("waiting").And.Contain("\"before\":0");
        await given.CancelAsync();
        await line.Awaiting(l => l).Should().ThrowAsync<OperationCanceledException>();
    }

    [Theory]
    [InlineData("mine")]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    public async Task A_name_that_is_no_name_is_refused(string name)
    {
        using var lead = await one.Portal.SignedInAsync("platform-lead");

        using var sent = await lead.AttachAsync("named"u8.ToArray(), "criterion:runbooks", ("request", name));

        sent.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await sent.WhyAsync()).Should().Contain("UUID");
    }

    private static Uri Address(Guid name) => new($"/launches/{DemoPortal.Launch}/requests/{name}", UriKind.Relative);

    private static async Task<JsonElement> StateAsync(HttpClient client, Guid name) =>
        await client.GetFromJsonAsync<JsonElement>(Address(name));

    private async Task<LaunchView> ViewAsync() =>
        (await one.Portal.Get<LaunchBoards>().ViewAsync(DemoPortal.Launch, Viewer.System))!;

    private async Task<long> NumberAsync() => (await ViewAsync()).Board.ChangeNumber;
}
