using Microsoft.AspNetCore.Components;
using ReadinessPortal.Application;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Application.Waivers;
using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Waivers;
using ReadinessPortal.Web.Drafts;
using ReadinessPortal.Web.Identity;

namespace ReadinessPortal.Web.Waivers;

/// <summary>The waivers of one criterion, newest first; the form to ask for one, and the form to answer one.</summary>
public sealed partial class WaiverPanel
{
    private IReadOnlyList<Waiver> _waivers = [];
    private bool _mayRequest;

    [Parameter, EditorRequired]
    public required LaunchView View { get; set; }

    [Parameter, EditorRequired]
    public required Criterion Criterion { get; set; }

    [Inject]
    public required RequestWaiver Request { get; init; }

    [Inject]
    public required AnswerWaiver Answer { get; init; }

    [Inject]
    public required WithdrawWaiver Withdraw { get; init; }

    protected override void OnParametersSet()
    {
        _waivers = [.. View.Board.Waivers.Where(w => w.Criterion == Criterion.Key).Reverse()];
        _mayRequest = WaiverRules.WhyNotAsk(View.Board, Criterion.Key, View.Me, View.Readiness) is null;
    }

    private async Task<Refusal?> RequestAsync(string? reason, string? control, DateOnly? until)
    {
        var outcome = await Request.RunAsync(
            View.Launch.Key, new(Criterion.Key, reason, control, until), View.Viewer());
        return (outcome as Outcome.Refused)?.Refusal;
    }

    private async Task<Refusal?> AnswerAsync(Guid waiver, bool approve, string? reason)
    {
        var outcome = await Answer.RunAsync(View.Launch.Key, waiver, approve, reason, View.Viewer());
        return (outcome as Outcome.Refused)?.Refusal;
    }

    private async Task<Refusal?> WithdrawAsync(Guid waiver, string? reason)
    {
        var outcome = await Withdraw.RunAsync(View.Launch.Key, waiver, reason, View.Viewer());
        return (outcome as Outcome.Refused)?.Refusal;
    }

    private DraftKey KeyOf(string form) => DraftKey.Of(View, new(SubjectKind.Criterion, Criterion.Key), form);

    private string At(DateTimeOffset at) => Format.Instant(at, View.Launch.Offset(at), View.Launch.TimeZone);

    // Whoever may answer declines what is not answered yet, and need not be offered a second way to say no.
    private bool MayWithdraw(Waiver waiver) =>
        WaiverRules.WhyNotWithdraw(View.Board, waiver.Id, View.Me) is null
        && (!WaiverRules.IsPending(waiver) || waiver.RequestedById == View.Me.UserId);

    private static string WithdrawingMeans(Waiver waiver, string? lacks) =>
        lacks is null ? "The criterion is failed again at once, everywhere it counts."
        : WaiverRules.IsPending(waiver) ? "Nobody needs to answer it then."
        : "It does not count now, and will not again.";

    private static string Word(Waiver waiver, string? lacks) => waiver.Answer switch
    {
        _ when waiver.WithdrawnAt is not null => "Withdrawn",
        WaiverAnswer.Pending => "Waiting for an answer",
        WaiverAnswer.Declined => "Declined",
        _ => lacks is null ? "Approved" : "Approved, and it does not count",
    };
}
