using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.WebUtilities;

namespace ReadinessPortal.Web.Starting;

/// <summary>
/// How a failure is shown: problem details to programs, a plain page to people, and details to nobody.
/// </summary>
internal static class Failures
{
    public static void Answer(IApplicationBuilder app) =>
        app.Run(context => WriteAsync(context, StatusCodes.Status500InternalServerError));

    public static Task Explain(StatusCodeContext context) =>
        WriteAsync(context.HttpContext, context.HttpContext.Response.StatusCode);

    public static bool IsForPrograms(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/api") || context.Request.Path.StartsWithSegments("/openapi");

    private static async Task WriteAsync(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        if (IsForPrograms(context))
        {
            var problem = context.RequestServices.GetRequiredService<IProblemDetailsService>();
            await problem.WriteAsync(new() { HttpContext = context });
            return;
        }

        // With services of its own: those of a page that failed half-way cannot render a second one.
        var used = context.RequestServices;
        await using var scope = used.CreateAsyncScope();
        context.RequestServices = scope.ServiceProvider;
        try
        {
            var page = new RazorComponentResult<FailurePage>(new { Status = status, Title = TitleOf(status) })
            {
                StatusCode = status,
            };
            await page.ExecuteAsync(context);
        }
        finally
        {
            context.RequestServices = used;
        }
    }

    private static string TitleOf(int status) => status switch
    {
        StatusCodes.Status400BadRequest => "The form was too old or incomplete",
        StatusCodes.Status403Forbidden => "Not open to you",
        StatusCodes.Status404NotFound => "Nothing here",
        StatusCodes.Status429TooManyRequests => "Too many attempts",
        StatusCodes.Status500InternalServerError => "Something went wrong in the portal",
        _ => ReasonPhrases.GetReasonPhrase(status),
    };
}
