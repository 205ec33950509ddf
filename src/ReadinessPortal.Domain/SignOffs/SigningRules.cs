using System.Collections.Immutable;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Revisions;
using ReadinessPortal.Domain.Verdicts;

namespace ReadinessPortal.Domain.SignOffs;

/// <summary>
/// Who may freeze, sign, withdraw and decide, and when. Each answer is null for yes, or the reason why not, the one
/// that is hardest to change first.
/// </summary>
public static partial class SigningRules
{
    /// <summary>Whether this person may sign as asked. The accountable role decides instead.</summary>
    /// <param name="board">The launch as it is now.</param>
    /// <param name="frozen">The newest revision, or null while there is none.</param>
    public static Refusal? WhyNotSign(
        LaunchBoard board, RevisionContent? frozen, SignRequest request, Actor actor, DateTimeOffset now) =>
        WhyNotSignAs(board, frozen, request.Role, actor, now)
        ?? WhyNotOn(board, request.Revision, request.Sha256)
        ?? SeveralProblems.Of(
        [
            .. WhyNotWith(request.Decision, request.Comment, request.Conditions, board.Launch.Day(now)),
            WhyNotBy(request.Authentication),
        ]);

    /// <summary>
    /// Whether this person could sign in this role now, whatever they say: a page asks before the form.
    /// </summary>
    public static Refusal? WhyNotSignAs(
        LaunchBoard board, RevisionContent? frozen, string role, Actor actor, DateTimeOffset now)
    {
        if (WhyNotAtAll(LaunchAction.Sign, board, frozen, role) is { } refusal)
        {
            return refusal;
        }

        var signing = frozen!.Facts.Roles.FirstOrDefault(r => r.Key == role);
        return signing is null ? new UnknownRole(role)
            : signing.Accountable ? new AccountableDecides(signing.Title)
            : frozen.Holdings.FirstOrDefault(h => h.Role == role)?.NotRequiredReason is { } reason
                ? new RoleIsNotRequired(signing.Title, reason)
            : WhyNotThisPerson(board, frozen, signing, actor, now)
                ?? (MissingBefore(board, frozen, signing) is { Length: > 0 } missing
                    ? new NotYourTurn(signing.Title, missing)
                    : null);
    }

    /// <summary>Whether this person may take back this signature of theirs on the newest revision.</summary>
    public static Refusal? WhyNotWithdraw(LaunchBoard board, WithdrawRequest request, Actor actor) =>
        WhyNotTakeBack(board, request.SignOff, actor)
        ?? SeveralProblems.Of(
        [
            string.IsNullOrWhiteSpace(request.Reason) ? new ReasonIsMissing("Withdrawing a sign-off")
                : TextLimits.WhyNot("The reason", request.Reason),
            WhyNotBy(request.Authentication),
        ]);

    /// <summary>The same, whatever they say of it: a page asks before the form.</summary>
    public static Refusal? WhyNotTakeBack(LaunchBoard board, Guid id, Actor actor)
    {
        if (StageRules.WhyNot(LaunchAction.WithdrawSignOff, board.Launch) is { } notNow)
        {
            return notNow;
        }

        if (board.NewestRevision is not { } newest)
        {
            return new NothingIsFrozen();
        }

        var record = board.RecordOf(newest.Number);
        if (record.SignOffs.FirstOrDefault(s => s.Id == id) is not { } signOff)
        {
            return new NothingToWithdraw();
        }

        var title = board.Facts.Roles.FirstOrDefault(r => r.Key == signOff.Role)?.Title ?? signOff.Role;
        return !signOff.Stands ? new IsWithdrawn(title, signOff.PrintedName)
            : signOff.UserId != actor.UserId ? new NotYourSignOff(title, signOff.Name)
            : record.Decision is { } decision ? new DecisionIsTaken(decision.Proceed, Decider(record))
            : null;
    }

    /// <summary>Whether this person may take the final decision as asked.</summary>
    public static Refusal? WhyNotDecide(
        LaunchBoard board, RevisionContent? frozen, DecideRequest request, Actor actor, DateTimeOffset now) =>
        WhyNotDecideAs(board, frozen, actor, now)
        ?? WhyNotOn(board, request.Revision, request.Sha256)
        ?? SeveralProblems.Of(
        [
            .. WhyNotWith(request.Decision, request.Comment, request.Conditions, board.Launch.Day(now)),
            WhyNotOverride(board, frozen!, request, now),
            WhyNotBy(request.Authentication),
        ]);

    /// <summary>Whether this person could take the final decision now, whichever.</summary>
    public static Refusal? WhyNotDecideAs(
        LaunchBoard board, RevisionContent? frozen, Actor actor, DateTimeOffset now)
    {
        var accountable = (frozen?.Facts ?? board.Facts).Roles.Where(r => r.Accountable).ToList();
        return accountable is not [var role]
            ? new NobodyIsAccountable(accountable.Count)
            : WhyNotAtAll(LaunchAction.Decide, board, frozen, role.Key)
                ?? WhyNotThisPerson(board, frozen!, role, actor, now);
    }

    /// <summary>
    /// Exactly what a YES on this revision would go against, one sentence each: what stands against the revision, and
    /// what got worse in the live launch since it was frozen. Empty when it needs no override. The screen lists these,
    /// and the report prints them for ever.
    /// </summary>
    public static ImmutableArray<string> WhatAnOverrideWouldOverride(
        LaunchBoard board, RevisionContent frozen, DateTimeOffset now)
    {
        var record = board.RecordOf(frozen.Number) with { Decision = null, Reviews = [] };
        var verdict = Verdict.Of(
            frozen.Readiness, frozen.Facts, frozen.Holdings, record, board.Launch.Day(now));
        return
        [
            .. verdict.Reasons.Where(r => r.Level >= ReadinessLevel.NotYet).Select(r => r.Text),
            .. GotWorse.SinceFreeze(frozen, board, Readiness.At(board, now))
                .Where(r => r.Level >= ReadinessLevel.NotYet).Select(LiveState.InWords),
        ];
    }

    private static Refusal? WhyNotAtAll(LaunchAction action, LaunchBoard board, RevisionContent? frozen, string role)
    {
        if (StageRules.WhyNot(action, board.Launch) is { } notNow)
        {
            return notNow;
        }

        if (frozen is null || board.NewestRevision is not { } newest)
        {
            return new NothingIsFrozen();
        }

        if (frozen.Number != newest.Number)
        {
            return new NotTheNewestRevision(frozen.Number, newest.Number);
        }

        // Taken up again, it still has a new date that this revision does not know.
        if (board.StageChanges.Any(c => c.To == LaunchStage.Postponed && c.At > newest.FrozenAt))
        {
            return new LaunchIsPostponed(board.Launch.TargetDate);
        }

        var record = board.RecordOf(newest.Number);
        return record.Decision is { } decision ? new DecisionIsTaken(decision.Proceed, Decider(record))
            : record.Standing(role) is { } standing
                ? new RoleHasSigned(TitleOf(frozen, role), standing.PrintedName)
            : null;
    }

    private static Refusal? WhyNotThisPerson(
        LaunchBoard board, RevisionContent frozen, Role role, Actor actor, DateTimeOffset now)
    {
        var holding = board.Holdings.FirstOrDefault(h => h.Role == role.Key);
        var newest = board.NewestRevision!;
        var before = board.RecordOf(newest.Number).SignOffs.LastOrDefault(s => s.Stands && s.UserId == actor.UserId);
        return WhyNotNamed(holding, frozen, role, actor, board.Launch.Day(now))
            ?? (role.Kind == RoleKind.Business && newest.FrozenById == actor.UserId
                ? new FreezerSignsNoBusiness(role.Title)
                : before is null ? null
                : new PersonHasSigned(TitleOf(frozen, before.Role)));
    }

    private static Refusal? WhyNotNamed(
        RoleHolding? holding, RevisionContent frozen, Role role, Actor actor, DateOnly day)
    {
        if (holding?.HolderId is { } holder && holder == actor.UserId)
        {
            return null;
        }

        if (holding?.DeputyId is not { } deputy || deputy != actor.UserId)
        {
            return new NotTheNamedPerson(role.Title, holding?.Holder);
        }

        var atFreeze = frozen.Holdings.FirstOrDefault(h => h.Role == role.Key);
        return atFreeze?.DeputyId != deputy ? new DeputyNamedTooLate(role.Title)
            : Earlier(holding.DeputyUntil, atFreeze.DeputyUntil) is var until && until < day
                ? new DeputyIsOver(role.Title, until)
            : null;
    }

    // The end named at the freeze cannot be moved out under the signers, only brought forward.
    private static DateOnly Earlier(DateOnly? now, DateOnly? then) =>
        (now ?? DateOnly.MinValue) < (then ?? DateOnly.MinValue) ? now ?? DateOnly.MinValue : then ?? DateOnly.MinValue;

    private static NotTheNewestRevision? WhyNotOn(LaunchBoard board, int revision, string sha256)
    {
        var newest = board.NewestRevision!;
        return revision == newest.Number && sha256 == newest.Sha256
            ? null
            : new NotTheNewestRevision(revision, newest.Number);
    }

    private static NotReauthenticated? WhyNotBy(string? authentication) =>
        string.IsNullOrWhiteSpace(authentication) ? new() : null;

    // In the order of the form, and all at once.
    private static IEnumerable<Refusal?> WhyNotWith(
        SignOffDecision decision, string? comment, EquatableArray<ConditionDraft> conditions, DateOnly day)
    {
        if (decision != SignOffDecision.Conditional && !conditions.IsEmpty)
        {
            yield return new ConditionsDoNotFit(decision);
        }
        else if (decision == SignOffDecision.Conditional && conditions.IsEmpty)
        {
            yield return new ConditionIsMissing();
        }

        foreach (var (i, condition) in conditions.Index())
        {
            foreach (var refusal in WhyNot(condition, i + 1, day))
            {
                yield return refusal;
            }
        }

        yield return decision != SignOffDecision.Approve && string.IsNullOrWhiteSpace(comment)
            ? new CommentIsMissing(decision)
            : TextLimits.WhyNot("The comment", comment, TextLimits.Comment);
    }

    private static IEnumerable<Refusal?> WhyNot(ConditionDraft condition, int number, DateOnly day)
    {
        var missing = new[]
        {
            string.IsNullOrWhiteSpace(condition.Text) ? "a text" : null,
            string.IsNullOrWhiteSpace(condition.Owner) ? "an owner" : null,
            condition.Due is null ? "a due date" : null,
        }.OfType<string>().ToImmutableArray();
        yield return missing.IsEmpty ? null : new ConditionIsIncomplete(number, missing);
        yield return TextLimits.WhyNot($"Condition {number}", condition.Text, TextLimits.Condition);
        yield return TextLimits.WhyNot($"The owner of condition {number}", condition.Owner, TextLimits.Name);
        yield return condition.Due is { } due && due < day ? new ConditionIsOver(number, due, day) : null;
    }

    private static Refusal? WhyNotOverride(
        LaunchBoard board, RevisionContent frozen, DecideRequest request, DateTimeOffset now)
    {
        if (TextLimits.WhyNot("The reason", request.OverrideReason, TextLimits.Comment) is { } tooLong)
        {
            return tooLong;
        }

        if (!request.Proceed)
        {
            return null;
        }

        var overridden = WhatAnOverrideWouldOverride(board, frozen, now);
        return !overridden.ToHashSet(StringComparer.Ordinal).SetEquals(request.Shown) ? new OverrideHasMoved(overridden)
            : !overridden.IsEmpty && string.IsNullOrWhiteSpace(request.OverrideReason)
                ? new OverrideNeedsReason(overridden)
            : null;
    }

    private static ImmutableArray<string> MissingBefore(LaunchBoard board, RevisionContent frozen, Role role)
    {
        if (role.Kind == RoleKind.Technical)
        {
            return [];
        }

        var record = board.RecordOf(frozen.Number);
        return
        [
            .. Required(frozen.Facts, frozen.Holdings)
                .Where(r => r.Kind == RoleKind.Technical && record.Standing(r.Key) is null)
                .Select(r => r.Title),
        ];
    }

    /// <summary>
    /// Roles whose sign-off is required, in their order: all not made optional, the accountable one apart.
    /// </summary>
    public static ImmutableArray<Role> Required(LaunchFacts facts, ImmutableArray<RoleHolding> holdings) =>
    [
        .. facts.Roles.Where(r => !r.Accountable
            && holdings.FirstOrDefault(h => h.Role == r.Key)?.NotRequiredReason is null),
    ];

    private static string TitleOf(RevisionContent frozen, string role) =>
        frozen.Facts.Roles.FirstOrDefault(r => r.Key == role)?.Title ?? role;

    private static string Decider(DecisionRecord record) =>
        record.Decider?.PrintedName ?? "The accountable executive";
}
