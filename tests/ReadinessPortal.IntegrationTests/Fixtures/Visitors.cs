using System.Collections.Concurrent;
using System.Net;

namespace ReadinessPortal.IntegrationTests.Fixtures;

/// <summary>People and programs that ask the portal for one page after the other, for as long as a test needs them.
/// </summary>
public sealed class Visitors : IAsyncDisposable
{
    private static readonly string[] _paths =
    [
        "/", "/work", $"/launches/{DemoPortal.Launch}", $"/launches/{DemoPortal.Launch}/criteria",
        $"/launches/{DemoPortal.Launch}/sign-off", $"/api/v1/launches/{DemoPortal.Launch}/verdict",
        $"/launches/{DemoPortal.Launch}/attach/worth", "/sign-in", "/portal.css", "/healthz/live",
    ];

    private readonly ConcurrentBag<Answer> _answers = [];
    private readonly CancellationTokenSource _over = new();
    private readonly HttpClient _client;
    private readonly Task[] _walks;
    private int _inVain;

    private Visitors(HttpClient client, int count)
    {
        _client = client;
        _walks = [.. Enumerable.Range(0, count).Select(WalkAsync)];
    }

    public IReadOnlyCollection<Answer> Answers => _answers;

    public static async Task<Visitors> ComeAsync(DemoPortal portal, int count = 3) =>
        new(await portal.SignedInAsync("manager"), count);

    /// <summary>Ends when somebody could not be served.</summary>
    public Task SeeTroubleAsync() => Patience.UntilAsync(() => _inVain > 0);

    /// <summary>Ends when everything that is asked for from now on is served.</summary>
    public async Task AreServedAgainAsync()
    {
        using var late = Patience.Starts();
        foreach (var path in _paths)
        {
            while ((await AskAsync(path)).Status != HttpStatusCode.OK)
            {
                await Task.Delay(50, late.Token);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync();
        await Task.WhenAll(_walks);
        _client.Dispose();
        _over.Dispose();
    }

    private async Task WalkAsync(int first)
    {
        for (var i = first * 3; !_over.IsCancellationRequested; i++)
        {
            await AskAsync(_paths[i % _paths.Length]);
        }
    }

    private async Task<Answer> AskAsync(string path)
    {
        using var answer = await _client.GetAsync(new Uri(path, UriKind.Relative));
        var seen = new Answer(path, answer.StatusCode, answer.Headers.RetryAfter is not null);
        _answers.Add(seen);
        if (seen.Status != HttpStatusCode.OK)
        {
            Interlocked.Increment(ref _inVain);
        }

        return seen;
    }

    /// <param name="SaysWhen">Whether it says when to come again.</param>
    public sealed record Answer(string Path, HttpStatusCode Status, bool SaysWhen)
    {
        public bool IsHonest => Status == HttpStatusCode.OK
            || (Status == HttpStatusCode.ServiceUnavailable && SaysWhen);
    }
}
