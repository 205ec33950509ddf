using System.Collections.Immutable;
using System.Globalization;
using System.Security.Claims;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Identity;

namespace ReadinessPortal.Web.SingleSignOn;

/// <summary>What a provider said of somebody, in an answer that was checked to be its own and for this portal.
/// </summary>
/// <param name="SignedInAt">When it last asked them; null where it does not say.</param>
/// <param name="Session">What it calls its own session; null where it does not say.</param>
internal sealed record ProviderWord(
    IdentityProvider Provider, string Issuer, string Subject, DateTimeOffset? SignedInAt, string? Session,
    ClaimsPrincipal Claims)
{
    /// <summary>By what the account is known. The issuer is in it, so that another address under the same key leads to
    /// nobody's account; no name or mail address is.</summary>
    public string Known => KnownAs(Issuer, Subject);

    public string UserName => (Claims.FindFirstValue(Provider.UserNameClaim) ?? "").Trim();

    /// <summary>Both names, by which somebody knows whom the provider means.</summary>
    public string Calls
    {
        get
        {
            var both = VisibleText.Line(UserName.Length == 0 ? Name : $"{Name} ({UserName})");
            return both.Length <= MostOfCalls ? both : $"{both[..(MostOfCalls - 1)]}…";
        }
    }

    /// <summary>By which the answer is told from every other; null where it has none.</summary>
    public string? Nonce => Claims.FindFirstValue("nonce");

    public string Name => ProviderRules.Name(Claims.FindFirstValue(Provider.NameClaim), UserName);

    public bool MayEnter => ProviderRules.MayEnter(ValuesOf(Provider.Enter), Provider.Enter.Values);

    public bool Administers => ProviderRules.Has(ValuesOf(Provider.Administrator), Provider.Administrator.Values);

    /// <summary>Parts in launches that it gives them.</summary>
    public ImmutableArray<GivenPart> Parts =>
        [.. Provider.Parts.Where(p => Claims.HasClaim(p.Claim, p.Value)).Select(p => p.Part).Distinct()];

    private const int MostOfCalls = 200;

    public static string KnownAs(string issuer, string subject) => $"{issuer} {subject}";

    /// <returns>Null where it does not say who it is.</returns>
    public static ProviderWord? Of(IdentityProvider provider, ClaimsPrincipal claims)
    {
        var (issuer, subject) = (claims.FindFirstValue("iss"), claims.FindFirstValue("sub"));
        var session = claims.FindFirstValue("sid");
        return issuer is null || !ProviderRules.IsSubject(subject) ? null
            : new(provider, issuer, subject!, AuthTimeOf(claims),
                session?.Length <= Identity.OpenSession.ProviderSessionLength ? session : null, claims);
    }

    private static DateTimeOffset? AuthTimeOf(ClaimsPrincipal claims) =>
        long.TryParse(claims.FindFirstValue("auth_time"), NumberStyles.None, CultureInfo.InvariantCulture, out var at)
            && at < DateTimeOffset.MaxValue.ToUnixTimeSeconds() ? DateTimeOffset.FromUnixTimeSeconds(at) : null;

    private IEnumerable<string> ValuesOf(ClaimValues asked) =>
        asked.Claim is { } claim ? Claims.FindAll(claim).Select(c => c.Value) : [];
}
