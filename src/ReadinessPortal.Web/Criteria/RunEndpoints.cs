using ReadinessPortal.Domain.Tokens;
using ReadinessPortal.Web.Tokens;

namespace ReadinessPortal.Web.Criteria;

/// <summary>Runs of validations, from shells and pipelines.</summary>
internal static class RunEndpoints
{
    /// <param name="launches">The group of addresses that begin with those of all launches.</param>
    public static void MapRuns(this RouteGroupBuilder launches) =>
        // It accepts whatever a shell calls its output: without a header curl says that it is a form.
        launches.MapPost("/{key}/criteria/{criterion}/validations/{validation}/runs", TakeAsync)
            .DisableAntiforgery().ForTokens(TokenScope.EvidenceWrite)
            .Produces<RunAnswer>().Produces<RunAnswer>(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithSummary("Post what a validation's command printed")
            .WithDescription("The body is the output, as UTF-8 text. In the address: exitCode, ranAt (an instant with "
                + "its offset; now where it is left out), version, commit, source. dryRun=true says what would happen "
                + "and keeps nothing. Compared with what the validation expects, the run is reproduced or changed; "
                + "with nothing to compare it with, recorded.");

    private static Task<IResult> TakeAsync(
        string key, string criterion, string validation, HttpContext http, RunDoor door, CancellationToken ct) =>
        door.TakeAsync(key, criterion, validation, http, ct);
}
