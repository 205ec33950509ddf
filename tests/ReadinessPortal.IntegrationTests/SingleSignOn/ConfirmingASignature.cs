using System.Net;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Application.Revisions;
using ReadinessPortal.Application.SignOffs;
using ReadinessPortal.Domain.SignOffs;
using ReadinessPortal.IntegrationTests.Fixtures;

namespace ReadinessPortal.IntegrationTests.SingleSignOn;

/// <summary>Whoever has no password is asked by the provider, anew, for each signature.</summary>
public sealed class ConfirmingASignature
{
    private const string Door = "/sign-in/by/example";
    private const string Page = $"/launches/{DemoPortal.Launch}/sign-off";
    private const string Confirm = $"{Door}/confirm?returnUrl=%2Flaunches%2F{DemoPortal.Launch}%2Fsign-off";

    [Fact]
    public async Task Signs_once_with_what_the_provider_confirmed()
    {
        await using var provider = await TestProvider.StartAsync();
        await using var portal = await DemoPortal.StartAsync(provider.Settings);
        using var ana = await AsLeadAsync(provider, portal);
        var sha256 = await FreezeAsync(portal);
        (await ana.GetStringAsync(Of(Page))).Should().Contain("Confirm with Example ID").And
            .NotContain("Your password, again");
        (await SignAsync(ana, sha256)).Should()
            .Contain("Confirm with Example ID first that it is you. A confirmation lasts five minutes, for one time. "
                + "Nothing was signed.");

        using var back = await TestProvider.GoAsync(ana, Confirm);

        back.Headers.Location!.ToString().Should().Be(Page);
        provider.Asked.Should().Contain("prompt", "login").And.Contain("max_age", "0");
        (await ana.GetStringAsync(Of(Page))).Should()
            .Contain("Example ID confirmed at ").And.Contain("that it is you.");
        (await SignAsync(ana, new string('0', 64))).Should().Contain("is not revision 1 as it was frozen");
        (await SignAsync(ana, sha256)).Should().Be("signed", "what was refused used nothing up");
        (await portal.ScalarAsync("select authentication from sign_offs"))
            .Should().Be("single sign-on (Example ID)");
        (await ana.GetStringAsync(Of(Page))).Should().NotContain("Example ID confirmed at ");
    }

    [Theory]
    [InlineData("sub", "0002", "confirmed somebody else")]
    [InlineData("auth_time", null, "does not say when it asked you")]
    [InlineData("auth_time", -120, "did not ask you anew")]
    [InlineData("auth_time", 600, "did not ask you anew")]
    public async Task Nothing_is_confirmed_of_somebody_else_or_of_earlier(string claim, object? value, string because)
    {
        await using var provider = await TestProvider.StartAsync();
        await using var portal = await DemoPortal.StartAsync(provider.Settings);
        using var ana = await AsLeadAsync(provider, portal);
        var sha256 = await FreezeAsync(portal);
        provider.Change = claims => claims[claim] = value is int seconds
            ? TestProvider.Seconds(DateTimeOffset.UtcNow.AddSeconds(seconds)) : value!;

        using var back = await TestProvider.GoAsync(ana, Confirm);

        back.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        (await back.Content.ReadAsStringAsync()).Should().Contain(because);
        (await SignAsync(ana, sha256)).Should().Contain("Confirm with Example ID first");
    }

    [Fact]
    public async Task A_confirmation_is_over_after_five_minutes_and_is_of_its_own_session_alone()
    {
        await using var provider = await TestProvider.StartAsync();
        await using var portal = await DemoPortal.StartAsync(provider.Settings);
        using var ana = await AsLeadAsync(provider, portal);
        var sha256 = await FreezeAsync(portal);
        using var elsewhere = portal.Anonymous();
        using (await TestProvider.GoAsync(elsewhere, Door))
        {
        }

        using (await TestProvider.GoAsync(elsewhere, Confirm))
        {
        }

        (await SignAsync(ana, sha256)).Should().Contain("Confirm with Example ID first");
        await portal.ScalarAsync("update identity.sessions set confirmed_at = confirmed_at - interval '5 minutes'");

        (await SignAsync(elsewhere, sha256)).Should().Contain("Confirm with Example ID first");
    }

    /// <summary>Somebody who came in by the provider, and answers for the platform.</summary>
    private static async Task<HttpClient> AsLeadAsync(TestProvider provider, DemoPortal portal)
    {
        provider.Says["preferred_username"] = "ana";
        var browser = portal.Anonymous();
        using var answer = await TestProvider.GoAsync(browser, Door);
        var ana = await portal.ViewerAsync("ana");
        var manager = await portal.ViewerAsync("manager");
        People.Done(await portal.Get<AssignRole>()
            .RunAsync(DemoPortal.Launch, "platform-lead", ana.UserId, ana.Name, manager));
        return browser;
    }

    private static async Task<string> FreezeAsync(DemoPortal portal)
    {
        var manager = await portal.ViewerAsync("manager");
        var boards = portal.Get<LaunchBoards>();
        var view = await boards.ViewAsync(DemoPortal.Launch, manager);
        await portal.Get<FreezeLaunch>().RunAsync(DemoPortal.Launch, FreezeRequest.Of(view!.Board), manager);
        return (await boards.ViewAsync(DemoPortal.Launch, manager))!.Board.NewestRevision!.Sha256;
    }

    /// <returns>What the page says; <c>signed</c> where it leads on.</returns>
    private static async Task<string> SignAsync(HttpClient client, string sha256)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["_handler"] = "sign",
            ["__RequestVerificationToken"] = Forms.TokenIn(await client.GetStringAsync(Of("/sign-out"))),
            ["Form.Revision"] = "1", ["Form.Sha256"] = sha256, ["Form.Role"] = "platform-lead",
            ["Form.Decision"] = "Approve",
        });
        using var answer = await client.PostAsync(Of(Page), form);
        return answer.Headers.Location?.ToString().EndsWith("?done=signed", StringComparison.Ordinal) == true ? "signed"
            : WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    private static Uri Of(string path) => new(path, UriKind.Relative);
}
