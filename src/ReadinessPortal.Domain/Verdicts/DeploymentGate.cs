using System.Collections.Immutable;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Domain.Verdicts;

/// <summary>What a pipeline wants to be sure of before it deploys.</summary>
public enum GateRequirement
{
    /// <summary>The final decision is YES on the newest revision, and nothing has got worse since that it does not
    /// cover.</summary>
    Decision,

    /// <summary>The live facts say GO.</summary>
    Go,

    /// <summary>The live facts say GO or CONDITIONAL.</summary>
    Conditional,
}

/// <summary>Whether a pipeline may go on.</summary>
/// <param name="Why">What keeps it closed, one sentence each; empty when it is open.</param>
public sealed record DeploymentGate(GateRequirement Requires, EquatableArray<string> Why)
{
    /// <summary>Nothing keeps it closed.</summary>
    public bool IsOpen => Why.IsEmpty;

    /// <param name="requires">What the pipeline wants.</param>
    /// <param name="board">The launch as it stands.</param>
    /// <param name="live">Of the live facts.</param>
    /// <param name="since">What got worse since the YES that counts; null where nothing did.</param>
    public static DeploymentGate Of(
        GateRequirement requires, LaunchBoard board, Readiness live, SinceDecision? since) => new(requires,
        requires switch
        {
            GateRequirement.Go => LevelsBeyond(ReadinessLevel.Go, live),
            GateRequirement.Conditional => LevelsBeyond(ReadinessLevel.Conditional, live),
            _ => [.. WhyNotDecided(board) is { } why ? [why] : Worse(since)],
        });

    private static ImmutableArray<string> LevelsBeyond(ReadinessLevel most, Readiness live) =>
        live.Level <= most ? []
        : [
            $"The live facts say {Format.Word(live.Level)}.",
            .. live.Reasons.Where(r => r.Level > most).Select(r => r.Text),
        ];

    // Who confirmed a YES has seen what got worse by then, and said YES to it.
    private static IEnumerable<string> Worse(SinceDecision? since) =>
        since is { IsOpen: true }
            ? since.Worse.Select(r => $"Worse since the decision: {r.Text}")
            : [];

    private static string? WhyNotDecided(LaunchBoard board)
    {
        if (board.Launch.Stage is LaunchStage.Postponed or LaunchStage.Cancelled or LaunchStage.Archived)
        {
            return $"The launch is {Format.Word(board.Launch.Stage)}.";
        }

        if (board.NewestRevision is not { Number: var newest })
        {
            return "Nothing is frozen yet, so that nothing could be decided.";
        }

        var record = board.RecordOf(newest);
        return record.Decision is not { } decision
                ? $"Revision {newest}, the newest, is not decided yet"
                    + (board.EarlierYes(newest) is { } yes ? $"; the YES is on revision {yes.Revision}." : ".")
            : !decision.Proceed ? $"The final decision on revision {newest} is NO."
            : record.IsRevoked ? $"The YES on revision {newest} was revoked."
            : null;
    }
}
