using System.Text;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using ReadinessPortal.Application.Criteria;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Web.Api;
using ReadinessPortal.Web.Deliveries;
using ReadinessPortal.Web.Evidence;
using ReadinessPortal.Web.Forms;
using ReadinessPortal.Web.Identity;

namespace ReadinessPortal.Web.Criteria;

/// <summary>Takes the output of a command in: the body, whatever a shell calls its type.</summary>
internal sealed class RunDoor(IAntiforgery antiforgery, RecordRun record)
{
    /// <summary>Longest body in bytes: four times the longest output that is kept leaves room for colors.</summary>
    public const int MostBytes = 4 * TextLimits.Fact;

    // What is longer is read to its end all the same, so that its sender hears why it is refused.
    private const int MostRead = 80 * MostBytes;

    private static readonly UTF8Encoding _strict = new(false, throwOnInvalidBytes: true);

    public async Task<IResult> TakeAsync(
        string key, string criterion, string validation, HttpContext http, CancellationToken ct)
    {
        if (await DeliveryCaller.WhyNotMeantAsync(http, antiforgery) is { } notMeant)
        {
            return notMeant;
        }

        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = MostRead;
        }

        try
        {
            if (await OutputAsync(http.Request, ct) is not { } output)
            {
                return TooLarge();
            }

            var run = RunFields.Read(http.Request.Query, criterion, validation, output);
            var viewer = http.User.AsViewer().By(IdempotencyKey.Of(http.Request, null));
            return Answer(await record.RunAsync(key, run, viewer, ct), run);
        }
        catch (UnreadableFormException problem)
        {
            return Problems.Of(new FormNotReadable(problem.Message));
        }
        catch (BadHttpRequestException problem) when (problem.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return TooLarge();
        }
    }

    private static IResult Answer(RecordedRun recorded, PostedRun run) =>
        recorded.Refusal is { } refusal ? Problems.Of(refusal)
        : RunAnswer.Of(recorded, run) is var answer && run.IsDryRun ? TypedResults.Ok(answer)
        : TypedResults.Created(answer.Href, answer);

    private static ProblemHttpResult TooLarge() => Problems.Of(new FormNotReadable(
        $"The output is larger than {Format.Bytes(MostBytes)}. Post the part that shows the result, such as its last "
        + "lines (tail -n 100), and attach the whole as a file."), StatusCodes.Status413PayloadTooLarge);

    // Null where it is too large.
    private static async Task<string?> OutputAsync(HttpRequest request, CancellationToken ct)
    {
        if (MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            && (type.MediaType.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase)
                || (type.Charset is { HasValue: true } charset
                    && !charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase))))
        {
            throw new UnreadableFormException("Send the output itself as the body, as UTF-8: curl --header "
                + "\"Content-Type: text/plain\" --data-binary @-.");
        }

        var bytes = new byte[MostBytes + 1];
        var length = await request.Body.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, ct);
        if (length > MostBytes)
        {
            await request.Body.CopyToAsync(Stream.Null, ct);
            return null;
        }

        try
        {
            var text = _strict.GetString(bytes, 0, length);
            return text.IndexOf('\0', StringComparison.Ordinal) is >= 0 and var at
                ? throw new UnreadableFormException(
                    $"The output holds a NUL, U+0000, at character {at + 1}: it is no text. Attach it as a file.")
                : text;
        }
        catch (DecoderFallbackException problem)
        {
            throw new UnreadableFormException($"The output is no UTF-8 text, at byte {problem.Index + 1}. Have the "
                + "command print UTF-8, or attach what it wrote as a file.");
        }
    }
}
