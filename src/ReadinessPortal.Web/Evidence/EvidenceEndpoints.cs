using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using ReadinessPortal.Application;
using ReadinessPortal.Application.Evidence;
using ReadinessPortal.Domain.Evidence;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Web.Api;
using ReadinessPortal.Web.Identity;
using ReadinessPortal.Web.Launches;
using ReadinessPortal.Web.Starting;

namespace ReadinessPortal.Web.Evidence;

/// <summary>Evidence bytes in and out, over HTTP and not through a circuit.</summary>
internal static class EvidenceEndpoints
{
    private const string TokenField = "__RequestVerificationToken";

    public static void MapEvidence(this WebApplication web)
    {
        // The token is checked by hand: the middleware would read, and so buffer, the whole form.
        // It stands before the page of the same address, which takes posts too.
        web.MapPost("/launches/{key}/evidence", AttachAsync).WithOrder(-1).ExcludeFromDescription().DisableAntiforgery();
        web.MapGet("/launches/{key}/evidence/{id}/content", DownloadAsync).ExcludeFromDescription();
    }

    private static async Task<IResult> AttachAsync(
        string key, HttpContext http, IAntiforgery antiforgery, AttachEvidence attach, PortalSettings settings,
        CancellationToken ct)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = settings.MaximumBytes + (64 << 10); // the fields around the file
        }

        try
        {
            var form = await UploadForm.ReadAsync(http.Request, ct);
            if (form[TokenField] is { } token)
            {
                http.Request.Headers["RequestVerificationToken"] = token;
            }

            if (!http.Request.Headers.ContainsKey("RequestVerificationToken")
                || !await antiforgery.IsRequestValidAsync(http))
            {
                return Wrong(key, http, "The form was too old. Load the page again and repeat what you did.");
            }

            if (form.File is not { } file || form.FileName is not { Length: > 0 } name)
            {
                return Wrong(key, http, "Choose a file; it has to be the last field of the form.");
            }

            return Answer(key, http, await attach.RunAsync(key, Upload(form, name, file), http.User.AsViewer(), ct));
        }
        catch (UnreadableFormException problem)
        {
            return Wrong(key, http, problem.Message);
        }
        catch (BadHttpRequestException problem) when (problem.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return Wrong(
                key, http, $"A file may have {Format.Bytes(settings.MaximumBytes)} at most.", problem.StatusCode);
        }
    }

    private static EvidenceUpload Upload(UploadForm form, string name, Stream file) => new(
        file, name, form["title"],
        Class(form["class"]),
        Day(form["capturedOn"]),
        [
            .. (form["supports"] ?? "").Split([' ', ','], StringSplitOptions.RemoveEmptyEntries)
                .Select(s => SubjectRef.TryParse(s, null, out var subject)
                    ? subject
                    : throw new UnreadableFormException($"'{s}' names nothing; write kind:key, such as criterion:runbooks.")),
        ],
        form["release"], form["note"], form["cited"]);

    private static EvidenceClass Class(string? text) =>
        text is null ? EvidenceClass.Other
        : Enum.TryParse<EvidenceClass>(text, ignoreCase: true, out var kind) && Enum.IsDefined(kind) ? kind
        : throw new UnreadableFormException($"'{text}' is no kind of evidence; write load, or scan.");

    private static DateOnly? Day(string? text) =>
        text is null ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw new UnreadableFormException($"'{text}' is not a day; write 2025-11-14.");

    private static IResult Answer(string key, HttpContext http, Outcome outcome)
    {
        var wantsPage = WantsPage(http);
        return outcome switch
        {
            Outcome.Refused { Refusal: var refusal } when wantsPage =>
                Refused(key, http, refusal.Text, StatusCodes.Status409Conflict),
            Outcome.Refused refused => Problems.Of(refused.Refusal),
            Outcome.Done when wantsPage => TypedResults.Redirect(Back(key, http)),
            Outcome.Done done => TypedResults.Created(
                Links.Evidence(key, done.Key!), new { evidence = done.Key, changeNumber = done.ChangeNumber }),
            _ => throw new InvalidOperationException("A use case ends with done or refused."),
        };
    }

    /// <summary>The page the form was on, if it is one of ours.</summary>
    private static string Back(string key, HttpContext http) =>
        Uri.TryCreate(http.Request.Headers.Referer, UriKind.Absolute, out var page)
        && page.Authority == http.Request.Host.Value
            ? LocalAddress.Of(page.PathAndQuery)
            : Links.Page(key, "evidence");

    private static async Task<IResult> DownloadAsync(
        string key, string id, HttpContext http, ClaimsPrincipal user, OpenEvidence open, CancellationToken ct)
    {
        if (await open.RunAsync(key, id, user.AsViewer(), ct) is not { } content)
        {
            return Problems.Of(new NoSuchEvidence(id));
        }

        var response = http.Response;
        response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        response.Headers.ContentDisposition = Attachment(content.FileName);
        response.Headers.AcceptRanges = "bytes";
        response.Headers.CacheControl = "private, no-store";
        response.ContentType = content.MediaType;

        var (offset, count) = (0L, content.Length);
        if (http.Request.GetTypedHeaders().Range is { Unit.Value: "bytes", Ranges.Count: 1 } asked)
        {
            if (Part(asked.Ranges.Single(), content.Length) is not { } part)
            {
                response.Headers.ContentRange = $"bytes */{content.Length}";
                return TypedResults.StatusCode(StatusCodes.Status416RangeNotSatisfiable);
            }

            (offset, count) = part;
            response.StatusCode = StatusCodes.Status206PartialContent;
            response.Headers.ContentRange = $"bytes {offset}-{offset + count - 1}/{content.Length}";
        }

        response.ContentLength = count;
        await content.CopyToAsync(response.Body, offset, count, ct);
        return TypedResults.Empty;
    }

    private static (long Offset, long Count)? Part(RangeItemHeaderValue range, long length)
    {
        var from = range.From ?? Math.Max(0, length - range.To!.Value);
        var to = range.From is null ? length - 1 : Math.Min(range.To ?? (length - 1), length - 1);
        return from < length && from <= to ? (from, to - from + 1) : null;
    }

    private static string Attachment(string fileName)
    {
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(fileName);
        return disposition.ToString();
    }

    private static IResult Wrong(
        string key, HttpContext http, string text, int status = StatusCodes.Status400BadRequest) =>
        WantsPage(http) ? Refused(key, http, text, status) : TypedResults.Problem(statusCode: status, detail: text);

    private static bool WantsPage(HttpContext http) =>
        http.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal);

    private static RazorComponentResult<RefusedPage> Refused(string key, HttpContext http, string text, int status) =>
        new(new { Text = text, Back = Back(key, http) }) { StatusCode = status };
}
