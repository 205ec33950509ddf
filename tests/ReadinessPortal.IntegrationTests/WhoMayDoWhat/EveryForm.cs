using System.Net;
using System.Text.RegularExpressions;
using ReadinessPortal.IntegrationTests.Fixtures;

namespace ReadinessPortal.IntegrationTests.WhoMayDoWhat;

/// <summary>Every form there is, sent without what it asks for: it is refused in words, and nothing fails.</summary>
public sealed partial class EveryForm
{
    private static readonly string[] _pages =
    [
        "/account", "/account/passkeys", "/account/second-factor", "/mail", "/people", "/sign-in", "/launches/new",
        $"/launches/{DemoPortal.Launch}/sign-off", $"/launches/{DemoPortal.Launch}/sign-off/roles",
        $"/launches/{DemoPortal.Launch}/revisions/freeze",
    ];

    [Fact]
    public async Task Says_what_is_missing_when_nothing_is_sent()
    {
        await using var portal = await DemoPortal.StartAsync();
        var auditor = (await portal.ViewerAsync("auditor")).UserId; // who is disabled by it
        foreach (var path in _pages.Append($"/people/{auditor}"))
        {
            await SendAllAsync(portal, "manager", path);
        }

        await portal.FreezeAsync();
        foreach (var signer in new[] { "cfo", "ceo", "manager" })
        {
            await SendAllAsync(portal, signer, $"/launches/{DemoPortal.Launch}/sign-off");
        }
    }

    private static async Task SendAllAsync(DemoPortal portal, string person, string path)
    {
        using var client = await portal.SignedInAsync(person);
        var page = await client.GetStringAsync(new Uri(path, UriKind.Relative));
        foreach (var form in Handler().Matches(page).Select(m => WebUtility.HtmlDecode(m.Groups[1].Value)).Distinct())
        {
            using var sender = await portal.SignedInAsync(person); // a form may end a sign-in
            using var answer = await sender.PostFormAsync(path, form, []);

            ((int)answer.StatusCode).Should().BeLessThan(500, "{0} sends {1} of {2} empty", person, form, path);
        }
    }

    [GeneratedRegex("name=\"_handler\" value=\"([^\"]+)\"")]
    private static partial Regex Handler();
}
