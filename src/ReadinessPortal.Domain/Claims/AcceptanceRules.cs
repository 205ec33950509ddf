using System.Collections.Immutable;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Verdicts;

namespace ReadinessPortal.Domain.Claims;

/// <summary>A contradiction to be lived with, as it was shown to whoever accepts it.</summary>
public sealed record FindingToAccept(
    string Finding, string Stated, string Derived, string Figure, string StatedAt, FindingSeverity Severity,
    string? Reason)
{
    public static FindingToAccept Of(Finding shown, string? reason) => new(
        shown.Key, shown.Stated, shown.Derived, shown.Figure, shown.StatedAt, shown.Severity, reason);
}

/// <summary>A finding is accepted with a reason, for what it was when it was accepted.</summary>
public static class AcceptanceRules
{
    /// <summary>The findings, with what has been accepted of them.</summary>
    public static ImmutableArray<Finding> Apply(
        ImmutableArray<Finding> findings, ImmutableArray<FindingAcceptance> acceptances) =>
        acceptances.IsEmpty
            ? findings
            : [.. findings.Select(f => acceptances.LastOrDefault(a => Holds(a, f)) is { } accepted
                ? f with { Status = FindingStatus.Accepted, Acceptance = accepted }
                : f)];

    /// <summary>What was last accepted of an open finding, taken back since or with other values than it has now; null
    /// without that.</summary>
    public static FindingAcceptance? Outdated(Finding finding, ImmutableArray<FindingAcceptance> acceptances) =>
        finding.Status == FindingStatus.Open ? acceptances.LastOrDefault(a => a.Finding == finding.Key) : null;

    /// <summary>Why this person may accept no finding; null when they may.</summary>
    public static Refusal? WhyNotAccept(LaunchBoard board, Actor actor) =>
        Permissions.WhyNot(LaunchAction.AcceptFinding, actor, board);

    public static Refusal? WhyNotAccept(
        LaunchBoard board, FindingToAccept request, Actor actor, DateTimeOffset now) =>
        WhyNotAccept(board, actor) ?? WhyNotAccept(board, request, now);

    /// <summary>Why nobody can accept it so, whoever asks; null when it can be accepted.</summary>
    public static Refusal? WhyNotAccept(LaunchBoard board, FindingToAccept request, DateTimeOffset now)
    {
        var finding = Readiness.At(board, now).Findings.FirstOrDefault(f => f.Key == request.Finding);
        return finding is null ? new FindingIsGone()
            : finding.Acceptance is { } before ? new FindingIsAccepted(before.AcceptedBy)
            : FindingToAccept.Of(finding, request.Reason) != request ? new FindingMoved(finding.Text)
            : string.IsNullOrWhiteSpace(request.Reason) ? new NoReasonToAccept("Give the reason for accepting it.")
            : TextLimits.WhyNot("The reason", request.Reason);
    }

    /// <param name="actor">Whoever asked for it; may they, is asked before.</param>
    /// <exception cref="RefusedException">It cannot be accepted as it stands.</exception>
    public static FindingAcceptance Accept(
        LaunchBoard board, FindingToAccept request, Actor actor, DateTimeOffset now) =>
        WhyNotAccept(board, request, now) is { } refusal
            ? throw new RefusedException(refusal)
            : new FindingAcceptance
            {
                LaunchId = board.Launch.Id,
                Finding = request.Finding,
                Stated = request.Stated,
                Derived = request.Derived,
                Figure = request.Figure,
                StatedAt = request.StatedAt,
                Severity = request.Severity,
                Reason = request.Reason!.Trim(),
                AcceptedById = actor.UserId,
                AcceptedBy = actor.Name,
                At = now,
            };

    /// <summary>Why this person may not take back any acceptance; null when they may. It opens a contradiction again,
    /// so that one person is enough.</summary>
    public static Refusal? WhyNotReopen(LaunchBoard board, Actor actor) =>
        Permissions.WhyNot(LaunchAction.ReopenFinding, actor, board);

    /// <param name="finding">Key of the finding.</param>
    public static Refusal? WhyNotReopen(
        LaunchBoard board, string finding, string? reason, Actor actor, DateTimeOffset now) =>
        WhyNotReopen(board, actor) is { } refusal ? refusal
        : Accepted(board, finding, now) is null ? new FindingIsOpen()
        : string.IsNullOrWhiteSpace(reason) ? new NoReasonToAccept("Give the reason for reopening it.")
        : TextLimits.WhyNot("The reason", reason);

    /// <exception cref="RefusedException">It is not this person's to take back, or not accepted.</exception>
    public static FindingAcceptance Reopen(
        LaunchBoard board, string finding, string? reason, Actor actor, DateTimeOffset now) =>
        WhyNotReopen(board, finding, reason, actor, now) is { } refusal
            ? throw new RefusedException(refusal)
            : Accepted(board, finding, now)! with
            {
                WithdrawnAt = now,
                WithdrawnBy = actor.Name,
                WithdrawnReason = reason!.Trim(),
            };

    private static FindingAcceptance? Accepted(LaunchBoard board, string finding, DateTimeOffset now) =>
        Readiness.At(board, now).Findings.FirstOrDefault(f => f.Key == finding)?.Acceptance;

    private static bool Holds(FindingAcceptance accepted, Finding finding) =>
        accepted.Stands && accepted.Finding == finding.Key && accepted.Stated == finding.Stated
            && accepted.Derived == finding.Derived
            && (accepted.Figure ?? finding.Figure) == finding.Figure
            && (accepted.StatedAt ?? finding.StatedAt) == finding.StatedAt
            && (accepted.Severity ?? finding.Severity) == finding.Severity;
}

public sealed record FindingIsGone : Refusal
{
    public override string Text => "This does not contradict its facts any more, so there is nothing to accept.";
}

/// <summary>Nobody has accepted it, or its values have moved since.</summary>
public sealed record FindingIsOpen : Refusal
{
    public override string Text => "This is not accepted, so there is nothing to reopen.";
}

public sealed record FindingIsAccepted(string By) : Refusal
{
    public override string Text => $"{By} has accepted this already.";
}

/// <summary>The finding is not what was shown.</summary>
/// <param name="Now">What it says now, in a sentence without a full stop.</param>
public sealed record FindingMoved(string Now) : Refusal
{
    public override string Text => $"This has moved since you opened the page. {Now}. Look again.";
}

public sealed record NoReasonToAccept(string What) : Refusal
{
    public override string Text => What;
}
