using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using ReadinessPortal.Application.Members;
using ReadinessPortal.IntegrationTests.Fixtures;

namespace ReadinessPortal.IntegrationTests.SingleSignOn;

/// <summary>What people and administrators do about the links between accounts and a provider.</summary>
internal static partial class LinkActs
{
    public const string Door = "/sign-in/by/example";
    public const string Joins = $"{Door}/join";

    public static async Task<string> InviteAsync(DemoPortal portal)
    {
        await using var scope = portal.App.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<Web.Accounts.Accounts>()
            .InviteAsync("dana", "Dana Example", null, Viewer.System)).Link!;
    }

    public static async Task<string> ResetAsync(DemoPortal portal, string userName)
    {
        var person = (await portal.ViewerAsync(userName)).UserId;
        await using var scope = portal.App.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<Web.Accounts.Accounts>()
            .ResetAsync(person, Viewer.System)).Link!;
    }

    public static async Task<string> PressAsync(HttpClient browser, string link)
    {
        using var answer = await browser.PostFormAsync(link, "join-example", []);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    public static async Task<string> AskAsync(HttpClient client, string form, string password)
    {
        using var answer = await client.PostFormAsync("/account", form, new() { ["Form.Password"] = password });
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    public static Uri Of(string path) => new(path, UriKind.Relative);

    [GeneratedRegex("href=\"(/sign-in/by/example/link\\?ticket=[^\"]+)\"")]
    public static partial Regex Way();
}
