using System.Collections.Immutable;
using ReadinessPortal.Domain.Evidence;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Verdicts;

namespace ReadinessPortal.Domain.Facts;

/// <summary>What a second person is asked for, as it was sent: a list of changes, or an act.</summary>
public sealed record GuardedRequest
{
    public EquatableArray<FactChange> Changes { get; init; } = [];

    public GuardedAct? Act { get; init; }

    public string Reason { get; init; } = "";
}

/// <summary>
/// One person asks for a change that loosens what was frozen, another one, the manager or an executive, answers.
/// </summary>
public static class GuardedRules
{
    public static Refusal? WhyNotRequest(ChangeEffect effect, string? reason) =>
        effect.Better.IsEmpty ? new NothingToGuard()
        : string.IsNullOrWhiteSpace(reason)
            ? new GuardedNotComplete("Write a justification for whoever approves.")
        : TextLimits.WhyNot("The reason", reason);

    /// <param name="changed">Everything it changes.</param>
    /// <exception cref="RefusedException">There is nothing to ask for, or no reason.</exception>
    public static GuardedChange Request(
        LaunchBoard board, GuardedRequest request, string summary, ImmutableArray<SubjectRef> changed,
        ChangeEffect effect, Actor actor, DateTimeOffset now) =>
        WhyNotRequest(effect, request.Reason) is { } refusal
            ? throw new RefusedException(refusal)
            : new GuardedChange
            {
                LaunchId = board.Launch.Id,
                Changes = request.Changes,
                Act = request.Act,
                Summary = summary,
                Loosens = [.. effect.Better.Select(l => l.Text)],
                Worsens = [.. effect.Worse],
                Totals = [.. effect.Totals],
                Touches =
                [
                    .. changed.Concat(effect.Better.Select(l => l.About)).Where(s => s.Kind != SubjectKind.Launch)
                        .Distinct(),
                ],
                Reason = request.Reason.Trim(),
                RequestedById = actor.UserId,
                RequestedBy = actor.Name,
                RequestedAt = now,
            };

    /// <summary>Why this person may not answer it, whichever way; null when they may.</summary>
    public static Refusal? WhyNotAnswer(LaunchBoard board, Guid id, Actor actor) =>
        Permissions.WhyNot(LaunchAction.AnswerChange, actor, board) ?? WhyNotOpen(board, id)
            ?? (Asked(board, id)!.RequestedById == actor.UserId ? new OwnGuardedChange()
                : Permissions.AnswersOrStandsInFor(actor, board, [.. About(board, Asked(board, id)!)])
                    ? new OwnSubject()
                : Asked(board, id)!.Changes.Select(c => EditingRules.WhyNotAccept(c, actor, board))
                    .FirstOrDefault(r => r is NotWhoDelivered));

    public static Refusal? WhyNotAnswer(LaunchBoard board, Guid id, bool approve, string? reason, Actor actor) =>
        WhyNotAnswer(board, id, actor)
            ?? (!approve && string.IsNullOrWhiteSpace(reason)
                ? new GuardedNotComplete("Say why you decline it, for whoever asked.")
            : TextLimits.WhyNot("The answer", reason));

    /// <summary>Files that nothing reads and beside which it types a value: whoever approves it has looked at them.
    /// </summary>
    public static ImmutableArray<EvidenceItem> ToLookAt(LaunchBoard board, GuardedChange asked)
    {
        var named = asked.Changes.Where(c => c.Fact.Lists == "criteria/measurements").SelectMany(c => c switch
        {
            FactChange.Set { Field: "evidence", To: { } key } => [key],
            FactChange.Set { Field: "value", To: not null } set => EvidenceOf(set.Fact),
            FactChange.Add { Values: { } values } when values.ContainsKey("evidence") => [values["evidence"]],
            _ => Array.Empty<string?>(),
        }).ToHashSet(StringComparer.Ordinal);
        return [.. board.Facts.Evidence
            .Where(e => e.IsInHand && named.Contains(e.Key) && e.Reading is not { IsRead: true })];

        string?[] EvidenceOf(FactPath measurement) => [.. board.Facts.Criteria
            .Where(c => c.Key == measurement.Root.Key).SelectMany(c => c.Measurements)
            .Where(m => m.Key == measurement.Key).Select(m => m.Evidence)];
    }

    /// <param name="lookedAt">Keys of what whoever approves says that they looked at.</param>
    public static Refusal? WhyNotUnseen(LaunchBoard board, GuardedChange asked, IEnumerable<string> lookedAt) =>
        ToLookAt(board, asked).Where(e => !lookedAt.Contains(e.Key, StringComparer.Ordinal)).Select(e => e.Title)
            .ToList() is { Count: > 0 } unseen ? new LookAtTheFile(Counted.List(unseen)) : null;

    /// <summary>Why what is approved would do more than what was asked for and shown; null when it does not.</summary>
    public static Refusal? WhyNotAsAsked(GuardedChange asked, ChangeEffect effect) =>
        effect.Better.Select(l => l.Text).Except(asked.Loosens, StringComparer.Ordinal).ToImmutableArray() is
        { IsEmpty: false } more
            ? new GuardedOutOfDate($"More would improve than was requested: {Counted.List(more)}.")
            : null;

    /// <summary>Who asked may take it back while nobody has answered.</summary>
    public static Refusal? WhyNotWithdraw(LaunchBoard board, Guid id, Actor actor) =>
        Permissions.WhyNot(LaunchAction.View, actor, board)
            ?? StageRules.WhyNot(LaunchAction.WithdrawChange, board.Launch) ?? WhyNotOpen(board, id)
            ?? (Asked(board, id)!.RequestedById == actor.UserId ? null : new NotYours("who asked for the change"));

    /// <summary>The same, asked for by the same person and not answered yet; null where there is none.</summary>
    public static GuardedChange? AskedAlready(LaunchBoard board, GuardedRequest request, Actor actor) =>
        board.GuardedChanges.FirstOrDefault(g => g.IsPending && g.RequestedById == actor.UserId
            && g.Changes == request.Changes && Equals(g.Act, request.Act));

    public static GuardedChange? Asked(LaunchBoard board, Guid id) =>
        board.GuardedChanges.FirstOrDefault(g => g.Id == id);

    /// <summary>Changes of one thing of the launch that were answered so, or wait, oldest first.</summary>
    public static IEnumerable<GuardedChange> Of(LaunchBoard board, SubjectRef subject, GuardedAnswer answer) =>
        board.GuardedChanges.Where(g => g.Answer == answer && About(board, g).Contains(subject));

    // Those from before it was kept what they touch have their changes alone.
    private static IEnumerable<SubjectRef> About(LaunchBoard board, GuardedChange change) =>
        change.Touches.Concat(change.Changes.Select(c => c.Fact.Root.Subject(board.Launch.Key)));

    private static Refusal? WhyNotOpen(LaunchBoard board, Guid id) =>
        Asked(board, id) is not { } asked ? new NoSuchGuardedChange()
        : !asked.IsPending ? new GuardedIsAnswered(asked.AnsweredBy ?? "Somebody", asked.Answer)
        : null;
}
