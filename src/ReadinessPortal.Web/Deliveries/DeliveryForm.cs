using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using ReadinessPortal.Application.Deliveries;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Web.Evidence;

namespace ReadinessPortal.Web.Deliveries;

/// <summary>
/// A delivery as it arrives: any number of files and what is said of them, in any order, as a shell writes them. Files
/// go to disk as they come.
/// </summary>
internal sealed class DeliveryForm : IAsyncDisposable
{
    /// <summary>Most files of one delivery.</summary>
    public const int MostFiles = 20;

    private const string File = "file";
    private const int MostFieldBytes = 4096;
    private const int MostJsonBytes = 16 * 1024;

    private readonly List<ReceivedFile> _files = [];
    private readonly Dictionary<string, string> _fields = new(StringComparer.Ordinal);

    /// <summary>In the order in which they came.</summary>
    public ImmutableArray<ReceivedFile> Files => [.. _files];

    /// <summary>What is said beside them; null where it is not.</summary>
    public string? this[string field] => _fields.GetValueOrDefault(field);

    /// <param name="known">Fields that may stand beside the files.</param>
    /// <exception cref="UnreadableFormException">It is no such form, or says something that is not known.</exception>
    /// <exception cref="Domain.Launches.RefusedException">A file cannot be taken in.</exception>
    public async Task ReadAsync(
        HttpRequest request, ReceiveFile receive, IReadOnlyCollection<string> known, CancellationToken ct)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type))
        {
            throw NoForm();
        }

        if (type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase))
        {
            await ReadJsonAsync(request.Body, known, ct);
            return;
        }

        if (!type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 and <= 200 } boundary)
        {
            throw NoForm();
        }

        try
        {
            var reader = new MultipartReader(boundary, request.Body);
            while (await reader.ReadNextSectionAsync(ct) is { } section)
            {
                await AddAsync(section, receive, known, ct);
            }
        }
        catch (Exception problem) when (UploadForm.IsBroken(problem))
        {
            throw new UnreadableFormException(
                "The delivery is cut off or not put together as multipart/form-data. Nothing was kept; send it again.");
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var file in _files)
        {
            await file.DisposeAsync();
        }
    }

    private static UnreadableFormException NoForm() =>
        new("Send the files as multipart/form-data, as curl does with --form file=@report.xml; measurements without a "
            + "file also as application/json.");

    // The same fields without a file. What is no text stays as it is written.
    private async Task ReadJsonAsync(Stream body, IReadOnlyCollection<string> known, CancellationToken ct)
    {
        var bytes = new byte[MostJsonBytes + 1];
        var length = await body.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, ct);
        try
        {
            using var document = JsonDocument.Parse(
                length > MostJsonBytes ? throw new UnreadableFormException("The measurements are too long.")
                    : bytes.AsMemory(0, length), new() { AllowDuplicateProperties = false });
            if (document.RootElement is not { ValueKind: JsonValueKind.Object } root)
            {
                throw new UnreadableFormException("The delivery is no JSON object.");
            }

            foreach (var member in root.EnumerateObject())
            {
                _fields[Known(member.Name, known)] = member.Value.ValueKind == JsonValueKind.String
                    ? member.Value.GetString()!
                    : member.Value.GetRawText();
            }
        }
        catch (JsonException)
        {
            throw new UnreadableFormException("The delivery is no JSON, or has a member twice.");
        }
    }

    private static string Known(string field, IReadOnlyCollection<string> known) => known.Contains(field) ? field
        : throw new UnreadableFormException($"There is no field '{VisibleText.Line(field)}'. Write file and, beside "
            + $"it, {string.Join(", ", known)}.");

    private async Task AddAsync(
        MultipartSection section, ReceiveFile receive, IReadOnlyCollection<string> known, CancellationToken ct)
    {
        var part = PartHeader.Parse(section.ContentDisposition)
            ?? throw new UnreadableFormException("A part of the form has no name.");
        if (part.Name == File)
        {
            if (part.FileName is not { Length: > 0 } fileName)
            {
                throw new UnreadableFormException(
                    "The field file came as a text and not as a file. With curl, write --form file=@report.xml.");
            }

            _files.Add(_files.Count < MostFiles
                ? await receive.TakeAsync(section.Body, fileName, ct)
                : throw new UnreadableFormException(
                    $"A delivery has at most {MostFiles} files. Send the others in another one."));
            return;
        }

        var name = Known(part.Name, known);
        var bytes = new byte[MostFieldBytes + 1];
        var length = await section.Body.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, ct);
        if (length > MostFieldBytes || !_fields.TryAdd(name, Encoding.UTF8.GetString(bytes, 0, length)))
        {
            throw new UnreadableFormException(length > MostFieldBytes
                ? $"Field {name} is too long."
                : $"Field {name} is there twice. Write it once; it holds for every file.");
        }
    }
}
