using ReadinessPortal.Application.Audit;
using ReadinessPortal.Application.Launches;
using ReadinessPortal.Web.Api;
using ReadinessPortal.Web.Evidence;
using ReadinessPortal.Web.Identity;
using ReadinessPortal.Web.Starting;

namespace ReadinessPortal.Web.Audit;

/// <summary>The audit of a launch over HTTP, for those who read it.</summary>
internal static class AuditEndpoints
{
    private const string Filters =
        "person (printed name), act (Signed, Refused, …), subject (kind:key, or a kind), from and until (days "
        + "of the launch)";

    /// <param name="launches">The group of addresses that begin with those of all launches.</param>
    public static void MapAudit(this RouteGroupBuilder launches)
    {
        Map(launches, "audit.jsonl", "application/jsonl", AuditLines.WriteAsync)
            .WithSummary("The audit, an entry a line, with the hashes that chain them").WithDescription(Filters);
        Map(launches, "audit.csv", "text/csv; charset=utf-8", AuditFiles.CsvAsync)
            .WithSummary("The audit for a spreadsheet").WithDescription(Filters);
    }

    private static RouteHandlerBuilder Map(
        RouteGroupBuilder launches, string name, string type,
        Func<IAsyncEnumerable<AuditExportLine>, Stream, CancellationToken, Task> write) =>
        launches.MapGet($"/{{key}}/{name}", async Task<IResult> (
            string key, string? person, string? act, string? subject, string? from, string? until, HttpContext http,
            ExportAudit export, CancellationToken ct) =>
        {
            if (AuditFilter.Read(person, act, subject, from, until) is not { } filter)
            {
                return Problems.Of(new AuditFilterIsNone());
            }

            if (await export.RunAsync(key, filter, http.User.AsViewer(), ct) is not { } lines)
            {
                return Problems.Of(new NoSuchLaunch(key));
            }

            http.Response.ContentType = type;
            http.Response.Headers.ContentDisposition = AttachmentHeader.Of($"{key}-{name}");
            if (!HeadRequests.IsHead(http))
            {
                await write(lines, http.Response.Body, ct);
            }

            return TypedResults.Empty;
        })
        .Produces(StatusCodes.Status200OK, contentType: type.Split(';')[0])
        .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
}

/// <summary>A filter names nothing that there could be.</summary>
internal sealed record AuditFilterIsNone : NotAcceptable
{
    public override string Text =>
        "A subject is kind:key, such as role:cto, or a kind alone, a day is YYYY-MM-DD, and a name holds no control "
        + "characters: write it so, or leave it out.";
}
