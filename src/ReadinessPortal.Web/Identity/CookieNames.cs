namespace ReadinessPortal.Web.Identity;

/// <summary>
/// What the portal's cookies are called. Under https browsers are held to their prefix: a cookie that was not set by
/// this very host, over https and for all of it, is none of the portal's.
/// </summary>
internal static class CookieNames
{
    private const string Prefix = "__Host-";
    private const string PrefixOfOnePath = "__Secure-";

    /// <param name="publicUrl">As the settings say; null where they say nothing.</param>
    public static string Of(string name, Uri? publicUrl) => Of(name, publicUrl is { Scheme: "https" });

    /// <summary>Of one that goes with somebody to a provider and back: it is for one path, which the other prefix
    /// forbids.</summary>
    public static string OfOnePath(string name, Uri? publicUrl) =>
        publicUrl is { Scheme: "https" } ? PrefixOfOnePath + name.TrimStart('.') : name;

    /// <param name="http">Whose scheme is that of the public address.</param>
    public static string Of(string name, HttpContext http) => Of(name, http.Request.IsHttps);

    private static string Of(string name, bool isHttps) => isHttps ? Prefix + name : name;
}
