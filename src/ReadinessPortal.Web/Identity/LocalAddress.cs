namespace ReadinessPortal.Web.Identity;

/// <summary>Where to go back to, as a request names it: inside the portal or to its front page.</summary>
internal static class LocalAddress
{
    public static string Of(string? address) =>
        address is ['/'] or ['/', not ('/' or '\\'), ..] && !address.Any(char.IsControl) ? address : "/";
}
