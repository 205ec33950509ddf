using System.Collections.Immutable;

namespace ReadinessPortal.Domain.Launches;

/// <param name="To">The stage asked for.</param>
/// <param name="Reason">Why; not every step needs one.</param>
/// <param name="TargetDate">The new target date; only postponing takes one, and needs it.</param>
/// <param name="From">The stage that was shown; null where nobody looked.</param>
public sealed record StageRequest(
    LaunchStage To, string? Reason = null, DateOnly? TargetDate = null, LaunchStage? From = null);

/// <summary>
/// The life of a launch: which step leads where, and what it needs. Freezing puts a launch in signature and the final
/// decision makes it decided; every other step is the launch manager's.
/// </summary>
public static class LifeRules
{
    /// <summary>Stages that a person can put the launch in now, in the order of its life.</summary>
    public static ImmutableArray<LaunchStage> Next(LaunchBoard board) => board.Launch.Stage switch
    {
        LaunchStage.Preparing or LaunchStage.InSignature => [LaunchStage.Postponed, LaunchStage.Cancelled],
        LaunchStage.Decided when board.StandingYes() is not null =>
            [LaunchStage.Launched, LaunchStage.Postponed, LaunchStage.Cancelled],
        LaunchStage.Decided => [LaunchStage.Postponed, LaunchStage.Cancelled],
        LaunchStage.Postponed => [LaunchStage.Preparing, LaunchStage.Cancelled],
        LaunchStage.Launched => [LaunchStage.Decided, LaunchStage.Archived],
        LaunchStage.Cancelled => [LaunchStage.Preparing, LaunchStage.Archived],
        LaunchStage.Archived => [BeforeArchiving(board)],
        _ => throw new ArgumentOutOfRangeException(nameof(board), board.Launch.Stage, "is no stage"),
    };

    /// <summary>Whether the step from where the launch is has to say why.</summary>
    public static bool NeedsReason(LaunchStage from, LaunchStage to) =>
        to is LaunchStage.Postponed or LaunchStage.Cancelled || IsReopening(from, to);

    /// <summary>A closed launch is taken up again, or a launch that was marked as launched is not.</summary>
    public static bool IsReopening(LaunchStage from, LaunchStage to) =>
        from is LaunchStage.Cancelled && to is LaunchStage.Preparing
        || from is LaunchStage.Archived
        || (from, to) is (LaunchStage.Launched, LaunchStage.Decided);

    /// <summary>Closed launches are read and exported; what they hold stays as it was.</summary>
    public static bool IsClosed(LaunchStage stage) => stage is LaunchStage.Cancelled or LaunchStage.Archived;

    public static Refusal? WhyNot(LaunchBoard board, StageRequest request, Actor actor)
    {
        if (Permissions.WhyNot(LaunchAction.ChangeStage, actor, board) is { } refusal)
        {
            return refusal;
        }

        var now = board.Launch.Stage;
        return request.From is { } seen && seen != now ? new StageMoved(now)
            : request.To == LaunchStage.Launched && board.StandingYes() is null ? new NoYesStands()
            : !Next(board).Contains(request.To) ? new NoSuchStep(now, request.To, Next(board))
            : NeedsReason(now, request.To) && string.IsNullOrWhiteSpace(request.Reason)
                ? new StepNeedsReason(request.To)
            : TextLimits.WhyNot("The reason", request.Reason) is { } tooLong ? tooLong
            : request.To != LaunchStage.Postponed ? null
            : request.TargetDate is not { } day ? new PostponingNeedsDate()
            : day <= board.Launch.TargetDate ? new PostponedToEarlier(board.Launch.TargetDate)
            : TargetDateRules.WhyNotOn(board.Launch, day);
    }

    /// <exception cref="RefusedException">It is not this person's step, or not one from here.</exception>
    public static StageChange Change(LaunchBoard board, StageRequest request, Actor actor, DateTimeOffset now) =>
        WhyNot(board, request, actor) is { } refusal
            ? throw new RefusedException(refusal)
            : new StageChange
            {
                LaunchId = board.Launch.Id,
                From = board.Launch.Stage,
                To = request.To,
                Reason = string.IsNullOrWhiteSpace(request.Reason) ? null : request.Reason.Trim(),
                ById = actor.UserId,
                By = actor.Name,
                At = now,
            };

    private static LaunchStage BeforeArchiving(LaunchBoard board) =>
        board.StageChanges.LastOrDefault(c => c.To == LaunchStage.Archived)?.From ?? LaunchStage.Launched;
}
