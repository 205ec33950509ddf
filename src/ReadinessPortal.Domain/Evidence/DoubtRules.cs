using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Domain.Evidence;

/// <summary>
/// A file whose totals disagree with what they are made of meets no target, until a person other than the one who
/// delivered it accepts it with a reason. A file that is not what was signed is accepted by nobody.
/// </summary>
public static class DoubtRules
{
    /// <summary>Why this person may not accept the totals of a file; null when they may. Whether they may edit it at
    /// all is asked apart.</summary>
    public static Refusal? WhyNotAccept(EvidenceItem evidence, Actor actor) =>
        evidence.Reading?.Disagreement is null ? new NothingToAccept(evidence.Title)
        : Brought(evidence, actor) ? new NotWhoDelivered(evidence.Title)
        : null;

    /// <summary>The facts of a package, which brings no acceptance: what was accepted of the same bytes stays.
    /// </summary>
    public static LaunchFacts Brought(LaunchFacts next, LaunchFacts stands) =>
        stands.Evidence.Any(e => e.AcceptedBecause is not null)
            ? next with { Evidence = [.. next.Evidence.Select(e => Brought(e, stands))] }
            : next;

    private static EvidenceItem Brought(EvidenceItem next, LaunchFacts stands) =>
        stands.Evidence.FirstOrDefault(e => e.Key == next.Key) is { AcceptedBecause: not null } old
            && (next.Sha256 ?? old.Sha256) == old.Sha256
            ? next with
            {
                AcceptedBecause = old.AcceptedBecause,
                AcceptedBy = old.AcceptedBy,
                AcceptedAt = old.AcceptedAt,
            }
            : next;

    // What came before it was kept who brought it has a name at least.
    private static bool Brought(EvidenceItem evidence, Actor actor) =>
        evidence.ReceivedById is { } by ? by == actor.UserId : evidence.ReceivedBy == actor.Name;
}

public sealed record NothingToAccept(string Title) : Refusal
{
    public override string Text => $"The totals of {Title} do not disagree, so there is nothing to accept.";
}

/// <summary>Whoever brought a file does not settle the doubts about it.</summary>
public sealed record NotWhoDelivered(string Title) : Refusal
{
    public override string Text => $"You delivered {Title}. Somebody else has to look at it and accept its totals.";
}
