using System.Security.Claims;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.WebUtilities;
using ReadinessPortal.Application;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Application.Evidence;
using ReadinessPortal.Application.Launches;
using ReadinessPortal.Domain;
using ReadinessPortal.Domain.Evidence;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Web.Api;
using ReadinessPortal.Web.Forms;
using ReadinessPortal.Web.Identity;
using ReadinessPortal.Web.Shell;

namespace ReadinessPortal.Web.Evidence;

/// <summary>Evidence in, over HTTP and not through a circuit, and what the forms for it ask.</summary>
internal static class EvidenceEndpoints
{
    private const int MostShown = 100;

    public static void MapEvidence(this WebApplication web)
    {
        // The token is checked by hand: the middleware would read, and so buffer, the whole form.
        // It stands before the page of the same address, which takes posts too.
        web.MapPost("/launches/{key}/evidence", AttachAsync).WithOrder(-1).ExcludeFromDescription()
            .DisableAntiforgery();
        web.MapPost("/launches/{key}/evidence/{id}/supports", ReuseAsync).ExcludeFromDescription();
        web.MapGet("/launches/{key}/requests/{id:guid}", UploadAnswers.OfRequestAsync).ExcludeFromDescription();
        web.MapPost("/launches/{key}/evidence/{id}/value", AskForValueAsync).ExcludeFromDescription();
        web.MapGet("/launches/{key}/evidence/{id}/content", ContentDownload.SendAsync).ExcludeFromDescription();
        web.MapGet("/launches/{key}/attach/tray", TrayAsync).ExcludeFromDescription();
        web.MapPost("/launches/{key}/attach/rehearsal", RehearsalEndpoint.AnswerAsync).ExcludeFromDescription()
            .DisableAntiforgery();
        web.MapGet("/launches/{key}/attach/worth", WorthAsync).ExcludeFromDescription();
        web.MapGet("/launches/{key}/attach/stored", StoredAsync).ExcludeFromDescription();
    }

    private static async Task<IResult> AttachAsync(
        string key, HttpContext http, IAntiforgery antiforgery, AttachEvidence attach, LaunchBoards boards,
        RoomForEvidence room, EvidenceLimits limits, CancellationToken ct)
    {
        UploadForm? form = null;
        try
        {
            form = await UploadForm.ReadAsync(http, antiforgery, limits, ct);
            var viewer = http.User.AsViewer().By(IdempotencyKey.Of(http.Request, form[IdempotencyKey.Field]));
            if (await room.WhyNotAsync(key, http.Request.ContentLength, viewer, viewer.Request, ct) is { } full)
            {
                return UploadAnswers.Refused(key, http, full);
            }

            var upload = UploadFields.Read(form);
            var outcome = await attach.RunAsync(key, upload, viewer, ct);
            return outcome is Outcome.Done { Waits: { Request: null } waits } done && UploadAnswers.WantsPage(http)
                ? new RazorComponentResult<ValueWaitsPage>(new
                {
                    LaunchKey = key, Evidence = done.Key, Value = upload.Measured, What = waits.Needs.What,
                    Back = UploadAnswers.Back(key, http, form["back"]),
                })
                : await UploadAnswers.OfAsync(key, http, outcome, form["back"], boards);
        }
        catch (UnreadableFormException problem)
        {
            return Wrong(key, http, problem.Message);
        }
        catch (BadHttpRequestException problem) when (problem.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return Wrong(key, http, limits.TooLarge(form?.FileName), problem.StatusCode);
        }
        catch (BadHttpRequestException problem) when (problem.StatusCode == StatusCodes.Status408RequestTimeout)
        {
            return UploadAnswers.Refused(key, http, new UploadTooSlow(limits));
        }
    }

    private static async Task<IResult> ReuseAsync(
        string key, string id, IFormCollection form, HttpContext http, ReuseEvidence reuse, LaunchBoards boards,
        CancellationToken ct)
    {
        try
        {
            var viewer = http.User.AsViewer().By(IdempotencyKey.Of(http.Request, form[IdempotencyKey.Field]));
            var outcome = await reuse.RunAsync(
                key, id, UploadFields.Subjects(string.Join(' ', form["supports"].ToArray())), viewer, ct);
            return await UploadAnswers.OfAsync(key, http, outcome, form["back"], boards);
        }
        catch (UnreadableFormException problem)
        {
            return Wrong(key, http, problem.Message);
        }
    }

    private static async Task<IResult> AskForValueAsync(
        string key, string id, IFormCollection form, HttpContext http, AskForValue ask, LaunchBoards boards,
        CancellationToken ct)
    {
        try
        {
            var value = UploadFields.Measured(f => form[f].ToString() is { Length: > 0 } text ? text : null,
                UploadFields.Subjects($"criterion:{form["measuredFor"]}"));
            if (value is null)
            {
                return Wrong(key, http, "Give the value that was measured.");
            }

            var viewer = http.User.AsViewer().By(IdempotencyKey.Of(http.Request, form[IdempotencyKey.Field]));
            var outcome = await ask.RunAsync(key, id, value, viewer, ct);
            return !UploadAnswers.WantsPage(http)
                    ? await UploadAnswers.OfAsync(
                        key, http, outcome is Outcome.Done done ? done with { Key = id } : outcome, back: null, boards)
                : outcome is Outcome.Refused { Refusal: var refusal } ? new RazorComponentResult<ValueWaitsPage>(new
                {
                    LaunchKey = key, Evidence = id, Value = value, What = What(form),
                    Back = UploadAnswers.Back(key, http, form["back"]), Problem = refusal.Text,
                    Request = viewer.Request,
                })
                {
                    StatusCode = Problems.StatusOf(refusal),
                }
                : TypedResults.Redirect(QueryHelpers.AddQueryString(
                    UploadAnswers.Back(key, http, form["back"]), "done", "asked"));
        }
        catch (UnreadableFormException problem)
        {
            return Wrong(key, http, problem.Message);
        }
    }

    // As the page showed it, for when it comes back.
    private static EquatableArray<string> What(IFormCollection form) =>
        [.. form[ValueWaitsPage.Shown].OfType<string>().Take(MostShown)];

    private static async Task<IResult> TrayAsync(
        string key, string? to, HttpContext http, LaunchBoards boards, EvidenceLimits limits, CancellationToken ct)
    {
        if (await boards.ViewAsync(key, http.User.AsViewer(), ct) is not { } view)
        {
            return Problems.Of(new NoSuchLaunch(key));
        }

        SubjectRef? subject = SubjectRef.TryParse(to, null, out var named) ? named : null;
        return new RazorComponentResult<AttachTray>(new { Choices = AttachChoices.Of(view, subject, limits) });
    }

    private static async Task<IResult> WorthAsync(
        string key, string? @class, string? capturedOn, string? release, ClaimsPrincipal user, LaunchBoards boards,
        CancellationToken ct)
    {
        try
        {
            return await boards.ViewAsync(key, user.AsViewer(), ct) is { } view
                ? TypedResults.Ok(
                    ProofPreview.Of(view, UploadFields.Class(@class), UploadFields.Day(capturedOn), release))
                : Problems.Of(new NoSuchLaunch(key));
        }
        catch (UnreadableFormException problem)
        {
            return Problems.Of(new FormNotReadable(problem.Message));
        }
    }

    private static async Task<IResult> StoredAsync(
        string key, string sha256, ClaimsPrincipal user, LaunchBoards boards, CancellationToken ct) =>
        await boards.ViewAsync(key, user.AsViewer(), ct) is not { } view ? Problems.Of(new NoSuchLaunch(key))
        : view.Board.Facts.Evidence.FirstOrDefault(e => e.Sha256 == sha256) is { } item
            ? TypedResults.Ok(new
            {
                evidence = item.Key,
                href = Links.Evidence(key, item.Key),
                title = VisibleText.Of(item.Title),
                text = ProofBadge.Of(ProofRules.Backed(item, view.Board.Facts.Evidence), view.Terms).Text,
                supports = item.Supports.Select(s => $"{s}"),
            })
            : TypedResults.NoContent();

    private static IResult Wrong(
        string key, HttpContext http, string text, int status = StatusCodes.Status400BadRequest) =>
        UploadAnswers.Refused(key, http, new FormNotReadable(text), status);
}
