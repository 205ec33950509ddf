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

    // Passkeys, the clipboard for links and full screen are used; nothing else is.
    private static readonly string _permissionsPolicy = string.Join(", ", new[]
    {
        "accelerometer", "ambient-light-sensor", "autoplay", "battery", "bluetooth", "browsing-topics", "camera",
        "display-capture", "encrypted-media", "gamepad", "geolocation", "gyroscope", "hid", "identity-credentials-get",
        "idle-detection", "local-fonts", "magnetometer", "microphone", "midi", "otp-credentials", "payment",
        "picture-in-picture", "screen-wake-lock", "serial", "storage-access", "usb", "web-share", "xr-spatial-tracking",
    }.Select(feature => $"{feature}=()").Concat(["publickey-credentials-get=(self)", "publickey-credentials-create=(self)"]));

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
                headers.TryAdd("Permissions-Policy", _permissionsPolicy);
                headers.TryAdd("Cross-Origin-Opener-Policy", "same-origin");
                headers.TryAdd("Cross-Origin-Resource-Policy", "same-origin");
                if (context.Request.IsHttps)
                {
                    headers.TryAdd("Strict-Transport-Security", "max-age=31536000");
                }

                return Task.CompletedTask;
            });
            return next(context);
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
