using ReadinessPortal.Application.Audit;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Revisions;
using ReadinessPortal.Domain.SignOffs;
using ReadinessPortal.Domain.Verdicts;

namespace ReadinessPortal.Application.Boards;

/// <summary>A board in the cache, with what is derived from it as long as that holds.</summary>
internal sealed class BoardEntry(
    LaunchBoard board, AuditHead head, long jsonLength, RevisionContent? underSignature, RevisionContent? decided)
{
    /// <summary>Heap for each character of the facts' JSON, measured on boards of the demo's shape.</summary>
    private const int BytesPerCharacter = 3;

    private Derived? _derived;

    public LaunchBoard Board => board;

    public long Number => board.ChangeNumber;

    public AuditHead Head => head;

    public RevisionContent? UnderSignature => underSignature;

    /// <summary>The revision whose YES counts.</summary>
    public RevisionContent? Decided => decided;

    public long Bytes => jsonLength * BytesPerCharacter;

    public Derived At(DateTimeOffset now)
    {
        var known = Volatile.Read(ref _derived);
        if (known is not null && known.From <= now && (known.ValidUntil is not { } until || now < until))
        {
            return known;
        }

        var derived = Derive(now);
        Volatile.Write(ref _derived, derived);
        return derived;
    }

    private Derived Derive(DateTimeOffset now)
    {
        var readiness = Readiness.At(board, now);
        var record = board.NewestRevision is { } newest
            ? board.RecordOf(newest.Number)
            : new DecisionRecord { Revision = 0 };
        var day = board.Launch.Day(now);
        var live = record.Decision is null
            ? Verdict.Of(readiness, board.Facts, board.Holdings, record, day)
            : Verdict.BesideDecision(readiness, record, day);
        var verdict = underSignature is { } frozen
            ? Verdict.Of(frozen.Readiness, frozen.Facts, frozen.Holdings, record, day)
            : live;
        return new(
            now, readiness.ValidUntil ?? WhenConditionsMayLapse(now, day), readiness, verdict, live,
            SinceDecision.Of(board, decided, readiness, day));
    }

    // An as-of date stops the clock of what is in date, and never that of what people promised each other.
    private DateTimeOffset? WhenConditionsMayLapse(DateTimeOffset now, DateOnly day) =>
        board.Conditions.Any(c => c.DroppedAt is null && c.StateOn(day) == ConditionState.Open)
            ? board.Launch.NextDay(now)
            : null;

    /// <param name="ValidUntil">Until when all of it holds if no fact changes; null means for good.</param>
    internal sealed record Derived(
        DateTimeOffset From, DateTimeOffset? ValidUntil, Readiness Readiness, Verdict Verdict, Verdict LiveVerdict,
        SinceDecision? SinceDecision);
}
