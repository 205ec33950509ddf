using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using ReadinessPortal.Application.Evidence;
using ReadinessPortal.Web.Identity;

namespace ReadinessPortal.Web.Evidence;

/// <summary>What the tray shows of a file before it is attached: drawn by the server, kept nowhere.</summary>
internal static class RehearsalEndpoint
{
    public static Task<IResult> AnswerAsync(
        string key, HttpContext http, IAntiforgery antiforgery, RehearseUpload rehearse, EvidenceLimits limits,
        CancellationToken ct) => UploadTrouble.AnswerAsync(async () =>
        {
            var form = await UploadForm.ReadAsync(http, antiforgery, limits, ct);
            var rehearsed = await rehearse.RunAsync(key, UploadFields.Read(form), http.User.AsViewer(), ct);
            return new RazorComponentResult<RehearsalPanel>(new { Rehearsed = rehearsed });
        }, limits);
}
