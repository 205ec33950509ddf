using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using ReadinessPortal.Domain.Identity;
using ReadinessPortal.Web.Identity;

namespace ReadinessPortal.Web.SingleSignOn;

/// <summary>
/// Ends sign-ins whose provider says that they ended there, on every instance and every open page (OpenID Connect
/// Back-Channel Logout 1.0).
/// </summary>
internal sealed class BackChannelLogout(
    SingleSignOnSettings settings, ProviderMetadata metadata, IDbContextFactory<IdentityDb> databases,
    OpenSessions sessions, OnceMarks marks, TimeProvider time)
{
    private const string Event = "http://schemas.openid.net/event/backchannel-logout";

    // A token that says how long it is good may say so; one that does not is old after this.
    private static readonly TimeSpan _freshFor = TimeSpan.FromMinutes(5);
    private static readonly string?[] _types = [null, "JWT", "logout+jwt"];

    /// <returns>Why nothing was done; null when what the token asks for is done.</returns>
    public async Task<string?> HearAsync(string key, string token, CancellationToken ct)
    {
        if (settings.Find(key) is not { } provider)
        {
            return "there is no such provider";
        }

        if (await metadata.OfAsync(provider, ct) is not { } known)
        {
            return "the provider's keys cannot be fetched";
        }

        var read = await ValidateAsync(provider, known, token);
        if (read.Exception is SecurityTokenSignatureKeyNotFoundException)
        {
            metadata.Renew(provider);
            read = await metadata.OfAsync(provider, ct) is { } renewed
                ? await ValidateAsync(provider, renewed, token) : read;
        }

        if (!read.IsValid || read.SecurityToken is not JsonWebToken said)
        {
            return "the token is not signed by the provider, not for this portal, or out of date";
        }

        return WhyNot(said) ?? (await marks.IsFirstAsync($"logout {key}", said.Id, ct)
            ? await EndAsync(provider, said, ct) : "the token was used before");
    }

    private static Task<TokenValidationResult> ValidateAsync(
        IdentityProvider provider, OpenIdConnectConfiguration known, string token) =>
        new JsonWebTokenHandler { MapInboundClaims = false }.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = known.Issuer,
            ValidAudience = provider.ClientId,
            IssuerSigningKeys = known.SigningKeys,
            RequireSignedTokens = true,
            RequireExpirationTime = false,
            ClockSkew = ProviderRules.ClocksApart,
        });

    private string? WhyNot(JsonWebToken said)
    {
        var now = time.GetUtcNow();
        return !_types.Contains(string.IsNullOrEmpty(said.Typ) ? null : said.Typ, StringComparer.OrdinalIgnoreCase)
                ? "the token is of another type"
            : said.TryGetPayloadValue<object>("nonce", out _) ? "the token has a nonce"
            : !said.TryGetPayloadValue<System.Text.Json.JsonElement>("events", out var events)
                || events.ValueKind != System.Text.Json.JsonValueKind.Object || !events.TryGetProperty(Event, out _)
                ? "the token names no logout event"
            : !said.TryGetPayloadValue<long>("iat", out var issued)
                || DateTimeOffset.FromUnixTimeSeconds(issued) is var at
                    && (at < now - _freshFor || at > now + ProviderRules.ClocksApart) ? "the token is not new"
            : string.IsNullOrEmpty(said.Id) ? "the token has no jti"
            : string.IsNullOrEmpty(said.Subject) && SessionOf(said) is null ? "the token names nobody"
            : null;
    }

    private async Task<string?> EndAsync(IdentityProvider provider, JsonWebToken said, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var ended = db.Sessions.Where(s => s.Provider == provider.Key);
        if (SessionOf(said) is { } session)
        {
            ended = ended.Where(s => s.ProviderSession == session);
        }

        if (said.Subject is { Length: > 0 } subject)
        {
            var known = ProviderWord.KnownAs(said.Issuer, subject);
            ended = ended.Where(s => db.UserLogins.Any(
                l => l.UserId == s.UserId && l.LoginProvider == provider.Key && l.ProviderKey == known));
        }

        foreach (var person in (await ended.AsNoTracking().ToListAsync(ct)).GroupBy(s => s.UserId))
        {
            await sessions.EndAsync(person.Key, [.. person.Select(s => s.Session)], ct);
        }

        return null;
    }

    private static string? SessionOf(JsonWebToken said) =>
        said.TryGetPayloadValue<string>("sid", out var session) && session is { Length: > 0 } ? session : null;
}
