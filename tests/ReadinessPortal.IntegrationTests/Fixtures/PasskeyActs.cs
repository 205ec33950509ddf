using System.Net;
using ReadinessPortal.Web.Demo;

namespace ReadinessPortal.IntegrationTests.Fixtures;

/// <summary>What a page's script does with a passkey.</summary>
internal static class PasskeyActs
{
    /// <returns>What the browser is told to ask.</returns>
    /// <param name="page">Whose form it is for.</param>
    /// <param name="at">Where that is asked.</param>
    public static async Task<string> AskAsync(this HttpClient client, string page, string at)
    {
        using var asking = new HttpRequestMessage(HttpMethod.Post, new Uri(at, UriKind.Relative));
        asking.Headers.Add(
            "RequestVerificationToken", Forms.TokenIn(await client.GetStringAsync(new Uri(page, UriKind.Relative))));
        using var answer = await client.SendAsync(asking);
        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        return await answer.Content.ReadAsStringAsync();
    }

    /// <summary>Adds it to the account of whoever is signed in.</summary>
    public static async Task AddAsync(this HttpClient client, SoftPasskey passkey) => (await client.SendMadeAsync(
        passkey.Made(await client.AskAsync("/account/passkeys", "/account/passkeys/new")))).Should()
        .Contain("The passkey Key is added.");

    /// <returns>What the page says of an answer that a new passkey gave.</returns>
    public static async Task<string> SendMadeAsync(this HttpClient client, string answer)
    {
        using var page = await client.PostFormAsync("/account/passkeys", "add", new()
        {
            ["Form.Name"] = "Key", ["Form.Password"] = DemoPersonas.Password, ["Form.Passkey"] = answer,
        });
        return WebUtility.HtmlDecode(await page.Content.ReadAsStringAsync());
    }
}
