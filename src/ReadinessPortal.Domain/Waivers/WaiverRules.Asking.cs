using System.Collections.Immutable;
using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Verdicts;

namespace ReadinessPortal.Domain.Waivers;

/// <param name="ExpiresOn">Last day it is to hold; null when none was given.</param>
public sealed record WaiverRequest(string Criterion, string? Reason, string? CompensatingControl, DateOnly? ExpiresOn);

/// <summary>One person asks, another one answers.</summary>
public static partial class WaiverRules
{
    /// <summary>Why this person cannot ask for it now, or null.</summary>
    public static Refusal? WhyNotRequest(LaunchBoard board, WaiverRequest request, Actor actor, DateTimeOffset now) =>
        WhyNotAsk(board, request.Criterion, actor, now) ?? WhyNotWritten(board.Launch, request, now);

    /// <summary>Why nobody needs, or this person may not ask for, a waiver of a criterion; whatever they would
    /// write.</summary>
    public static Refusal? WhyNotAsk(LaunchBoard board, string criterion, Actor actor, DateTimeOffset now) =>
        WhyNotAsk(board, criterion, actor, Readiness.At(board, now));

    /// <param name="readiness">Of the board, where it is at hand.</param>
    public static Refusal? WhyNotAsk(LaunchBoard board, string criterion, Actor actor, Readiness readiness)
    {
        var subject = new SubjectRef(SubjectKind.Criterion, criterion);
        if (Permissions.WhyNot(LaunchAction.RequestWaiver, actor, board, subject) is { } refusal)
        {
            return refusal;
        }

        var standing = readiness.Criterion(criterion);
        return standing.State is not (CriterionState.Failed or CriterionState.Waived)
            ? new NothingToWaive(board.Facts.Criteria.First(c => c.Key == criterion).Title, standing.State)
            : Pending(criterion, board.Waivers) is { } pending ? new WaiverIsPending(pending.RequestedBy)
            : null;
    }

    /// <summary>The waiver that somebody has asked for and nobody has answered; null without one.</summary>
    public static Waiver? Pending(string criterion, ImmutableArray<Waiver> waivers) =>
        waivers.LastOrDefault(w => w.Criterion == criterion && IsPending(w));

    public static bool IsPending(Waiver waiver) =>
        waiver is { Answer: WaiverAnswer.Pending, WithdrawnAt: null };

    /// <exception cref="RefusedException">It cannot be asked for now.</exception>
    public static Waiver Request(LaunchBoard board, WaiverRequest request, Actor actor, DateTimeOffset now) =>
        WhyNotRequest(board, request, actor, now) is { } refusal
            ? throw new RefusedException(refusal)
            : new Waiver
            {
                LaunchId = board.Launch.Id,
                Criterion = request.Criterion,
                Reason = request.Reason!.Trim(),
                CompensatingControl = request.CompensatingControl!.Trim(),
                Accepts = Failures(board, request.Criterion, now),
                ExpiresOn = request.ExpiresOn!.Value,
                RequestedById = actor.UserId,
                RequestedBy = actor.Name,
                RequestedAt = now,
            };

    private static Refusal? WhyNotWritten(Launch launch, WaiverRequest request, DateTimeOffset now)
    {
        var earliest = Earliest(launch, launch.Today(now));
        return string.IsNullOrWhiteSpace(request.Reason)
            ? new WaiverNotComplete("Say why this failure can be accepted.")
            : string.IsNullOrWhiteSpace(request.CompensatingControl)
                ? new WaiverNotComplete("Name the compensating control: what keeps the failure from doing harm.")
            : TextLimits.WhyNot("The reason", request.Reason) is { } reason ? reason
            : TextLimits.WhyNot("Compensating control", request.CompensatingControl) is { } control ? control
            : request.ExpiresOn is not { } last
                ? new WaiverNotComplete("Give the last day on which the waiver holds.")
            : last < earliest
                ? new WaiverNotComplete($"A waiver that ends on {Format.Day(last)} would not count: "
                    + $"it has to hold until {Format.Day(earliest)} at least.")
            : null;
    }

    /// <summary>Why the criterion fails now, waived or not, each with its value.</summary>
    public static ImmutableArray<string> Failures(LaunchBoard board, string criterion, DateTimeOffset now)
    {
        var readiness = Readiness.At(board, now);
        var failed = board.Facts.Criteria.First(c => c.Key == criterion);
        return CriterionRules.Failures(
            CriterionRules.Weigh(failed, board.Facts, readiness.Drills, [], readiness.Today).Points);
    }

    /// <summary>The first last day with which a waiver counts: it lasts to the launch, and today.</summary>
    public static DateOnly Earliest(Launch launch, DateOnly today) =>
        launch.TargetDate > today ? launch.TargetDate : today;
}
