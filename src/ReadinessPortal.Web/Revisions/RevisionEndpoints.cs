using System.Text;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Application.Launches;
using ReadinessPortal.Application.Revisions;
using ReadinessPortal.Application.Seals;
using ReadinessPortal.Domain.Tokens;
using ReadinessPortal.Web.Api;
using ReadinessPortal.Web.Identity;
using ReadinessPortal.Web.Starting;
using ReadinessPortal.Web.Tokens;

namespace ReadinessPortal.Web.Revisions;

/// <summary>What was frozen, over HTTP: the very bytes whose hash people sign.</summary>
internal static class RevisionEndpoints
{
    /// <param name="launches">The group of addresses that begin with those of all launches.</param>
    public static void MapRevisions(this RouteGroupBuilder launches)
    {
        launches.MapGet("/{key}/revisions/{number:int}.json", AnswerAsync)
            .WithSummary("The canonical JSON of a revision")
            .WithDescription("Byte for byte what was hashed: sha256sum of the file is the revision's hash.")
            .ForTokens(TokenScope.LaunchRead)
            .Produces(StatusCodes.Status200OK, contentType: "application/json")
            .ProducesProblem(StatusCodes.Status404NotFound);
        launches.MapGet("/{key}/signatures.zip", SignaturesAsync)
            .WithSummary("Every signature record with its seal, the revisions and the public keys")
            .WithDescription("check.sh in it checks all of it, with openssl and sha256sum. For who reads the audit.")
            .Produces(StatusCodes.Status200OK, contentType: "application/zip")
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> SignaturesAsync(
        string key, HttpContext http, ExportSignatures export, CancellationToken ct) =>
        await export.RunAsync(key, http.User.AsViewer(), ct) is { } zip
            ? TypedResults.Bytes(zip, "application/zip", $"{key}-signatures.zip")
            : Problems.Of(new NoSuchLaunch(key));

    private static async Task<IResult> AnswerAsync(
        string key, int number, HttpContext http, LaunchBoards boards, ReadRevision read, CancellationToken ct)
    {
        if (await read.TextAsync(key, number, http.User.AsViewer(), ct) is not var (head, text))
        {
            return Problems.Of(await boards.ViewAsync(key, http.User.AsViewer(), ct) is null
                ? new NoSuchLaunch(key) : new NoSuchRevision(key, number));
        }

        var tag = KeptBytes.Mark(http.Response, head.Sha256);
        return TypedResults.Bytes(
            Encoding.UTF8.GetBytes(text), "application/json", $"{key}-revision-{number}.json", entityTag: tag);
    }
}
