using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Revisions;
using ReadinessPortal.Domain.Verdicts;

namespace ReadinessPortal.Domain.Work;

/// <summary>What a line of work is about, what comes first on top.</summary>
public enum WorkKind { Review, Decide, Sign, Waiver, Guarded, Drill, Condition, Findings, Criterion, Rerun, Freeze }

/// <summary>One thing of a launch that waits for one person.</summary>
/// <param name="At">Where it is done.</param>
/// <param name="Text">What waits, in words that stand alone: <c>Load Testing: in progress, 80 % done</c>.</param>
/// <param name="Action">The one action, imperative: <c>Answer</c>.</param>
/// <param name="Since">Since when it waits, with the offset of the launch's time zone; null where nothing says
/// so.</param>
/// <param name="Due">Last day for it; null without one.</param>
public sealed record WorkLine(
    WorkKind Kind, SubjectRef At, string Text, string Action, DateTimeOffset? Since = null, DateOnly? Due = null,
    bool IsOverdue = false);

/// <summary>What is known of a launch when somebody's work in it is asked for.</summary>
/// <param name="Frozen">Content of the newest revision, or null while nothing is frozen.</param>
/// <param name="Readiness">Of the live facts.</param>
/// <param name="Since">What got worse after the YES that counts, or null.</param>
/// <param name="Now">The real instant: deputies end by it.</param>
public sealed record WorkSources(
    LaunchBoard Board, RevisionContent? Frozen, Readiness Readiness, SinceDecision? Since, DateTimeOffset Now);

/// <summary>What waits for one person in one launch.</summary>
/// <param name="Lines">What is overdue first, then by kind and day.</param>
/// <param name="Later">What will wait for this person and does not yet, as a sentence; null without such.</param>
public sealed partial record WorkList(EquatableArray<WorkLine> Lines, string? Later);
