using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.SignOffs;

namespace ReadinessPortal.Domain.Verdicts;

/// <summary>
/// What was decided, in one line. It stands beside what the rules say now and never in its place, so that neither word
/// hides the other.
/// </summary>
/// <param name="Revision">Number of the revision that was decided.</param>
/// <param name="Word"><c>YES</c>, <c>NO</c>, <c>YES, revoked</c>.</param>
/// <param name="About"><c>on revision 1, 3 points overridden, 28 Nov 2025, Cleo Chief</c>.</param>
/// <param name="Tone">How it looks: like GO for a YES with nothing against it, like CONDITIONAL for one that overrides
/// something, like NO-GO otherwise.</param>
public sealed record DecisionLine(int Revision, string Word, string About, ReadinessLevel Tone)
{
    /// <summary>All of it: <c>YES on revision 1, 28 Nov 2025, Cleo Chief</c>.</summary>
    public string Sentence => $"{Word} {About}";

    /// <summary>The decision that counts: on the newest revision, or a YES that stands while a newer one is being
    /// signed. Null while there is none.</summary>
    public static DecisionLine? Of(LaunchBoard board) =>
        board.DecidedRecord() is { Decision: { } decision } record
            ? Of(record, board.Launch.Day(decision.At))
            : null;

    /// <param name="record">With a decision.</param>
    /// <param name="day">The day it was taken, in the launch's time zone.</param>
    public static DecisionLine Of(DecisionRecord record, DateOnly day)
    {
        var decision = record.Decision!;
        var overridden = decision.Overridden.Length;
        var about = new[]
        {
            $"on revision {record.Revision}",
            overridden == 0 ? null : $"{overridden} {(overridden == 1 ? "point" : "points")} overridden",
            Format.Day(day),
            record.Decider?.PrintedName,
        };
        return new(record.Revision,
            record.IsRevoked ? "YES, revoked" : decision.Proceed ? "YES" : "NO",
            string.Join(", ", about.OfType<string>()),
            record.IsRevoked || !decision.Proceed ? ReadinessLevel.NoGo
                : overridden > 0 ? ReadinessLevel.Conditional
                : ReadinessLevel.Go);
    }
}
