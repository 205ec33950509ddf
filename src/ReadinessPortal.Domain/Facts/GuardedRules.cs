using System.Collections.Immutable;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Domain.Facts;

/// <summary>
/// One person asks for a change that loosens what was frozen, another one, the manager or an executive, answers.
/// </summary>
public static class GuardedRules
{
    /// <summary>Longest reason, in characters.</summary>
    public const int MostCharacters = 2000;

    /// <param name="loosens">What the changes would make easier (<see cref="LooseningRules"/>).</param>
    public static Refusal? WhyNotRequest(ImmutableArray<string> loosens, string? reason) =>
        loosens.IsEmpty ? new NothingToGuard()
        : string.IsNullOrWhiteSpace(reason)
            ? new GuardedNotComplete("Say why this should become easier, for whoever answers.")
        : reason.Length > MostCharacters
            ? new GuardedNotComplete($"A reason has at most {MostCharacters} characters.")
        : null;

    /// <summary>Why this person may not answer it, whichever way; null when they may.</summary>
    public static Refusal? WhyNotAnswer(LaunchBoard board, Guid id, Actor actor) =>
        Permissions.WhyNot(LaunchAction.AnswerChange, actor, board) ?? WhyNotOpen(board, id)
            ?? (Asked(board, id)!.RequestedById == actor.UserId ? new OwnGuardedChange() : null);

    public static Refusal? WhyNotAnswer(LaunchBoard board, Guid id, bool approve, string? reason, Actor actor) =>
        WhyNotAnswer(board, id, actor)
            ?? (!approve && string.IsNullOrWhiteSpace(reason)
                ? new GuardedNotComplete("Say why you decline it, for whoever asked.")
            : reason?.Length > MostCharacters
                ? new GuardedNotComplete($"The answer has at most {MostCharacters} characters.")
            : null);

    /// <summary>Who asked may take it back while nobody has answered.</summary>
    public static Refusal? WhyNotWithdraw(LaunchBoard board, Guid id, Actor actor) =>
        Permissions.WhyNot(LaunchAction.View, actor, board)
            ?? StageRules.WhyNot(LaunchAction.WithdrawChange, board.Launch) ?? WhyNotOpen(board, id)
            ?? (Asked(board, id)!.RequestedById == actor.UserId ? null : new NotYours("who asked for the change"));

    public static GuardedChange? Asked(LaunchBoard board, Guid id) =>
        board.GuardedChanges.FirstOrDefault(g => g.Id == id);

    /// <summary>Approved changes of one thing of the launch, oldest first.</summary>
    public static IEnumerable<GuardedChange> ApprovedOf(LaunchBoard board, SubjectRef subject) =>
        board.GuardedChanges.Where(g => g.Answer == GuardedAnswer.Approved
            && g.Changes.Any(c => c.Fact.Root.Subject(board.Launch.Key) == subject));

    private static Refusal? WhyNotOpen(LaunchBoard board, Guid id) =>
        Asked(board, id) is not { } asked ? new NoSuchGuardedChange()
        : asked.Answer != GuardedAnswer.Pending ? new GuardedIsAnswered(asked.AnsweredBy ?? "Somebody", asked.Answer)
        : null;
}
