using System.Net;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Application.Facts;
using ReadinessPortal.Application.FollowUps;
using ReadinessPortal.Application.Revisions;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.SignOffs;
using ReadinessPortal.IntegrationTests.Fixtures;
using ReadinessPortal.IntegrationTests.Starting;
using ReadinessPortal.Web.Demo;
using static ReadinessPortal.IntegrationTests.Fixtures.People;

namespace ReadinessPortal.IntegrationTests.SignOffs;

/// <summary>
/// Whoever signs or decides while the portal is killed sends the same form again, and has signed once; each decision
/// has its report in the end.
/// </summary>
public sealed class SigningWhileThePortalIsKilled : IDisposable
{
    private const string Page = $"/launches/{DemoPortal.Launch}/sign-off";

    private static readonly string[] _leads = ["platform-lead", "security-lead", "database-lead", "qa-lead"];

    private readonly Dictionary<string, (HttpClient Client, string Token)> _people = [];
    private readonly HashSet<int> _killedAt = [];
    private Task<PortalProcess> _serving = Task.FromException<PortalProcess>(new InvalidOperationException());
    private int _sent;

    public void Dispose()
    {
        if (_serving.IsCompletedSuccessfully)
        {
            _serving.Result.Dispose();
        }

        foreach (var (client, _) in _people.Values)
        {
            client.Dispose();
        }
    }

    [Fact]
    [Trait("Category", "Long")]
    public Task Every_signature_and_decision_is_there_once() =>
        KilledAsync(decisions: 20, 3, 12, 24, 37, 53, 66, 78, 90, 102);

    private async Task KilledAsync(int decisions, params int[] at)
    {
        using var late = new CancellationTokenSource(TimeSpan.FromMinutes(9));
        await using var portal = await DemoPortal.ApartAsync();
        foreach (var name in _leads.Append("cto").Append("ceo"))
        {
            var client = await portal.SignedInAsync(name);
            _people[name] = (client, Forms.TokenIn(await client.GetStringAsync(
                new Uri("/sign-out", UriKind.Relative), late.Token)));
        }

        _killedAt.UnionWith(at);
        _serving = PortalProcess.StartAsync(portal.Variables, late.Token);
        for (var number = 1; number <= decisions; number++)
        {
            var sha256 = await FreezeAsync(portal, number);
            await Task.WhenAll(_leads.Select(role => SignAsync(portal, role, number, sha256, late.Token)));
            await SignAsync(portal, "cto", number, sha256, late.Token);
            await SendAsync(portal, "ceo", new()
            {
                ["_handler"] = "decide", ["Form.Revision"] = $"{number}", ["Form.Sha256"] = sha256,
                ["Form.Answer"] = "no", ["Form.Comment"] = $"Not revision {number}",
            }, late.Token);
        }

        (await _serving).Kill();
        (await portal.ScalarAsync("select count(*) from sign_offs")).Should()
            .Be(6L * decisions, "who decides has signed as well");
        (await portal.ScalarAsync("select count(distinct (revision, role)) from sign_offs")).Should()
            .Be(6L * decisions);
        (await portal.ScalarAsync("select count(*) from final_decisions")).Should().Be((long)decisions);
        (await portal.ScalarAsync(AuditChain.Breaks)).Should().Be(0L);
        await portal.Get<FollowUpWorkers>().AddMissingAsync(100, late.Token);
        await portal.Get<FollowUpWorkers>().WhenIdleAsync();
        (await portal.ScalarAsync("select count(*) from reports")).Should().Be((long)decisions);
    }

    private static async Task<string> FreezeAsync(DemoPortal portal, int number)
    {
        var manager = await portal.ViewerAsync("manager");
        var boards = portal.Get<LaunchBoards>();
        var title = (await boards.ViewAsync(DemoPortal.Launch, manager))!.Launch.Title;
        Done(await portal.Get<EditFacts>().RunAsync(DemoPortal.Launch,
            [FactChange.Setting(FactPath.Launch, "title", title, $"To be frozen as {number}")], manager));
        var view = await boards.ViewAsync(DemoPortal.Launch, manager);
        Done(await portal.Get<FreezeLaunch>().RunAsync(DemoPortal.Launch, FreezeRequest.Of(view!.Board), manager));
        return (await boards.ViewAsync(DemoPortal.Launch, manager))!.Board.NewestRevision!.Sha256;
    }

    private Task SignAsync(DemoPortal portal, string role, int number, string sha256, CancellationToken ct) =>
        SendAsync(portal, role, new()
        {
            ["_handler"] = "sign", ["Form.Revision"] = $"{number}", ["Form.Sha256"] = sha256, ["Form.Role"] = role,
            ["Form.Decision"] = "Reject", ["Form.Comment"] = $"Not revision {number}",
        }, ct);

    // As somebody does whose browser says that the connection was lost: again, with the form that is there.
    private async Task SendAsync(
        DemoPortal portal, string name, Dictionary<string, string> fields, CancellationToken ct)
    {
        var (client, token) = _people[name];
        fields["__RequestVerificationToken"] = token;
        fields["Form.Request"] = $"{Guid.CreateVersion7()}";
        fields["Form.Password"] = DemoPersonas.Password;
        while (true)
        {
            var serving = await _serving;
            using var form = new FormUrlEncodedContent(fields);
            var posting = client.PostAsync(new Uri(serving.Address, Page), form, ct);
            if (_killedAt.Contains(Interlocked.Increment(ref _sent)))
            {
                _serving = Task.Run(
                    () =>
                    {
                        serving.Dispose();
                        return PortalProcess.StartAsync(portal.Variables, ct);
                    },
                    ct);
            }

            try
            {
                using var answer = await posting;
                if (answer.StatusCode != HttpStatusCode.ServiceUnavailable)
                {
                    answer.StatusCode.Should().Be(HttpStatusCode.Redirect, await answer.Content.ReadAsStringAsync(ct));
                    return;
                }
            }
            catch (HttpRequestException)
            {
                continue; // killed under it: it may have signed, or not
            }
        }
    }
}
