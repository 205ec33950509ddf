using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using ReadinessPortal.Application.Deliveries;
using ReadinessPortal.Application.Evidence;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Web.Api;
using ReadinessPortal.Web.Evidence;
using ReadinessPortal.Web.Forms;
using ReadinessPortal.Web.Identity;
using ReadinessPortal.Web.Shell;

namespace ReadinessPortal.Web.Deliveries;

/// <summary>Takes a delivery in, whichever way it goes from there.</summary>
internal sealed class DeliveryDoor(
    IAntiforgery antiforgery, UploadPlaces places, ReceiveFile receive, DeliverEvidence deliver,
    RoomForEvidence room, EvidenceLimits limits)
{
    private const string What = "The delivery";

    /// <param name="criterion">Null lets each file find its own way.</param>
    public async Task<IResult> TakeAsync(
        string key, string? criterion, string? dryRun, HttpContext http, CancellationToken ct)
    {
        if (await DeliveryCaller.WhyNotMeantAsync(http, antiforgery) is { } notMeant)
        {
            return notMeant;
        }

        // Together the files are no larger than one may be, so that a delivery holds no more disk than an upload.
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = limits.MaxBodyBytes;
        }

        if (http.Request.ContentLength > limits.MaxBodyBytes)
        {
            return UploadTrouble.TooLarge(limits, What);
        }

        return await UploadTrouble.AnswerAsync(
            () => TakeAsync(key, criterion, dryRun, http.Request, http.User.AsViewer(), ct), limits, What);
    }

    private async Task<IResult> TakeAsync(
        string key, string? criterion, string? dryRun, HttpRequest request, Viewer viewer, CancellationToken ct)
    {
        viewer = viewer.By(IdempotencyKey.Of(request, null));
        if (await room.WhyNotAsync(key, request.ContentLength, viewer, DeliverEvidence.Named(viewer.Request, 0), ct)
            is { } full)
        {
            return Problems.Of(full);
        }

        using var place = await places.TakeAsync(viewer.UserId, viewer.Request, ct);
        if (place is null)
        {
            return Problems.Of(new NoPlaceForUpload());
        }

        await using var form = new DeliveryForm();
        await form.ReadAsync(request, receive, DeliveryFields.All, ct);
        var delivery = DeliveryFields.Read(form, criterion, dryRun);
        return Answer(await deliver.RunAsync(key, delivery, viewer, ct), delivery.IsDryRun, key);
    }

    // What was refused is never a success, and says all the same what was kept.
    private static IResult Answer(Delivered delivered, bool isDryRun, string key)
    {
        var answer = delivered.Board is { } board ? DeliveryAnswer.Of(delivered, board, isDryRun) : null;
        return delivered.Refusal is { } refusal ? Refused(refusal, answer)
            : isDryRun || delivered.Files.All(f => f.WasThere) ? TypedResults.Ok(answer)
            : TypedResults.Created(Links.Page(key, "evidence"), answer);
    }

    private static ProblemHttpResult Refused(Refusal refusal, DeliveryAnswer? answer)
    {
        var problem = Problems.Of(refusal);
        if (answer is not null)
        {
            problem.ProblemDetails.Extensions["delivery"] = answer;
        }

        return problem;
    }
}
