using ReadinessPortal.Application.Deliveries;
using ReadinessPortal.Domain.Tokens;
using ReadinessPortal.Web.Api;
using ReadinessPortal.Web.Tokens;

namespace ReadinessPortal.Web.Deliveries;

/// <summary>Evidence from pipelines.</summary>
internal static class DeliveryEndpoints
{
    /// <param name="launches">The group of addresses that begin with those of all launches.</param>
    public static void MapDeliveries(this RouteGroupBuilder launches)
    {
        // The token of forms is checked by hand: the middleware would read, and so buffer, the whole form.
        launches.MapPost("/{key}/criteria/{criterion}/evidence", ToCriterionAsync).Delivering()
            .WithSummary("Deliver evidence to a criterion")
            .WithDescription("multipart/form-data: file, once or several times; capturedAt, slot, source, version, "
                + "commit, replaces, measurements ({\"http.p95\": \"287 ms\"}, which prove only together with a file). "
                + "dryRun=true says what would happen and keeps nothing.");
        launches.MapPost("/{key}/evidence", ByItselfAsync).Delivering()
            .WithSummary("Deliver evidence to every criterion that asks for what it says")
            .WithDescription("route=auto, otherwise as for one criterion.");
    }

    private static RouteHandlerBuilder Delivering(this RouteHandlerBuilder address) => address
        .DisableAntiforgery().ForTokens(TokenScope.EvidenceWrite).Produces<DeliveryAnswer>()
        .Produces<DeliveryAnswer>(StatusCodes.Status201Created)
        .ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static Task<IResult> ToCriterionAsync(
        string key, string criterion, string? dryRun, HttpContext http, DeliveryDoor door, CancellationToken ct) =>
        door.TakeAsync(key, criterion, dryRun, http, ct);

    private static Task<IResult> ByItselfAsync(
        string key, string? route, string? dryRun, HttpContext http, DeliveryDoor door, CancellationToken ct) =>
        route == "auto"
            ? door.TakeAsync(key, null, dryRun, http, ct)
            : Task.FromResult<IResult>(Problems.Of(new NoSuchRoute(route)));
}
