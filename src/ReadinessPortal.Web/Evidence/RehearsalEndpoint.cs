using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using ReadinessPortal.Application.Evidence;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Web.Api;
using ReadinessPortal.Web.Identity;

namespace ReadinessPortal.Web.Evidence;

/// <summary>What the tray shows of a file before it is attached: drawn by the server, kept nowhere.</summary>
internal static class RehearsalEndpoint
{
    public static async Task<IResult> AnswerAsync(
        string key, HttpContext http, IAntiforgery antiforgery, RehearseUpload rehearse, EvidenceLimits limits,
        CancellationToken ct)
    {
        try
        {
            var form = await UploadForm.ReadAsync(http, antiforgery, limits, ct);
            var upload = UploadFields.Read(form);
            var rehearsed = await rehearse.RunAsync(key, upload, http.User.AsViewer(), ct);
            return new RazorComponentResult<RehearsalPanel>(new
            {
                Rehearsed = rehearsed,
                IsPlaced = !upload.Supports.IsEmpty || upload.Cited is not null,
            });
        }
        catch (UnreadableFormException problem)
        {
            return Problems.Of(new FormNotReadable(problem.Message));
        }
        catch (RefusedException refused)
        {
            return Problems.Of(refused.Refusal);
        }
        catch (BadHttpRequestException problem) when (problem.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return Problems.Of(new FormNotReadable(limits.TooLarge()), problem.StatusCode);
        }
        catch (BadHttpRequestException problem) when (problem.StatusCode == StatusCodes.Status408RequestTimeout)
        {
            return Problems.Of(new UploadTooSlow(limits));
        }
    }
}
