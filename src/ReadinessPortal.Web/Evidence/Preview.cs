using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using ReadinessPortal.Domain.Evidence;

namespace ReadinessPortal.Web.Evidence;

/// <summary>
/// What of an evidence file can be looked at in a page. Files are untrusted: whatever comes out of here is text to be
/// encoded, or an image that the browser only decodes.
/// </summary>
public abstract record Preview
{
    /// <summary>Bytes read of a text; the rest is only in the download.</summary>
    public const int TextLimit = 128 * 1024;

    /// <summary>Larger images are only in the download.</summary>
    public const int ImageLimit = 1024 * 1024;

    /// <summary>Pixels that a browser is asked to decode at most.</summary>
    private const long MostPixels = 40_000_000;

    private const int IndentedDepth = 16;

    private static readonly JsonSerializerOptions _indented = new()
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // Razor encodes what is shown
    };

    /// <summary>How many bytes a preview needs.</summary>
    public static int Wanted(string? mediaType, long size) =>
        (int)Math.Min(size, IsImage(mediaType) ? ImageLimit : TextLimit);

    /// <param name="head">The first bytes, as many as <see cref="Wanted"/> says.</param>
    public static Preview Of(ReadOnlySpan<byte> head, long size, string? mediaType, string fileName)
    {
        var isCut = head.Length < size;
        if (IsImage(mediaType))
        {
            return isCut || (ImageSize.Pixels(head, mediaType!) ?? long.MaxValue) > MostPixels
                ? new Nothing("The image is too large to be shown here.")
                : new Image($"data:{mediaType};base64,{Convert.ToBase64String(head)}");
        }

        if (head.Contains((byte)0) || TextOf(head, isCut) is not { } text)
        {
            return new Nothing("This kind of file cannot be shown here.");
        }

        var extension = Path.GetExtension(fileName).ToLowerInvariant();
        return extension is ".csv" || mediaType == "text/csv" ? new Table(Csv.Read(text), isCut)
            : !isCut && (extension is ".json" || mediaType == "application/json")
                ? new Text(Indented(text) ?? text, false)
            : new Text(text, isCut);
    }

    private static bool IsImage(string? mediaType) =>
        mediaType is "image/png" or "image/jpeg" or "image/gif" or "image/webp";

    private static string? TextOf(ReadOnlySpan<byte> head, bool isCut)
    {
        try
        {
            // A cut may fall into the middle of a character: the last few bytes are left away then.
            var end = head.Length;
            while (isCut && end > 0 && end > head.Length - 4 && (head[end - 1] & 0x80) != 0)
            {
                end--;
            }

            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(head[..end]).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>
    /// Null where it is no JSON, or where indenting would blow it up: deep nesting makes long lines of little.
    /// </summary>
    private static string? Indented(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = IndentedDepth });
            return JsonSerializer.Serialize(document, _indented);
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException) // half a character
        {
            return null;
        }
    }

    public sealed record Text(string Content, bool IsCut) : Preview;

    public sealed record Table(ImmutableArray<ImmutableArray<string>> Rows, bool IsCut) : Preview;

    public sealed record Image(string Source) : Preview;

    public sealed record Nothing(string Why) : Preview;
}
