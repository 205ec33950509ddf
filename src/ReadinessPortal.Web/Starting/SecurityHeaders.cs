namespace ReadinessPortal.Web.Starting;

/// <summary>
/// What browsers are told on every answer. An answer that says something itself keeps it: a stricter policy, or that
/// its bytes may be kept (<see cref="KeptBytes"/>, and the assets of the portal).
/// </summary>
internal static class SecurityHeaders
{
    // Styles are written inline by the component library and by charts; scripts never are.
    private const string ContentSecurityPolicy =
        "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
        + "font-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; "
        + "frame-ancestors 'none'";

    // What no page of the portal uses is off, for whatever might come into one as well.
    private static readonly string _permissions = string.Join(", ",
    [
        "accelerometer=()", "autoplay=()", "browsing-topics=()", "camera=()", "clipboard-read=(self)",
        "clipboard-write=(self)", "display-capture=()", "encrypted-media=()", "fullscreen=()", "geolocation=()",
        "gyroscope=()", "hid=()", "idle-detection=()", "local-fonts=()", "magnetometer=()", "microphone=()", "midi=()",
        "payment=()", "picture-in-picture=()", "publickey-credentials-create=(self)",
        "publickey-credentials-get=(self)", "screen-wake-lock=()", "serial=()", "sync-xhr=()", "usb=()",
        "web-share=()", "xr-spatial-tracking=()",
    ]);

    public static void UseSecurityHeaders(this WebApplication web) =>
        web.Use((context, next) =>
        {
            context.Response.OnStarting(() =>
            {
                var headers = context.Response.Headers;
                headers.TryAdd("Content-Security-Policy", ContentSecurityPolicy);
                headers.TryAdd("Cache-Control", "no-store");
                headers.TryAdd("X-Content-Type-Options", "nosniff");
                headers.TryAdd("X-Frame-Options", "DENY");
                headers.TryAdd("Referrer-Policy", "same-origin");
                headers.TryAdd("Permissions-Policy", _permissions);
                headers.TryAdd("Cross-Origin-Opener-Policy", "same-origin");
                headers.TryAdd("Cross-Origin-Resource-Policy", "same-origin");
                if (context.Request.IsHttps)
                {
                    headers.TryAdd("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
                }

                return Task.CompletedTask;
            });
            return next(context);
        });

    /// <summary>A page of another site opens no web socket here: browsers send its origin, and nothing else asks for
    /// one.</summary>
    /// <param name="address">That people open; where none is said, the origin has to have the host that was asked for.
    /// </param>
    public static void UseOwnSocketsOnly(this WebApplication web, Uri? address) => web.Use((context, next) =>
    {
        if ((context.Request.Headers.Upgrade.Count == 0 && !HttpMethods.IsConnect(context.Request.Method))
            || context.Request.Headers.Origin.ToString() is not { Length: > 0 } origin
            || (address is null
                ? Uri.TryCreate(origin, UriKind.Absolute, out var from)
                    && new HostString(from.Authority) == context.Request.Host
                : string.Equals(
                    origin, address.GetLeftPart(UriPartial.Authority), StringComparison.OrdinalIgnoreCase)))
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    });

    /// <summary>
    /// Behind a proxy the portal goes by its configured address: no header can change scheme or host, and cookies are
    /// marked secure where the outside speaks https.
    /// </summary>
    public static void UsePublicUrl(this WebApplication web, Uri? address)
    {
        if (address is null)
        {
            return;
        }

        var host = address.IsDefaultPort ? new HostString(address.Host) : new HostString(address.Host, address.Port);
        web.Use((context, next) =>
        {
            context.Request.Scheme = address.Scheme;
            context.Request.Host = host;
            return next(context);
        });
    }
}
