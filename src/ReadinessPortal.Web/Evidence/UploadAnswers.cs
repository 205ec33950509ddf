using System.Collections.Immutable;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.WebUtilities;
using ReadinessPortal.Application;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Application.Changes;
using ReadinessPortal.Application.Evidence;
using ReadinessPortal.Application.Launches;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Application.Persistence;
using ReadinessPortal.Domain.Evidence;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Web.Api;
using ReadinessPortal.Web.Identity;
using ReadinessPortal.Web.Shell;

namespace ReadinessPortal.Web.Evidence;

/// <summary>What whoever attaches is told: a page after a plain form, otherwise JSON.</summary>
internal static class UploadAnswers
{
    public static async Task<IResult> OfAsync(
        string key, HttpContext http, Outcome outcome, string? back, LaunchBoards boards)
    {
        if (outcome is not Outcome.Done done)
        {
            return Refused(key, http, ((Outcome.Refused)outcome).Refusal);
        }

        if (WantsPage(http))
        {
            return TypedResults.Redirect(QueryHelpers.AddQueryString(
                Back(key, http, back), "done", done.Waits is null ? "attached" : "waits"));
        }

        var answer = await OfDoneAsync(key, done, http.User.AsViewer(), boards);
        return done.WasThere ? TypedResults.Ok(answer) : TypedResults.Created(answer.Href, answer);
    }

    /// <summary>What became of a request, for whoever lost its answer or waits for it.</summary>
    public static async Task<IResult> OfRequestAsync(
        string key, Guid id, HttpContext http, UploadPlaces places, AskOutcome outcomes, LaunchBoards boards,
        CancellationToken ct)
    {
        var viewer = http.User.AsViewer();
        if (places.StandingOf(viewer.UserId, id) is { } standing)
        {
            return TypedResults.Ok(new UploadAnswer(standing.Before is null ? "receiving" : "waiting")
            {
                Before = standing.Before,
            });
        }

        if (await boards.ViewAsync(key, viewer, ct) is null)
        {
            return Problems.Of(new NoSuchLaunch(key));
        }

        return TypedResults.Ok(await outcomes.RunAsync(key, id, viewer, ct) is { } done
            ? await OfDoneAsync(key, done, viewer, boards)
            : new("nothing"));
    }

    public static IResult Refused(string key, HttpContext http, Refusal refusal, int? status = null) =>
        WantsPage(http)
            ? new RazorComponentResult<RefusedPage>(new
            {
                Title = refusal is OutcomeNotKnown
                    ? "It is not known yet whether the file was attached" : "Nothing was attached",
                refusal.Text,
                Back = Back(key, http),
            })
            {
                StatusCode = status ?? Problems.StatusOf(refusal),
            }
        : Problems.Of(refusal, status);

    private static async Task<UploadAnswer> OfDoneAsync(
        string key, Outcome.Done done, Viewer viewer, LaunchBoards boards)
    {
        var (title, read) = await SaidAsync(key, done.Key, viewer, boards);
        return new("done")
        {
            Evidence = done.Key,
            ChangeNumber = done.ChangeNumber,
            WasThere = done.WasThere,
            Href = done.Key is null ? Links.Launch(key) : Links.Evidence(key, done.Key),
            Title = title,
            Read = read,
            Waits = done.Waits is { } waits ? new(waits.Needs.What, waits.Request is not null) : null,
        };
    }

    // What is done is said to be done, although its title cannot be read just now.
    private static async Task<(string? Title, string? Read)> SaidAsync(
        string key, string? evidence, Viewer viewer, LaunchBoards boards)
    {
        try
        {
            var view = await boards.ViewAsync(key, viewer);
            var item = view?.Board.Facts.Evidence.FirstOrDefault(e => e.Key == evidence);
            return item is null ? (evidence, null) : (VisibleText.Of(item.Title), Read(item, view!));
        }
        catch (Exception problem) when (DatabaseTrouble.IsPassing(problem))
        {
            return (evidence, null);
        }
    }

    /// <summary>What was found in the file, and how the criteria stand that it speaks for; null for plain evidence.
    /// </summary>
    private static string? Read(EvidenceItem item, LaunchView view)
    {
        if (item.Reading is not { Format: { } format } reading)
        {
            return null;
        }

        var criteria = view.Board.Facts.Criteria
            .Where(c => ProofRules.FilesOf(c, view.Board.Facts).Any(f => f.Key == item.Key))
            .Select(c => $"{VisibleText.Of(c.Title)}: {Format.Word(view.Readiness.Criterion(c.Key).State)}");
        return string.Join(". ", new[]
        {
            reading.Error is { } broken
                ? $"It claims to be {format} and is broken: {VisibleText.Of(broken).TrimEnd('.')}"
                : $"Read as {format}, {Counted.Of(reading.Figures.Length, "figure")}",
            string.Join(". ", reading.Warnings.Select(w => VisibleText.Of(w.Message).TrimEnd('.'))),
            string.Join("; ", criteria),
        }.Where(said => said.Length > 0)) + ".";
    }

    /// <summary>Where the form says, or the page it was on, if it is one of ours.</summary>
    public static string Back(string key, HttpContext http, string? named = null) =>
        named is not null ? LocalAddress.Of(named)
        : Uri.TryCreate(http.Request.Headers.Referer, UriKind.Absolute, out var page)
        && page.Authority == http.Request.Host.Value
            ? LocalAddress.Of(page.PathAndQuery)
        : Links.Page(key, "evidence");

    public static bool WantsPage(HttpContext http) =>
        http.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal);
}

/// <param name="State">Done, nothing, waiting for a place, or receiving.</param>
internal sealed record UploadAnswer(string State)
{
    /// <summary>While it waits: how many are before it.</summary>
    public int? Before { get; init; }

    public string? Evidence { get; init; }

    public long? ChangeNumber { get; init; }

    public bool WasThere { get; init; }

    public string? Href { get; init; }

    public string? Title { get; init; }

    /// <summary>What was found in the file, in words; null for plain evidence.</summary>
    public string? Read { get; init; }

    /// <summary>The value that was typed beside the file and is not saved; null where nothing waits.</summary>
    public ValueWaits? Waits { get; init; }
}

/// <param name="What">Would read better by it.</param>
/// <param name="IsAsked">Whether a second person has been asked.</param>
internal sealed record ValueWaits(ImmutableArray<string> What, bool IsAsked);
