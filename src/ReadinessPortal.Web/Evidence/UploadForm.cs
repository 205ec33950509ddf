using System.Text;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using ReadinessPortal.Application.Evidence;
using ReadinessPortal.Application.Launches;

namespace ReadinessPortal.Web.Evidence;

/// <summary>The form cannot be read, or comes in the wrong order. The text says what to do.</summary>
internal sealed class UnreadableFormException(string message) : Exception(message);

/// <param name="Problem">What of the form cannot be understood, and what to do about it.</param>
internal sealed record FormNotReadable(string Problem) : NotAcceptable
{
    public override string Text => Problem;
}

/// <summary>
/// A multipart form read as it arrives: its fields first, then the file, which is never held in memory. Fields that
/// stand behind the file are not seen, so the file has to come last.
/// </summary>
internal sealed class UploadForm
{
    /// <summary>
    /// The field in which a script says the file's name: in the file's own part <c>"</c> and <c>%22</c> are the same.
    /// </summary>
    private const string ExactName = "fileName";

    private const string TokenField = "__RequestVerificationToken";
    private const string TokenHeader = "RequestVerificationToken";
    private const int MaxFields = 16;
    private const int MaxParts = 512;
    private const int MaxFieldBytes = 8192;

    private readonly Dictionary<string, string> _fields = new(StringComparer.Ordinal);
    private int _parts;

    private UploadForm()
    {
    }

    public string? FileName { get; private set; }

    /// <summary>The file's bytes, still arriving; null when the form holds no file.</summary>
    public Stream? File { get; private set; }

    /// <summary>Null where the field is missing or empty; what comes several times stands behind one another.</summary>
    public string? this[string field] => _fields.GetValueOrDefault(field) is { Length: > 0 } text ? text : null;

    /// <summary>One that a page of this portal sent, up to the bytes of its file.</summary>
    /// <exception cref="UnreadableFormException">It is no such form, or has no file.</exception>
    public static async Task<UploadForm> ReadAsync(
        HttpContext http, IAntiforgery antiforgery, EvidenceLimits limits, CancellationToken ct)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = limits.MaxBodyBytes;
        }

        var form = await ReadAsync(http.Request, ct);
        if (form[TokenField] is { } token)
        {
            http.Request.Headers[TokenHeader] = token;
        }

        return !http.Request.Headers.ContainsKey(TokenHeader) || !await antiforgery.IsRequestValidAsync(http)
                ? throw new UnreadableFormException(
                    "The form was too old. Load the page again and repeat what you did.")
            : form.File is null || form.FileName is not { Length: > 0 }
                ? throw new UnreadableFormException("Choose a file; it has to be the last field of the form.")
            : form;
    }

    private static async Task<UploadForm> ReadAsync(HttpRequest request, CancellationToken ct)
    {
        try
        {
            return await ReadPartsAsync(request, ct);
        }
        catch (Exception problem) when (IsBroken(problem))
        {
            throw new UnreadableFormException("The form is cut off or not put together as multipart/form-data.");
        }
    }

    /// <summary>What a reader of parts says of bytes that are no form, or end too early.</summary>
    internal static bool IsBroken(Exception problem) =>
        problem is InvalidDataException or IOException and not BadHttpRequestException;

    private static async Task<UploadForm> ReadPartsAsync(HttpRequest request, CancellationToken ct)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 and <= 200 } boundary)
        {
            throw new UnreadableFormException("Send the file as multipart/form-data.");
        }

        var form = new UploadForm();
        var reader = new MultipartReader(boundary, request.Body);
        while (await reader.ReadNextSectionAsync(ct) is { } section)
        {
            if (PartHeader.Parse(section.ContentDisposition) is not { } part)
            {
                throw new UnreadableFormException("A part of the form has no name.");
            }

            if (part.FileName is { Length: > 0 } name)
            {
                form.FileName = form[ExactName] ?? name;
                form.File = new LastPart(section.Body, reader);
                return form;
            }

            await form.AddAsync(part.Name, section, ct);
        }

        return form;
    }

    private async Task AddAsync(string name, MultipartSection section, CancellationToken ct)
    {
        var isKnown = _fields.TryGetValue(name, out var before);
        if ((!isKnown && _fields.Count == MaxFields) || ++_parts > MaxParts)
        {
            throw new UnreadableFormException("The form has too many fields.");
        }

        var bytes = new byte[MaxFieldBytes + 1];
        var length = await section.Body.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, ct);
        _fields[name] = length <= MaxFieldBytes
            ? $"{before}{(isKnown ? "\n" : "")}{Encoding.UTF8.GetString(bytes, 0, length)}"
            : throw new UnreadableFormException($"Field {name} is too long.");
    }
}
