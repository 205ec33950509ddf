namespace ReadinessPortal.Domain.Launches;

/// <param name="To">The new target date; null when none was given.</param>
/// <param name="From">The date that was shown; null where nobody looked.</param>
public sealed record MoveRequest(DateOnly? To, string? Reason, DateOnly? From = null);

/// <summary>The target date moves with a reason, by the launch manager, and every move is kept.</summary>
public static class TargetDateRules
{
    public static Refusal? WhyNot(LaunchBoard board, MoveRequest request, Actor actor) =>
        Permissions.WhyNot(LaunchAction.MoveTargetDate, actor, board) ?? WhyNot(board, request);

    /// <summary>Why the date cannot be moved so, whoever asks; null when it can.</summary>
    public static Refusal? WhyNot(LaunchBoard board, MoveRequest request)
    {
        var launch = board.Launch;
        return request.From is { } seen && seen != launch.TargetDate ? new TargetDateMoved(launch.TargetDate)
            : request.To is not { } day ? new NoTargetDate()
            : day == launch.TargetDate ? new TargetDateIsTheSame(day)
            : string.IsNullOrWhiteSpace(request.Reason) ? new MoveNeedsReason()
            : TextLimits.WhyNot("The reason", request.Reason) is { } tooLong ? tooLong
            : WhyNotOn(launch, day);
    }

    /// <summary>Why the launch cannot have this target date, whoever asks; null when it can.</summary>
    public static TargetBeforeReport? WhyNotOn(Launch launch, DateOnly day) =>
        launch.ReportDate is { } report && day < report
            ? new(report)
            : null;

    /// <param name="actor">Whoever asked for it; may they, is asked before.</param>
    /// <exception cref="RefusedException">It cannot be moved so.</exception>
    public static TargetMove Move(LaunchBoard board, MoveRequest request, Actor actor, DateTimeOffset now) =>
        WhyNot(board, request) is { } refusal
            ? throw new RefusedException(refusal)
            : Record(board.Launch, request.To!.Value, request.Reason!, actor, now);

    /// <summary>The record of a move that was found acceptable before.</summary>
    public static TargetMove Record(Launch launch, DateOnly to, string reason, Actor actor, DateTimeOffset now) => new()
    {
        LaunchId = launch.Id,
        From = launch.TargetDate,
        To = to,
        Reason = reason.Trim(),
        ById = actor.UserId,
        By = actor.Name,
        At = now,
    };
}
