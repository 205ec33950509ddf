using Microsoft.AspNetCore.Http.Headers;
using Microsoft.Net.Http.Headers;

namespace ReadinessPortal.Web.Starting;

/// <summary>
/// Bytes that are known by their hash: files, reports, answers to programs. The reader's own browser may keep them, and
/// asks each time whether the reader may still have them and whether they are still the same; no other answer about a
/// launch is kept anywhere.
/// </summary>
internal static class KeptBytes
{
    /// <summary>Says so in the answer. Ask whether the reader may have them first.</summary>
    /// <param name="sha256">Lower-case hex.</param>
    public static EntityTagHeaderValue Mark(HttpResponse response, string sha256)
    {
        var tag = new EntityTagHeaderValue($"\"{sha256}\"");
        Mark(response, tag);
        return tag;
    }

    /// <inheritdoc cref="Mark(HttpResponse, string)"/>
    public static void Mark(HttpResponse response, EntityTagHeaderValue tag)
    {
        response.Headers.CacheControl = "private, no-cache";
        response.Headers.ETag = tag.ToString();
    }

    /// <summary>The reader has exactly these bytes, so there is nothing to send.</summary>
    public static bool AreThere(RequestHeaders asked, EntityTagHeaderValue tag) => asked.IfNoneMatch
        .Any(known => known.Equals(EntityTagHeaderValue.Any) || known.Compare(tag, useStrongComparison: false));

    /// <summary>A part that was asked for goes with what the reader has; else they need the whole.</summary>
    public static bool MayBeParts(RequestHeaders asked, EntityTagHeaderValue tag) =>
        asked.IfRange is not { } known || known.EntityTag?.Compare(tag, useStrongComparison: true) == true;
}
