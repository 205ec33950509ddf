using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Web.Identity;

namespace ReadinessPortal.Web.Accounts;

/// <summary>How accounts are spoken of, and moments where no launch gives a time zone.</summary>
internal static class Moments
{
    /// <summary>In UTC, which is said.</summary>
    public static string Of(DateTimeOffset at) => Format.Instant(at, TimeSpan.Zero, "UTC");

    /// <summary>Whether somebody can sign in: <c>active</c>, <c>invited</c>, <c>disabled since …</c>.</summary>
    public static string Standing(this PortalUser user, bool isJoined) =>
        user.DisabledAt is { } at ? $"disabled since {Of(at)}" : isJoined ? "active" : "invited";
}
