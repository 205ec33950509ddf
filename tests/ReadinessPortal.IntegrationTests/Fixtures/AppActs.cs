using System.Net;
using System.Text.RegularExpressions;
using OtpNet;
using ReadinessPortal.Web.Demo;

namespace ReadinessPortal.IntegrationTests.Fixtures;

/// <summary>What somebody does with an authenticator app.</summary>
internal static partial class AppActs
{
    private static readonly Uri _page = new("/account/second-factor", UriKind.Relative);

    /// <summary>Adds one to the account of whoever is signed in.</summary>
    /// <returns>What the app shares with the portal, in Base32.</returns>
    public static async Task<string> AddAppAsync(this HttpClient client)
    {
        var (offer, secret) = await client.OfferedAppAsync();
        using var answer = await client.PostFormAsync("/account/second-factor", "add", new()
        {
            ["Form.Offer"] = offer, ["Form.Code"] = CodeOf(secret), ["Form.Password"] = DemoPersonas.Password,
        });
        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        return secret;
    }

    public static async Task<(string Offer, string Secret)> OfferedAppAsync(this HttpClient client)
    {
        var page = await client.GetStringAsync(_page);
        return (Offer().Match(page).Groups[1].Value,
            Secret().Match(page).Groups[1].Value.Replace(" ", "", StringComparison.Ordinal));
    }

    /// <summary>A moment from now counts as now, and then the next step is another code.</summary>
    public static string CodeOf(string secret, TimeSpan later = default) =>
        new Totp(Base32Encoding.ToBytes(secret)).ComputeTotp(DateTime.UtcNow + later);

    [GeneratedRegex("name=\"Form.Offer\" value=\"([^\"]+)\"")]
    private static partial Regex Offer();

    [GeneratedRegex("<code class=\"secret\"[^>]*>([A-Z2-7 ]+)</code>")]
    private static partial Regex Secret();
}
