namespace ReadinessPortal.Web.Starting;

/// <summary>
/// HEAD at every address that answers a GET. What serves the address takes it for a GET, so that status and headers are
/// the same; the server, which knows what was asked, sends no body.
/// </summary>
internal static class HeadRequests
{
    private static readonly object _asked = new();

    /// <summary>Whether only headers were asked for, by what would make much work of a body that nobody gets.</summary>
    public static bool IsHead(HttpContext context) => context.Items.ContainsKey(_asked);

    /// <summary>Routes are found after it, by the method it leaves.</summary>
    public static void UseHeadAsGet(this WebApplication web)
    {
        web.Use(async (context, next) =>
        {
            if (!HttpMethods.IsHead(context.Request.Method))
            {
                await next(context);
                return;
            }

            context.Request.Method = HttpMethods.Get;
            context.Items[_asked] = true;
            try
            {
                await next(context);
            }
            finally
            {
                context.Request.Method = HttpMethods.Head; // which is what the log says
            }
        });
        web.UseRouting();
    }
}
