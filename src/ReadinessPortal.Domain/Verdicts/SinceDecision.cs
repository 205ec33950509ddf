using System.Collections.Immutable;
using ReadinessPortal.Domain.Claims;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Revisions;
using ReadinessPortal.Domain.SignOffs;

namespace ReadinessPortal.Domain.Verdicts;

/// <summary>What has got worse in the live launch since the YES that counts.</summary>
/// <param name="Record">Of the revision that was decided.</param>
/// <param name="Worse">What stands against the launch now and did not stand, or not as badly, in the decided revision;
/// worst first, never empty.</param>
public sealed record SinceDecision(DecisionRecord Record, ImmutableArray<Reason> Worse)
{
    private const int MostShown = 3;

    /// <summary>The decider's newest confirmation, or null.</summary>
    public FinalDecision? Confirmed => Record.Reviews.LastOrDefault(r => r.Proceed);

    /// <summary>The decider has not yet said YES to all of it.</summary>
    public bool IsOpen => Worse.Any(r => Confirmed?.Overridden.Contains(r.Text) != true);

    /// <summary>For banners and lists: <c>Decided on revision 9, since then: ...</c>.</summary>
    public string Sentence
    {
        get
        {
            var more = Worse.Length > MostShown ? $"; and {Worse.Length - MostShown} more" : "";
            var confirmed = IsOpen ? "" : ", confirmed all the same";
            return $"Decided on revision {Record.Revision}{confirmed}, since then: "
                + $"{string.Join("; ", Worse.Take(MostShown).Select(r => r.Text))}{more}.";
        }
    }

    /// <param name="decided">Content of the revision whose YES counts, or null without one.</param>
    /// <param name="live">Of the live facts.</param>
    /// <param name="day">The real day in the launch's time zone.</param>
    /// <returns>Null while no YES counts or nothing is worse.</returns>
    public static SinceDecision? Of(LaunchBoard board, RevisionContent? decided, Readiness live, DateOnly day)
    {
        if (decided is null || board.StandingYes() is not { } record || record.Revision != decided.Number)
        {
            return null;
        }

        var then = decided.Readiness;
        ImmutableArray<Reason> worse =
        [
            .. live.Reasons.Where(r => IsWorse(r, then, live))
                .Concat(Verdict.FromConditions(record, day).Where(r => r.Level == ReadinessLevel.NotYet))
                .OrderByDescending(r => r.Level),
        ];
        return worse.IsEmpty ? null : new(record, worse);
    }

    // One reason speaks for all headline findings, so that they are compared one by one.
    private static bool IsWorse(Reason reason, Readiness then, Readiness now) => reason.Subject.Kind switch
    {
        SubjectKind.Claim => High(now).Except(High(then), StringComparer.Ordinal).Any(),
        SubjectKind.Gate => IsNew(reason, then) || HasWorseCriterion(reason.Subject.Key, then, now),
        _ => IsNew(reason, then),
    };

    private static bool IsNew(Reason reason, Readiness then) =>
        !then.Reasons.Any(r => r.Subject == reason.Subject && r.Level >= reason.Level);

    private static bool HasWorseCriterion(string gate, Readiness then, Readiness now)
    {
        var states = then.Criteria.ToDictionary(c => c.Key, c => c.State, StringComparer.Ordinal);
        var keys = now.Gate(gate).Criteria;
        return now.Criteria.Any(c => keys.Contains(c.Key) && states.TryGetValue(c.Key, out var was) && c.State < was);
    }

    private static IEnumerable<string> High(Readiness readiness) => readiness.Findings
        .Where(f => f is { Severity: FindingSeverity.High, Status: FindingStatus.Open }).Select(f => f.Key);
}
