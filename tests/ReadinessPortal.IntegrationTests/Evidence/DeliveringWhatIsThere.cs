using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Domain.Evidence;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.IntegrationTests.Fixtures;
using static ReadinessPortal.IntegrationTests.Fixtures.DeliveryDoor;

namespace ReadinessPortal.IntegrationTests.Evidence;

/// <summary>What is said of a file that is delivered is applied or refused, and what counts for it is answered.
/// </summary>
public sealed class DeliveringWhatIsThere(OnePortal one) : IClassFixture<OnePortal>
{
    private static readonly (string, string) _day = ("capturedAt", "2025-11-15");

    [Fact]
    public async Task What_a_pipeline_does_not_date_is_of_the_day_on_which_it_comes_and_that_is_said()
    {
        using var pipeline = await one.Portal.BearingAsync($"ci-{Guid.NewGuid():N}");

        var file = await FileAsync(await pipeline.DeliverAsync(E2E, JUnit(failed: 1)));

        var kept = await KeptAsync(file);
        kept.CapturedOn.Should().Be((await ViewAsync()).Board.Launch.Day(kept.ReceivedAt!.Value));
        kept.CapturedAssumed.Should().BeTrue();
        file.GetProperty("capturedOn").GetString().Should().Be($"{kept.CapturedOn:yyyy-MM-dd}");
    }

    [Fact]
    public async Task What_is_said_otherwise_of_bytes_that_are_there_is_refused_and_what_is_new_is_kept()
    {
        using var pipeline = await one.Portal.BearingAsync($"ci-{Guid.NewGuid():N}");
        var report = JUnit(failed: 1);
        (await pipeline.DeliverAsync(E2E, report, _day, ("slot", "us"))).StatusCode.Should().Be(HttpStatusCode.Created);

        using var day = await pipeline.DeliverAsync(E2E, report, ("capturedAt", "2025-11-14"));
        using var slot = await pipeline.DeliverAsync(E2E, report, _day, ("slot", "eu"));
        using var build = await pipeline.DeliverAsync(E2E, report, _day, ("version", "2.3.0"));
        using var other = await pipeline.DeliverAsync($"{E2E}?dryRun=true", report, ("version", "2.4.0"));

        (await day.Content.ReadAsStringAsync()).Should().Contain("captured on 15 November 2025");
        (await slot.Content.ReadAsStringAsync()).Should().Contain("in the slot us");
        (day.StatusCode, slot.StatusCode, build.StatusCode, other.StatusCode).Should().Be((
            HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity, HttpStatusCode.OK,
            HttpStatusCode.UnprocessableEntity));
        var kept = await KeptAsync(await FileAsync(build));
        (kept.Slot, kept.Release).Should().Be(("us", "2.3.0"));
    }

    [Fact]
    public async Task A_file_that_a_newer_one_has_replaced_is_answered_as_that()
    {
        using var pipeline = await one.Portal.BearingAsync($"ci-{Guid.NewGuid():N}");
        var slot = ("slot", $"s{Guid.NewGuid():N}");
        await FileAsync(await pipeline.DeliverAsync(E2E, JUnit(failed: 1), _day, slot));

        var late = await FileAsync(await pipeline.DeliverAsync(E2E, JUnit(), ("capturedAt", "2025-11-13"), slot));

        late.GetProperty("worth").GetString().Should().StartWith("superseded by report");
    }

    private static async Task<JsonElement> FileAsync(HttpResponseMessage answer)
    {
        using (answer)
        {
            answer.IsSuccessStatusCode.Should().BeTrue(await answer.Content.ReadAsStringAsync());
            return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("files")[0];
        }
    }

    private async Task<EvidenceItem> KeptAsync(JsonElement file) => (await ViewAsync()).Board.Facts.Evidence
        .Single(e => e.Key == file.GetProperty("evidence").GetString());

    private async Task<LaunchView> ViewAsync() => (await one.Portal.Get<LaunchBoards>()
        .ViewAsync(DemoPortal.Launch, await one.Portal.ViewerAsync("manager")))!;
}
