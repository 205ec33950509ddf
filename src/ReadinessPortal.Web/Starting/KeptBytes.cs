using Microsoft.AspNetCore.Http.Headers;
using Microsoft.Net.Http.Headers;

namespace ReadinessPortal.Web.Starting;

/// <summary>
/// Bytes that are kept for ever, known by their hash. The reader's own browser may keep them too, and asks each time
/// whether the reader may still have them; no other answer about a launch is kept anywhere.
/// </summary>
internal static class KeptBytes
{
    /// <summary>Says so in the answer. Ask whether the reader may have them first.</summary>
    /// <param name="sha256">Lower-case hex.</param>
    public static EntityTagHeaderValue Mark(HttpResponse response, string sha256)
    {
        var tag = new EntityTagHeaderValue($"\"{sha256}\"");
        response.Headers.CacheControl = "private, no-cache";
        response.GetTypedHeaders().ETag = tag;
        return tag;
    }

    /// <summary>The reader has exactly these bytes, so there is nothing to send.</summary>
    public static bool AreThere(RequestHeaders asked, EntityTagHeaderValue tag) => asked.IfNoneMatch
        .Any(known => known.Equals(EntityTagHeaderValue.Any) || known.Compare(tag, useStrongComparison: false));

    /// <summary>A part that was asked for goes with what the reader has; else they need the whole.</summary>
    public static bool MayBeParts(RequestHeaders asked, EntityTagHeaderValue tag) =>
        asked.IfRange is not { } known || known.EntityTag?.Compare(tag, useStrongComparison: true) == true;
}
