using System.Collections.Immutable;
using System.Text;
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
    private const int MostFieldBytes = 2048;

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
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 and <= 200 } boundary)
        {
            throw new UnreadableFormException(
                "Send the files as multipart/form-data, as curl does with --form file=@report.xml.");
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

        if (_files.Count == 0)
        {
            throw new UnreadableFormException(
                "The delivery has no file. Send one or several as the field file: curl --form file=@report.xml.");
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

    private async Task AddAsync(
        MultipartSection section, ReceiveFile receive, IReadOnlyCollection<string> known, CancellationToken ct)
    {
        var part = PartHeader.Parse(section.ContentDisposition)
            ?? throw new UnreadableFormException("A part of the form has no name.");
        if (part.Name == File)
        {
            if (part.FileName is not { Length: > 0 } name)
            {
                throw new UnreadableFormException(
                    "The field file came as a text and not as a file. With curl, write --form file=@report.xml.");
            }

            _files.Add(_files.Count < MostFiles
                ? await receive.TakeAsync(section.Body, name, ct)
                : throw new UnreadableFormException(
                    $"A delivery has at most {MostFiles} files. Send the others in another one."));
            return;
        }

        if (!known.Contains(part.Name))
        {
            throw new UnreadableFormException(
                $"There is no field '{VisibleText.Line(part.Name)}'. Write file and, beside it, "
                + $"{string.Join(", ", known)}.");
        }

        var bytes = new byte[MostFieldBytes + 1];
        var length = await section.Body.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, ct);
        if (length > MostFieldBytes || !_fields.TryAdd(part.Name, Encoding.UTF8.GetString(bytes, 0, length)))
        {
            throw new UnreadableFormException(length > MostFieldBytes
                ? $"Field {part.Name} is too long."
                : $"Field {part.Name} is there twice. Write it once; it holds for every file.");
        }
    }
}
