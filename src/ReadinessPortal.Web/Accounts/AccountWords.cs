using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Web.Identity;
using ReadinessPortal.Web.SingleSignOn;

namespace ReadinessPortal.Web.Accounts;

/// <summary>How accounts are spoken of.</summary>
internal static class AccountWords
{
    /// <summary>By what they come in: <c>password, Example ID</c>; what they have and cannot use now is not named.
    /// </summary>
    public static string Words(this WaysIn ways, SingleSignOnSettings settings)
    {
        IEnumerable<string> own = settings.IsOnly ? []
            :
            [
                .. ways is { HasPassword: true, HasSecondFactor: true } ? ["password and authenticator app"]
                    : ways.HasPassword ? ["password"] : Array.Empty<string>(),
                .. ways.Passkeys > 0 ? [Counted.Of(ways.Passkeys, "passkey")] : Array.Empty<string>(),
            ];
        var all = own.Concat(ways.Providers.Select(settings.Find).OfType<IdentityProvider>().Select(p => p.Title));
        return string.Join(", ", all) is { Length: > 0 } words ? words : "nothing yet";
    }

    /// <summary>Whether somebody can sign in: <c>active</c>, <c>invited</c>, <c>disabled since …</c>.</summary>
    public static string Standing(this PortalUser user, bool isJoined, Moments moments) =>
        user.DisabledAt is { } at ? $"disabled since {moments.Of(at)}" : isJoined ? "active" : "invited";
}
