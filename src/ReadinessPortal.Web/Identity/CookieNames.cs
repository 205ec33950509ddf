namespace ReadinessPortal.Web.Identity;

/// <summary>
/// What the portal's cookies are called. Under https browsers are held to their prefix: a cookie that was not set by
/// this very host, over https and for all of it, is none of the portal's.
/// </summary>
internal static class CookieNames
{
    private const string Prefix = "__Host-";

    /// <param name="publicUrl">As the settings say; null where they say nothing.</param>
    public static string Of(string name, Uri? publicUrl) => Of(name, publicUrl is { Scheme: "https" });

    /// <param name="http">Whose scheme is that of the public address.</param>
    public static string Of(string name, HttpContext http) => Of(name, http.Request.IsHttps);

    private static string Of(string name, bool isHttps) => isHttps ? Prefix + name : name;
}
