using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using ReadinessPortal.IntegrationTests.Fixtures;
using static ReadinessPortal.IntegrationTests.Fixtures.DeliveryDoor;

namespace ReadinessPortal.IntegrationTests.Journeys;

/// <summary>What a shell does without a browser: it asks, delivers, and asks again.</summary>
public sealed class FromAPipelineToAnOpenGate(OnePortal one) : IClassFixture<OnePortal>
{
    [Fact]
    public async Task A_pipeline_is_held_until_what_it_delivers_is_good()
    {
        using var shell = await one.Portal.BearingAsync("ci-main");
        using var bad = await shell.DeliverAsync(E2E, JUnit(failed: 2), ("capturedAt", "2025-11-15"));
        var held = await GateAsync(shell, "conditional");

        using var good = await shell.DeliverAsync(E2E, JUnit(), ("capturedAt", "2025-11-15"));

        bad.StatusCode.Should().Be(HttpStatusCode.Created);
        held.Status.Should().Be(HttpStatusCode.Conflict);
        held.Why.Should().Contain("The live facts say NO-GO.");
        var said = (await good.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("criteria")[0];
        said.GetProperty("before").GetProperty("state").GetString().Should().Be("failed");
        said.GetProperty("after").GetProperty("state").GetString().Should().Be("passed");
        (await GateAsync(shell, "conditional")).Why.Should().NotContain("NO-GO");
    }

    [Theory]
    [InlineData("decision", HttpStatusCode.Conflict, "Nothing is frozen yet")]
    [InlineData("go", HttpStatusCode.Conflict, "The live facts say NO-GO.")]
    [InlineData("always", HttpStatusCode.UnprocessableEntity, "There is no gate 'always'")]
    [InlineData("", HttpStatusCode.UnprocessableEntity, "require is empty")]
    public async Task A_gate_says_why_it_is_closed(string require, HttpStatusCode status, string why)
    {
        using var shell = await one.Portal.BearingAsync($"ci-{Guid.NewGuid():N}");

        var gate = await GateAsync(shell, require);

        gate.Status.Should().Be(status);
        gate.Why.Should().Contain(why);
    }

    [Fact]
    public async Task A_pull_request_gets_a_few_lines_of_Markdown()
    {
        using var shell = await one.Portal.BearingAsync($"ci-{Guid.NewGuid():N}");
        shell.DefaultRequestHeaders.Add("Accept", "text/markdown");

        using var answer = await shell.AtAsync($"{Root}/verdict?require=decision");

        answer.StatusCode.Should().Be(HttpStatusCode.Conflict);
        answer.Content.Headers.ContentType!.MediaType.Should().Be("text/markdown");
        var text = await answer.Content.ReadAsStringAsync();
        text.Should().StartWith("## ").And.Contain(": NO-GO\n").And.Contain("**Gate `decision` is closed.**")
            .And.Contain($"[{DemoPortal.Launch}]({one.Portal.Address.OriginalString.TrimEnd('/')}/launches/");
    }

    [Fact]
    public async Task The_page_of_a_criterion_says_how_to_deliver_to_it()
    {
        using var reader = await one.Portal.SignedInAsync("auditor");

        var page = WebUtility.HtmlDecode(await reader.GetStringAsync(
            new Uri($"/launches/{DemoPortal.Launch}/criteria/e2e-tests", UriKind.Relative)));

        page.Should().Contain($"{one.Portal.Address.OriginalString.TrimEnd('/')}{E2E}")
            .And.Contain($"{Root}/verdict?require=decision").And.Contain("$READINESS_TOKEN");
    }

    private static async Task<(HttpStatusCode Status, string Why)> GateAsync(HttpClient shell, string require)
    {
        using var answer = await shell.AtAsync($"{Root}/verdict?require={require}");
        var said = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return (answer.StatusCode, said.TryGetProperty("gate", out var gate)
            ? string.Join('\n', gate.GetProperty("why").EnumerateArray().Select(w => w.GetString()))
            : said.GetProperty("detail").GetString()!);
    }
}
