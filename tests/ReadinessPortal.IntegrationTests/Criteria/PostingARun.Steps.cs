using System.Collections.Immutable;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using ReadinessPortal.Application.Audit;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Application.Facts;
using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.IntegrationTests.Fixtures;
using static ReadinessPortal.IntegrationTests.Fixtures.DeliveryDoor;
using static ReadinessPortal.IntegrationTests.Fixtures.People;

namespace ReadinessPortal.IntegrationTests.Criteria;

// A validation of its own for each test, and what is done with it.
public sealed partial class PostingARun
{
    private async Task IsRefusedAsync(string query, byte[] output, HttpStatusCode status, string why)
    {
        var (pipeline, to, key) = await ReadyAsync("ok");

        using var answer = await PostAsync(pipeline, $"{to}?{query}", output);

        answer.StatusCode.Should().Be(status);
        (await answer.WhyAsync()).Should().Contain(why);
        (await KeptAsync(key)).Run.Should().BeNull();
    }

    private async Task<(HttpClient Pipeline, string To, string Key)> ReadyAsync(string? expects)
    {
        var key = $"c-{Guid.NewGuid():N}"[..12];
        Done(await AddAsync(key, expects));
        return (await one.Portal.BearingAsync($"ci-{Guid.NewGuid():N}"), RunsOf(Criterion, key), key);
    }

    private async Task<Application.Outcome> AddAsync(string key, string? expects)
    {
        var values = ImmutableSortedDictionary<string, string>.Empty
            .Add("command", "./check.sh").Add("title", $"Check {key}");
        values = expects is null ? values : values.Add("expects", expects);
        return await one.Portal.Get<EditFacts>().RunAsync(DemoPortal.Launch,
            [new FactChange.Add { Fact = Path(key), Values = new(values) }], await one.Portal.ViewerAsync("manager"));
    }

    private static FactPath Path(string key) => FactPath.Of("criteria", Criterion).Part("validations", key);

    private static string RunsOf(string criterion, string validation) =>
        $"{Root}/criteria/{criterion}/validations/{validation}/runs";

    private async Task<Validation> KeptAsync(string key) => (await ViewAsync()).Board.Facts.Criteria
        .Single(c => c.Key == Criterion).Validations.Single(v => v.Key == key);

    private async Task<IReadOnlyList<string>> HistoryAsync(string key) =>
    [
        .. (await one.Portal.Get<ReadAudit>().RunAsync(DemoPortal.Launch, 1, await one.Portal.ViewerAsync("manager")))!
            .Lines.Where(l => l.Action == "ValidationRun" && l.Summary.Contains(key, StringComparison.Ordinal))
            .Select(l => l.Summary),
    ];

    private async Task<LaunchView> ViewAsync() => (await one.Portal.Get<LaunchBoards>()
        .ViewAsync(DemoPortal.Launch, await one.Portal.ViewerAsync("manager")))!;

    private static Task<HttpResponseMessage> PostAsync(HttpClient client, string path, string output) =>
        PostAsync(client, path, Encoding.UTF8.GetBytes(output));

    private static async Task<HttpResponseMessage> PostAsync(HttpClient client, string path, byte[] output)
    {
        using var body = new ByteArrayContent(output);
        body.Headers.ContentType = new MediaTypeHeaderValue("text/plain");
        return await client.PostAsync(new Uri(path, UriKind.Relative), body);
    }
}
