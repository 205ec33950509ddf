using System.Collections.Immutable;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Revisions;
using ReadinessPortal.Domain.Verdicts;

namespace ReadinessPortal.Domain.SignOffs;

// Freezing asks everybody again, so it does exactly what its page showed, and not without need.
public static partial class SigningRules
{
    /// <summary>Whether this person may freeze a revision, whatever it would hold.</summary>
    public static Refusal? WhyNotFreeze(LaunchBoard board, Actor actor)
    {
        if (Permissions.WhyNot(LaunchAction.Freeze, actor, board) is { } refusal)
        {
            return refusal;
        }

        var accountable = board.Facts.Roles.Count(r => r.Accountable);
        return accountable == 1 ? null : new NobodyIsAccountable(accountable);
    }

    /// <summary>Whether this person may freeze, and whether there is anything to freeze.</summary>
    /// <param name="frozen">The newest revision, or null while there is none.</param>
    /// <param name="readiness">Of the facts as they are now.</param>
    public static Refusal? WhyNotFreeze(
        LaunchBoard board, RevisionContent? frozen, Readiness readiness, Actor actor) =>
        WhyNotFreeze(board, actor)
        ?? (frozen is not null && board.NewestRevision is { } newest && board.RecordOf(newest.Number).Decision is null
            && newest.FactsNumber == board.Launch.FactsNumber && ReadsTheSame(frozen.Readiness, readiness)
            ? new NothingToFreeze(newest.Number)
            : null);

    /// <summary>The same, for somebody who was shown this and no more.</summary>
    public static Refusal? WhyNotFreeze(
        LaunchBoard board, RevisionContent? frozen, Readiness readiness, FreezeRequest request, Actor actor) =>
        WhyNotFreeze(board, actor)
        ?? (board.NewestRevision is { } newest && newest.Number != request.Newest
            ? new FrozenMeanwhile(newest.Number, newest.FrozenBy)
            : null)
        ?? WhyNotFreeze(board, frozen, readiness, actor)
        ?? WhyNotDrop(board, request);

    /// <summary>Sign-offs that stand on the newest revision: a new one asks for all of them again.</summary>
    public static ImmutableArray<SignOff> CountingNoMore(LaunchBoard board) =>
        board.NewestRevision is { } newest ? [.. board.RecordOf(newest.Number).SignOffs.Where(s => s.Stands)] : [];

    private static SignaturesWouldStopCounting? WhyNotDrop(LaunchBoard board, FreezeRequest request)
    {
        var standing = CountingNoMore(board);
        return standing.All(s => request.Dropping.Contains(s.Id))
            ? null
            : new([.. standing.Select(s => $"{s.PrintedName} as {TitleOf(board, s.Role)}")]);
    }

    // Days to target change by themselves, and are nothing that anybody would be asked again for.
    private static bool ReadsTheSame(Readiness then, Readiness now) =>
        then.Level == now.Level
        && then.Reasons.SequenceEqual(now.Reasons)
        && then.Criteria.Select(c => (c.Key, c.State)).SequenceEqual(now.Criteria.Select(c => (c.Key, c.State)))
        && then.Gates.Select(g => (g.Key, g.Colour)).SequenceEqual(now.Gates.Select(g => (g.Key, g.Colour)));

    private static string TitleOf(LaunchBoard board, string role) =>
        board.Facts.Roles.FirstOrDefault(r => r.Key == role)?.Title ?? role;
}

/// <summary>Somebody else froze a revision since the page was shown.</summary>
public sealed record FrozenMeanwhile(int Number, string By) : Refusal
{
    public override string Text =>
        $"{By} has frozen revision {Number} since you opened this page. Look at that one first.";
}

/// <summary>A new revision would say what the newest one says, and ask everybody again.</summary>
public sealed record NothingToFreeze(int Newest) : Refusal
{
    public override string Text =>
        $"Nothing has changed since revision {Newest}, so there is nothing to freeze. Revision {Newest} can be signed.";
}

/// <summary>People have signed the newest revision, and whoever freezes has not agreed to ask them again.</summary>
/// <param name="SignOffs">Who signed as what.</param>
public sealed record SignaturesWouldStopCounting(EquatableArray<string> SignOffs) : Refusal
{
    public override string Text =>
        $"{(SignOffs.Length == 1 ? "This sign-off" : "These sign-offs")} would stop counting: "
        + $"{string.Join(", ", SignOffs)}. Agree to that, and freeze.";
}
