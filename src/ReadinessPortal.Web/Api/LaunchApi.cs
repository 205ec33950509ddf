using System.Collections.Immutable;
using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Application.Changes;
using ReadinessPortal.Application.Evidence;
using ReadinessPortal.Application.Launches;
using ReadinessPortal.Application.Packages;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Tokens;
using ReadinessPortal.Web.Audit;
using ReadinessPortal.Web.Criteria;
using ReadinessPortal.Web.Deliveries;
using ReadinessPortal.Web.Evidence;
using ReadinessPortal.Web.Identity;
using ReadinessPortal.Web.Reports;
using ReadinessPortal.Web.Revisions;
using ReadinessPortal.Web.Starting;
using ReadinessPortal.Web.Tokens;

namespace ReadinessPortal.Web.Api;

/// <summary>What programs can read of launches.</summary>
internal static class LaunchApi
{
    public static void MapLaunchApi(this WebApplication web)
    {
        web.MapGet(
            "/api/v1/schemas/launch-package.json", () => Results.Text(PackageSchema.Text, "application/schema+json"))
            .WithTags("Packages").WithSummary("JSON Schema of launch.yaml").AllowAnonymous();
        var launches = web.MapGroup("/api/v1/launches").WithTags("Launches")
            .ProducesProblem(StatusCodes.Status401Unauthorized).AskingTokens();
        launches.MapGet("/", ListAsync).WithSummary("The launches you can see");
        launches.MapAnswer("", Answers.Summary).WithSummary("One launch in short").ForTokens(TokenScope.LaunchRead);
        launches.MapVerdict();
        launches.MapAnswer("/criteria", Answers.Criteria)
            .WithSummary("Criteria with state, measurements and proofs").ForTokens(Enum.GetValues<TokenScope>());
        launches.MapAnswer("/gates", Answers.Gates).WithSummary("The go/no-go matrix")
            .ForTokens(TokenScope.LaunchRead);
        launches.MapAnswer("/figures", Answers.Figures).WithSummary("Every figure by name")
            .ForTokens(TokenScope.LaunchRead);
        launches.MapAnswer("/findings", Answers.Findings).WithSummary("Stated values that contradict the facts")
            .ForTokens(TokenScope.LaunchRead);
        launches.MapAnswer("/rerun-plan", RerunPlanAnswer.Of)
            .WithSummary("What has to be run again before the target date, by owner").ForTokens(TokenScope.LaunchRead);
        launches.MapReport();
        launches.MapRevisions();
        launches.MapAudit();
        launches.MapDeliveries();
        launches.MapRuns();
        launches.MapGet("/{key}/evidence.zip", EvidenceAsync)
            .WithSummary("The evidence in hand: a folder for each criterion, a manifest with hashes, an index to read")
            .ForTokens(TokenScope.LaunchRead)
            .Produces(StatusCodes.Status200OK, contentType: "application/zip")
            .ProducesProblem(StatusCodes.Status404NotFound);
        launches.MapGet("/{key}/package.zip", PackageAsync).WithSummary("The launch as a package: facts and evidence")
            .ForTokens(TokenScope.LaunchRead)
            .Produces(StatusCodes.Status200OK, contentType: "application/zip")
            .ProducesProblem(StatusCodes.Status404NotFound);
        launches.MapGet("/{key}/package-with-record.zip", PackageWithRecordAsync)
            .WithSummary("The package with signatures, revisions, final reports and audit, sealed as a whole")
            .WithDescription("For who reads the audit. An import takes facts and evidence of it, and nothing else.")
            .Produces(StatusCodes.Status200OK, contentType: "application/zip")
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Ok<ImmutableArray<LaunchLine>>> ListAsync(
        ClaimsPrincipal user, ListLaunches list, CancellationToken ct) =>
        TypedResults.Ok<ImmutableArray<LaunchLine>>(
            [.. (await list.RunAsync(user.AsViewer(), ct)).Select(LaunchLine.Of)]);

    private static RouteHandlerBuilder MapAnswer<T>(
        this RouteGroupBuilder launches, string path, Func<LaunchPicture, T> answer) =>
        launches.MapGet("/{key}" + path, async Task<IResult> (
            string key, HttpContext http, LaunchBoards boards, KeptAnswers kept, CancellationToken ct) =>
            await boards.ViewAsync(key, http.User.AsViewer(), ct) is { } view
                ? kept.Of(view, answer)
                : Problems.Of(new NoSuchLaunch(key))).Produces<T>();

    // Straight out of the database: it may be larger than any disk here. Where stored bytes are damaged the connection
    // ends, and what arrived is no archive.
    private static async Task<IResult> EvidenceAsync(
        string key, HttpContext http, LaunchBoards boards, ExportEvidence export, CancellationToken ct)
    {
        if (HeadRequests.IsHead(http))
        {
            return await boards.ViewAsync(key, http.User.AsViewer(), ct) is null
                ? Problems.Of(new NoSuchLaunch(key)) : Begin(http, key);
        }

        return await export.RunAsync(key, () =>
        {
            Begin(http, key);
            return http.Response.Body;
        }, http.User.AsViewer(), ct) is { } refusal
            ? Problems.Of(refusal)
            : TypedResults.Empty;

        static IResult Begin(HttpContext http, string key)
        {
            http.Response.ContentType = "application/zip";
            http.Response.Headers.ContentDisposition = AttachmentHeader.Of($"{key}-evidence.zip");
            return TypedResults.Empty;
        }
    }

    private static Task<IResult> PackageAsync(
        string key, ClaimsPrincipal user, ExportLaunch export, EvidenceSpool spool, CancellationToken ct) =>
        SendPackageAsync($"{key}.zip", zip => export.RunAsync(key, zip, user.AsViewer(), ct), spool, ct);

    private static Task<IResult> PackageWithRecordAsync(
        string key, ClaimsPrincipal user, ExportWithRecord export, EvidenceSpool spool, CancellationToken ct) =>
        SendPackageAsync($"{key}-with-record.zip", zip => export.RunAsync(key, zip, user.AsViewer(), ct), spool, ct);

    private static async Task<IResult> SendPackageAsync(
        string name, Func<Stream, Task<Refusal?>> write, EvidenceSpool spool, CancellationToken ct)
    {
        // Made whole before the first byte is sent: a package that breaks off half-way would look like one.
        FileStream? zip = null;
        try
        {
            zip = spool.Open();
            if (await write(zip) is { } refusal)
            {
                await zip.DisposeAsync();
                return Problems.Of(refusal);
            }

            await zip.FlushAsync(ct); // a full disk may say so only here
            zip.Position = 0;
        }
        catch (Exception problem)
        {
            await (zip is null ? Task.CompletedTask : EvidenceSpool.CloseAsync(zip));
            if (EvidenceSpool.IsFull(problem))
            {
                return Problems.Of(new SpoolIsFull());
            }

            throw;
        }

        return TypedResults.Stream(zip, "application/zip", name);
    }
}
