using System.Collections.Concurrent;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace ReadinessPortal.IdentityProvider;

/// <summary>Somebody the provider knows.</summary>
internal sealed record Person(string Subject, string UserName, string Name, string[] Groups)
{
    public static IReadOnlyList<Person> All { get; } =
    [
        new("7001", "cara", "Cara Example", ["staff", "finance"]),
        new("7002", "otto", "Otto Example", ["staff"]),
    ];
}

/// <summary>Who has signed in here, by the session's id.</summary>
internal sealed class Sessions
{
    private readonly ConcurrentDictionary<string, string> _open = new();

    public string Begin(string subject)
    {
        var session = Guid.NewGuid().ToString("N");
        _open[session] = subject;
        return session;
    }

    /// <returns>The ids of the sessions that ended.</returns>
    public IReadOnlyList<string> EndAll(string subject)
    {
        var ended = _open.Where(s => s.Value == subject).Select(s => s.Key).ToList();
        ended.ForEach(session => _open.TryRemove(session, out _));
        return ended;
    }
}

/// <summary>Tells the application who signed out, by OpenID Connect Back-Channel Logout.</summary>
internal sealed class LogoutCalls(HttpClient http, Client client, SigningCredentials signing)
{
    public async Task TellAsync(string issuer, string subject, string session)
    {
        var writer = new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false };
        var token = writer.CreateToken(new SecurityTokenDescriptor
        {
            TokenType = "logout+jwt",
            SigningCredentials = signing,
            Claims = new Dictionary<string, object>
            {
                ["iss"] = issuer, ["aud"] = Provider.ClientId, ["sub"] = subject, ["sid"] = session,
                ["jti"] = Guid.NewGuid().ToString("N"), ["iat"] = DateTimeOffset.UtcNow.ToUnixTimeSeconds(),
                ["exp"] = DateTimeOffset.UtcNow.AddMinutes(2).ToUnixTimeSeconds(),
                ["events"] = new Dictionary<string, object>
                {
                    ["http://schemas.openid.net/event/backchannel-logout"] = new Dictionary<string, object>(),
                },
            },
        });
        using var form = new FormUrlEncodedContent([new("logout_token", token)]);
        using var answer = await http.PostAsync(client.Logout, form);
        answer.EnsureSuccessStatusCode();
    }
}
