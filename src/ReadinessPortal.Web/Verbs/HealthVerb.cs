using ReadinessPortal.Web.Starting;

namespace ReadinessPortal.Web.Verbs;

/// <summary>Asks a running portal on this machine; container health checks use it.</summary>
internal sealed class HealthVerb : Verb
{
    public override string Name => "health";

    public override string Usage => "[--port N]";

    public override string Purpose => "ask a running portal on this machine whether it is ready";

    protected override async Task<int> RunAsync(Arguments arguments, CancellationToken ct)
    {
        var port = arguments.Number("--port", 1, 65535) ?? RunVerb.StandardPort;
        arguments.Done();

        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(10) };
        try
        {
            using var answer = await client.GetAsync(new Uri($"http://localhost:{port}{Health.Ready}"), ct);
            Console.WriteLine(answer.IsSuccessStatusCode ? "ready" : "not ready");
            return answer.IsSuccessStatusCode ? Fine : AnswerIsNo;
        }
        catch (Exception problem) when (problem is HttpRequestException or TaskCanceledException
            && !ct.IsCancellationRequested)
        {
            Console.WriteLine($"nothing answers on port {port}");
            return AnswerIsNo;
        }
    }
}
