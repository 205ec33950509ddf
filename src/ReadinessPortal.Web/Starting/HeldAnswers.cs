using Microsoft.AspNetCore.Components.Endpoints;

namespace ReadinessPortal.Web.Starting;

/// <summary>
/// What answers a posted form of a page is held until its handler is done. Only then is it known whether the answer is
/// a page, a redirect or a session: a page that was read from the database before is otherwise begun at once, and what
/// its handler says then comes too late. A form that cannot be taken is answered in the portal's words, not in those of
/// the framework, which speak to developers.
/// </summary>
internal static class HeldAnswers
{
    // What the framework sets for each page, and adds to no answer that has it.
    private const string EnhancedNavigation = "blazor-enhanced-nav";

    public static void UseHeldAnswers(this WebApplication web) => web.Use((http, next) =>
        HttpMethods.IsPost(http.Request.Method)
        && http.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null
            ? HoldAsync(http, next) : next(http));

    private static async Task HoldAsync(HttpContext http, RequestDelegate next)
    {
        var (response, outgoing) = (http.Response, http.Response.Body);
        using var held = new MemoryStream();
        response.Body = held;
        try
        {
            await next(http);
        }
        finally
        {
            response.Body = outgoing;
        }

        switch (response.StatusCode)
        {
            case StatusCodes.Status400BadRequest:
                // Nothing of the page that was begun stays, and the status is explained, see Failures.
                response.ContentType = null;
                response.Headers.Remove(EnhancedNavigation);
                break;
            case StatusCodes.Status302Found:
                break; // nobody reads it
            default:
                held.Position = 0;
                await held.CopyToAsync(outgoing, http.RequestAborted);
                break;
        }
    }
}
