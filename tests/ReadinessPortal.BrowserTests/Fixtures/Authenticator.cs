using System.Text.Json;
using Microsoft.Playwright;

namespace ReadinessPortal.BrowserTests.Fixtures;

/// <summary>An authenticator that Chromium plays: it makes passkeys, keeps them, and its owner confirms each at once.
/// </summary>
public sealed class Authenticator
{
    private readonly ICDPSession _chromium;
    private readonly string _id;

    private Authenticator(ICDPSession chromium, string id) => (_chromium, _id) = (chromium, id);

    public static async Task<Authenticator> OfAsync(IPage page)
    {
        var chromium = await page.Context.NewCDPSessionAsync(page);
        await chromium.SendAsync("WebAuthn.enable");
        var added = await chromium.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
        return new(chromium, added!.Value.GetProperty("authenticatorId").GetString()!);
    }

    /// <summary>Whether its owner confirms, by finger or PIN.</summary>
    public Task ConfirmsAsync(bool confirms) => _chromium.SendAsync(
        "WebAuthn.setUserVerified", new() { ["authenticatorId"] = _id, ["isUserVerified"] = confirms });

    /// <summary>Whether its owner is there: then what a page offers by itself is taken at once.</summary>
    public Task IsAtHandAsync(bool isAtHand) => _chromium.SendAsync(
        "WebAuthn.setAutomaticPresenceSimulation", new() { ["authenticatorId"] = _id, ["enabled"] = isAtHand });

    /// <summary>How many passkeys it keeps.</summary>
    public async Task<int> CountAsync() => (await _chromium.SendAsync(
        "WebAuthn.getCredentials", new() { ["authenticatorId"] = _id }))!.Value
        .GetProperty("credentials").EnumerateArray().Count(c => c.ValueKind == JsonValueKind.Object);
}
