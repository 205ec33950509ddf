using System.Net;

namespace ReadinessPortal.Benchmarks;

/// <summary>An address to ask again and again.</summary>
/// <param name="Cookie">Header of whoever is signed in; null for anybody.</param>
internal sealed record LoadTarget(Uri Address, string? Cookie = null)
{
    /// <summary>A page of the portal, as somebody who is signed in there sees it.</summary>
    public static LoadTarget Of(Uri portal, string path, CookieContainer cookies) =>
        new(new Uri(portal, path), cookies.GetCookieHeader(portal));
}
