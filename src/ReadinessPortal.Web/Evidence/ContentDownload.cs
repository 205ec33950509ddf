using System.Security.Claims;
using Microsoft.Net.Http.Headers;
using ReadinessPortal.Application.Evidence;
using ReadinessPortal.Web.Api;
using ReadinessPortal.Web.Identity;
using ReadinessPortal.Web.Starting;

namespace ReadinessPortal.Web.Evidence;

/// <summary>Evidence bytes out: as an attachment that nothing runs in, whole or a range.</summary>
internal static class ContentDownload
{
    public static async Task<IResult> SendAsync(
        string key, string id, HttpContext http, ClaimsPrincipal user, OpenEvidence open, CancellationToken ct)
    {
        if (await open.RunAsync(key, id, user.AsViewer(), ct) is not { } content)
        {
            return Problems.Of(new NoSuchEvidence(id));
        }

        var (response, asking) = (http.Response, http.Request.GetTypedHeaders());
        var tag = KeptBytes.Mark(response, content.Sha256);
        if (KeptBytes.AreThere(asking, tag))
        {
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        }

        response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        response.Headers.ContentDisposition = AttachmentHeader.Of(content.FileName);
        response.Headers.AcceptRanges = "bytes";
        response.ContentType = content.MediaType;

        var (offset, count) = (0L, content.Length);
        if (asking.Range is { Unit.Value: "bytes", Ranges.Count: 1 } asked && KeptBytes.MayBeParts(asking, tag))
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
}
