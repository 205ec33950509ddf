using System.Collections.Immutable;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Revisions;
using ReadinessPortal.Domain.SignOffs;

namespace ReadinessPortal.Domain.Verdicts;

/// <summary>What has got worse in the live launch since the YES that counts.</summary>
/// <param name="Record">Of the revision that was decided.</param>
/// <param name="Worse">What stands against the launch now and did not stand, or not as badly, in the decided revision
/// or beside it when the YES was given; worst first, never empty.</param>
/// <param name="IsOpen">The decider has not yet said YES to all of it.</param>
/// <param name="Live">What the live facts say.</param>
public sealed record SinceDecision(DecisionRecord Record, EquatableArray<Reason> Worse, bool IsOpen, LiveState Live)
{
    private const int MostShown = 3;

    /// <summary>The decider's newest confirmation, or null.</summary>
    public FinalDecision? Confirmed => ConfirmedIn(Record);

    /// <summary>For lists and texts: <c>Decided on revision 9, since then: ...</c>.</summary>
    public string Sentence
    {
        get
        {
            var confirmed = IsOpen ? "" : ", confirmed all the same";
            return $"Decided on revision {Record.Revision}{confirmed}, since then: {Shown(MostShown)}.";
        }
    }

    /// <summary>One line, for whom it concerns: <c>Worse since the YES on revision 9: ... and two more</c>.</summary>
    public string Line => $"Worse since the YES on revision {Record.Revision}: {Shown(1)}";

    /// <summary>The decider, who confirms or revokes; the manager; and whoever answers for something that got
    /// worse.</summary>
    public bool Concerns(Actor actor, LaunchBoard board) =>
        Record.Decider?.UserId == actor.UserId || actor.Is(LaunchPart.Manager)
        || Worse.Any(r => r.IsFor(actor, board));

    /// <param name="decided">Content of the revision whose YES counts, or null without one.</param>
    /// <param name="live">Of the live facts.</param>
    /// <param name="day">The real day in the launch's time zone.</param>
    /// <returns>Null while no YES counts or nothing is worse.</returns>
    public static SinceDecision? Of(LaunchBoard board, RevisionContent? decided, Readiness live, DateOnly day)
    {
        if (decided is null || board.StandingYes() is not { Decision: { } yes } record
            || record.Revision != decided.Number)
        {
            return null;
        }

        ImmutableArray<Reason> worse =
        [
            .. GotWorse.SinceFreeze(decided, board, live).Where(r => yes.Live?.Says(r, board.Facts, live) != true)
                .Concat(Verdict.FromConditions(record, day)
                    .Where(r => r.Level == ReadinessLevel.NotYet && !yes.Overridden.Contains(r.Text)))
                .DistinctBy(r => r.Text)
                .OrderByDescending(r => r.Level),
        ];
        var isOpen = worse.Any(r => ConfirmedIn(record) is not { } confirmed
            || (!confirmed.Overridden.Contains(r.Text) && confirmed.Live?.Says(r, board.Facts, live) != true));
        return worse.IsEmpty ? null : new(record, worse, isOpen, LiveState.Of(board, decided, live));
    }

    private static FinalDecision? ConfirmedIn(DecisionRecord record) => record.Reviews.LastOrDefault(r => r.Proceed);

    private string Shown(int most) =>
        string.Join("; ", Worse.Take(most).Select(r => r.Text))
        + (Worse.Length > most ? $"; and {Counted.Word(Worse.Length - most)} more" : "");
}
