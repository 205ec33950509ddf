using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.WebUtilities;
using ReadinessPortal.Application.Evidence;
using ReadinessPortal.Application.Launches;
using ReadinessPortal.Application.Persistence;
using ReadinessPortal.Web.Api;

namespace ReadinessPortal.Web.Starting;

/// <summary>
/// How a failure is shown: problem details to programs, a plain page to people, and details to nobody. A database that
/// is away, wherever that was noticed, is no failure of the portal: 503, and when to come again.
/// </summary>
internal static class Failures
{
    /// <summary>Seconds after which somebody who could not be served comes again.</summary>
    public const int ComeAgain = 3;

    public static void UseFailures(this WebApplication web)
    {
        web.Use((context, next) =>
        {
            context.Response.OnStarting(() =>
            {
                if (context.Response.StatusCode == StatusCodes.Status503ServiceUnavailable)
                {
                    context.Response.Headers.RetryAfter = $"{ComeAgain}";
                }

                return Task.CompletedTask;
            });
            return next(context);
        });
        web.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandler = AnswerAsync,
            SuppressDiagnosticsCallback = failure =>
                failure.Exception is BadHttpRequestException or EvidenceDamagedException // the alarm was raised already
                || failure.HttpContext.RequestServices.GetRequiredService<Outage>().Explains(failure.Exception),
        });
        web.UseStatusCodePages(Explain);
    }

    public static bool IsForPrograms(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/api") || context.Request.Path.StartsWithSegments("/openapi")
        || (context.Request.Headers.Accept.ToString() is var accept
            && accept.Contains("application/json", StringComparison.Ordinal)
            && !accept.Contains("text/html", StringComparison.Ordinal));

    private static Task AnswerAsync(HttpContext context) =>
        context.Features.Get<IExceptionHandlerFeature>()?.Error is var problem
            && problem is BadHttpRequestException bad ? WriteAsync(context, bad.StatusCode)
        : problem is EvidenceDamagedException { Damage: var damage } ? (IsForPrograms(context)
            ? Problems.Of(new EvidenceIsDamaged(damage)).ExecuteAsync(context)
            : WriteAsync(context, StatusCodes.Status500InternalServerError,
                "The stored bytes of this file are damaged"))
        : !DatabaseTrouble.IsPassing(problem) ? WriteAsync(context, StatusCodes.Status500InternalServerError)
        : !IsForPrograms(context) ? WriteAsync(context, StatusCodes.Status503ServiceUnavailable)
        : Problems.Of(IsSafe(context) ? new DatabaseIsAway() : new OutcomeNotKnown(Guid.Empty)).ExecuteAsync(context);

    private static bool IsSafe(HttpContext context) =>
        HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method);

    private static Task Explain(StatusCodeContext context) =>
        WriteAsync(context.HttpContext, context.HttpContext.Response.StatusCode);

    private static async Task WriteAsync(HttpContext context, int status, string? title = null)
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
            var page = new RazorComponentResult<FailurePage>(new
            {
                Status = status,
                Title = title ?? TitleOf(status),
                IsSafe = IsSafe(context),
            })
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
        StatusCodes.Status400BadRequest => "What you sent could not be used",
        StatusCodes.Status403Forbidden => "Not open to you",
        StatusCodes.Status404NotFound => "Nothing here",
        StatusCodes.Status408RequestTimeout => "What you sent came too slowly",
        StatusCodes.Status429TooManyRequests => "Too many attempts",
        StatusCodes.Status500InternalServerError => "Something went wrong in the portal",
        StatusCodes.Status503ServiceUnavailable => "The portal cannot reach its database just now",
        _ => ReasonPhrases.GetReasonPhrase(status),
    };
}
