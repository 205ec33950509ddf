using System.Globalization;
using Microsoft.AspNetCore.Components;
using ReadinessPortal.Application;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Application.SignOffs;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Revisions;
using ReadinessPortal.Domain.SignOffs;
using ReadinessPortal.Web.Drafts;
using ReadinessPortal.Web.Identity;
using ReadinessPortal.Web.Shell;

namespace ReadinessPortal.Web.SignOffs;

/// <summary>
/// The frozen revision, who has signed it, and the form for whoever may. Plain HTML: signing has a request of its own.
/// </summary>
public sealed partial class SignOffPage
{
    [CascadingParameter] public required HttpContext Http { get; set; }

    [Inject] internal SigningForms Editing { get; init; } = null!;

    [Inject] public required NavigationManager Navigation { get; init; }

    [Inject] public required TimeProvider Time { get; init; }

    [Inject] public required MeetCondition Meet { get; init; }

    /// <summary>What was just done, after the redirect that follows every form.</summary>
    [SupplyParameterFromQuery] public string? Done { get; set; }

    private string? DoneText => Done switch
    {
        "signed" => "Your sign-off is recorded.",
        "met" => "The condition is met.",
        "withdrawn" => "Your sign-off is withdrawn.",
        "reviewed" => "Your answer on the decision is recorded.",
        "decided" => "The decision is recorded. Its report is made now and kept.",
        "frozen" => "The revision is frozen. Every role is asked to sign it.",
        "before" => "This form had been sent before, and did nothing now. What stands is shown below.",
        _ => null,
    };

    /// <summary>
    /// A form that was sent is shown again although its time has passed, so that its sender reads why.
    /// </summary>
    private bool IsPosted(string form) =>
        HttpMethods.IsPost(Http.Request.Method) && Http.Request.HasFormContentType
            && Http.Request.Form["_handler"] == form;

    /// <summary>The role this person fills, or stands in for.</summary>
    private static Role? MyRole(LaunchView view, RevisionContent frozen) =>
        view.Board.Holdings.FirstOrDefault(h => h.HolderId == view.Me.UserId
            || h.DeputyId == view.Me.UserId) is { } holding
            ? frozen.Facts.Roles.FirstOrDefault(r => r.Key == holding.Role)
            : null;

    private static DraftKey KeyOf(LaunchView view, int revision, string form) =>
        DraftKey.Of(view, new(SubjectKind.Revision, revision.ToString(CultureInfo.InvariantCulture)), form);

    private async Task<string?> SignAsync(SignInput input) =>
        Then("signed", await Editing.SignAsync(LaunchKey, input, Http.User));

    private async Task<string?> DecideAsync(DecideInput input) =>
        Then("decided", await Editing.DecideAsync(LaunchKey, input, Http.User));

    private async Task<string?> ReviewAsync(ReviewInput input) =>
        Then("reviewed", await Editing.ReviewAsync(LaunchKey, input, Http.User));

    private async Task<string?> WithdrawAsync(WithdrawForm.WithdrawInput input) =>
        Then("withdrawn", await Editing.WithdrawAsync(LaunchKey, input, Http.User));

    private async Task<string?> MeetAsync(MeetForm.MeetInput input) => Then("met", await Meet.RunAsync(
        LaunchKey, input.Condition ?? Guid.Empty, input.Note,
        string.IsNullOrWhiteSpace(input.Evidence) ? null : input.Evidence, Http.User.AsViewer().By(input.Request)));

    private string? Then(string done, Outcome outcome)
    {
        outcome = outcome.OrBefore();
        if (outcome is Outcome.Done now)
        {
            Navigation.NavigateTo($"{Links.Page(LaunchKey, "sign-off")}?done={(now.IsRepeat ? "before" : done)}");
        }

        return (outcome as Outcome.Refused)?.Refusal.Text;
    }
}
