using System.Text.Json.Serialization;
using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Revisions;
using ReadinessPortal.Domain.Verdicts;

namespace ReadinessPortal.Domain.SignOffs;

public enum SignOffDecision { Approve, Conditional, Reject, Abstain }

/// <summary>One named person's decision in one role on one revision.</summary>
public sealed record SignOff
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid LaunchId { get; init; }

    /// <summary>Number of the revision it is on.</summary>
    public required int Revision { get; init; }

    /// <summary>Lower-case hex of that revision: what exactly was signed.</summary>
    public required string RevisionSha256 { get; init; }

    public required string Role { get; init; }

    public required Guid UserId { get; init; }

    /// <summary>Name at the time.</summary>
    public required string Name { get; init; }

    public string? DeputyFor { get; init; }

    /// <summary>As every page and report prints it: <c>B, deputy for A</c>.</summary>
    [JsonIgnore]
    public string PrintedName => Printed(Name, DeputyFor);

    /// <inheritdoc cref="PrintedName"/>
    public static string Printed(string name, string? deputyFor) =>
        deputyFor is null ? name : $"{name}, deputy for {deputyFor}";

    public required SignOffDecision Decision { get; init; }

    public string? Comment { get; init; }

    /// <summary>What the signer was told the signature means.</summary>
    public required string Meaning { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>How the signer proved who they are at the moment of signing, for example <c>password</c>.</summary>
    public required string Authentication { get; init; }

    public DateTimeOffset? WithdrawnAt { get; init; }

    public string? WithdrawnReason { get; init; }

    public bool Stands => WithdrawnAt is null;

    /// <summary>Whether it is counted as signed: who abstains says nothing, and the role stays without a sign-off.
    /// </summary>
    public bool IsSigned => Stands && Decision != SignOffDecision.Abstain;
}

public enum ConditionState { Open, Met, Lapsed }

/// <summary>What a conditional sign-off asks for.</summary>
public sealed record Condition
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid LaunchId { get; init; }

    public required int Revision { get; init; }

    public required Guid SignOffId { get; init; }

    public required string Text { get; init; }

    public required string Owner { get; init; }

    public required DateOnly Due { get; init; }

    /// <summary>Key of the criterion it is about, if any.</summary>
    public string? Criterion { get; init; }

    public DateTimeOffset? MetAt { get; init; }

    public Guid? MetById { get; init; }

    /// <summary>Name at the time.</summary>
    public string? MetBy { get; init; }

    /// <summary>How it was met.</summary>
    public string? MetNote { get; init; }

    /// <summary>Key of the evidence that shows it, if any.</summary>
    public string? MetEvidence { get; init; }

    /// <summary>Its sign-off was withdrawn, and the condition went with it.</summary>
    public DateTimeOffset? DroppedAt { get; init; }

    /// <summary>Met, or lapsed when the due day has passed unmet.</summary>
    public ConditionState StateOn(DateOnly day) =>
        MetAt is not null ? ConditionState.Met : day > Due ? ConditionState.Lapsed : ConditionState.Open;

    /// <summary>As it stood then, whatever was said of it later.</summary>
    internal Condition AsOf(DateTimeOffset then)
    {
        var condition = DroppedAt > then ? this with { DroppedAt = null } : this;
        return MetAt > then
            ? condition with { MetAt = null, MetById = null, MetBy = null, MetNote = null, MetEvidence = null }
            : condition;
    }
}

/// <summary>
/// The accountable executive's sign-off and YES or NO, one act. Later ones on the same revision are the decider's word
/// on what got worse after a YES: they confirm or revoke it, and the first stays as it was.
/// </summary>
public sealed record FinalDecision
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid LaunchId { get; init; }

    public required int Revision { get; init; }

    public required Guid SignOffId { get; init; }

    public required bool Proceed { get; init; }

    /// <summary>
    /// Why the decider went ahead although something stood against it, null when nothing did; of a later word, its
    /// reason.
    /// </summary>
    public string? OverrideReason { get; init; }

    /// <summary>Exactly what was overridden, as the screen listed it.</summary>
    public EquatableArray<string> Overridden { get; init; } = [];

    public required DateTimeOffset At { get; init; }

    /// <summary>Number of the launch's audit entry that it was taken with.</summary>
    public required long Entry { get; init; }

    /// <summary>What the live facts said at that moment, which the revision does not know; null for decisions from
    /// before it was kept.</summary>
    public LiveState? Live { get; init; }
}

/// <summary>What the live facts said at an instant, in short.</summary>
/// <param name="Changes">Of facts since the revision was frozen.</param>
/// <param name="Worse">What had got worse since then, one sentence each.</param>
public sealed record LiveState(
    ReadinessLevel Readiness, int Proven, int Criteria, int Changes, EquatableArray<string> Worse)
{
    /// <summary>The same as <see cref="Worse"/>, measured; nothing of decisions from before it was kept.</summary>
    public EquatableArray<StoodAgainst> Against { get; init; } = [];

    /// <summary><c>NOT YET, 18 of 23 criteria proven, two changes after the freeze</c>.</summary>
    [JsonIgnore]
    public string Sentence => $"{Format.Word(Readiness)}, {CriteriaTally.InWords(Proven, Criteria)}, "
        + $"{Counted.Of(Changes, "change")} after the freeze";

    public static LiveState Of(LaunchBoard board, RevisionContent frozen, Readiness live)
    {
        var worse = GotWorse.SinceFreeze(frozen, board, live).ToList();
        return new(
            live.Level, live.Tally.Proven, live.Tally.All,
            (int)(board.Launch.FactsNumber - (board.NewestRevision?.FactsNumber ?? 0)), [.. worse.Select(InWords)])
        {
            Against = [.. worse.Select(r => StoodAgainst.Of(r, board.Facts, live))],
        };
    }

    /// <summary>It was as bad as this already, whatever the words for it are now.</summary>
    internal bool Says(Reason reason, LaunchFacts facts, Readiness live) =>
        Worse.Contains(InWords(reason)) || StoodAgainst.Of(reason, facts, live) is var now
            && Against.Any(a => a.Covers(now));

    /// <summary>How a decision names what the revision it is on does not know.</summary>
    internal static string InWords(Reason reason) => $"Since the freeze, {Format.Word(reason.Level)}: {reason.Text}";
}

/// <summary>What was signed and decided on one revision.</summary>
public sealed record DecisionRecord
{
    public required int Revision { get; init; }

    /// <summary>In order of time, withdrawn ones included.</summary>
    public EquatableArray<SignOff> SignOffs { get; init; } = [];

    public EquatableArray<Condition> Conditions { get; init; } = [];

    /// <summary>What was promised and not dropped with its sign-off.</summary>
    public IEnumerable<Condition> Promised => Conditions.Where(c => c.DroppedAt is null);

    /// <summary>What of it nobody has said yet how it is met.</summary>
    public IEnumerable<Condition> Unmet => Promised.Where(c => c.MetAt is null);

    /// <summary>As it was taken, whatever was said of it later.</summary>
    public FinalDecision? Decision { get; init; }

    /// <summary>The decider's later words on a YES, oldest first.</summary>
    public EquatableArray<FinalDecision> Reviews { get; init; } = [];

    /// <summary>The decider took the YES back.</summary>
    public bool IsRevoked => Reviews.Any(r => !r.Proceed);

    /// <summary>The sign-off that the decision was taken with.</summary>
    public SignOff? Decider => Decision is { } decision
        ? SignOffs.FirstOrDefault(s => s.Id == decision.SignOffId)
        : null;

    /// <summary>Audit entries of the launch this record was read up to.</summary>
    public long UpTo { get; init; }

    /// <summary>As it stood when the final decision was taken: what was said, met or taken back later is not in it.
    /// The report of the decision is made from this, whenever it is made. Itself while nothing is decided.</summary>
    public DecisionRecord AtDecision() => Decision is not { } decision ? this : this with
    {
        Conditions = [.. Conditions.Select(c => c.AsOf(decision.At))],
        Reviews = [],
        UpTo = decision.Entry,
    };

    public SignOff? Standing(string role) => SignOffs.LastOrDefault(s => s.Role == role && s.Stands);
}
