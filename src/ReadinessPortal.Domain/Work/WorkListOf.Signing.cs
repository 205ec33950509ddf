using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Revisions;
using ReadinessPortal.Domain.SignOffs;

namespace ReadinessPortal.Domain.Work;

// A signature waits for somebody when it is their turn: technical roles, business roles, the final decision.
public sealed partial record WorkList
{
    /// <summary>The signature or the decision that is this person's now; whoever comes later is asked later.</summary>
    /// <param name="frozen">Content of the newest revision, or null while nothing is frozen.</param>
    public static IEnumerable<WorkLine> Signatures(
        LaunchBoard board, RevisionContent? frozen, Actor person, DateTimeOffset now)
    {
        if (frozen is null || board.NewestRevision is not { } newest)
        {
            yield break;
        }

        foreach (var role in frozen.Facts.Roles.Where(r => IsMine(board, r, person)))
        {
            var at = new SubjectRef(SubjectKind.Role, role.Key);
            if (role.Accountable && SigningRules.WhyNotDecideAs(board, frozen, person, now) is null
                && Before(board, frozen, role) == 0)
            {
                yield return new(WorkKind.Decide, at,
                    $"Your final decision as {role.Title} on revision {newest.Number}", "Decide", newest.FrozenAt);
            }
            else if (!role.Accountable && SigningRules.WhyNotSignAs(board, frozen, role.Key, person, now) is null)
            {
                yield return new(WorkKind.Sign, at,
                    $"Your sign-off as {As(board, role, person)} on revision {newest.Number}", "Sign", newest.FrozenAt);
            }
        }
    }

    /// <summary>For whom this person signs in a role that is held; null where it is their own, or nobody holds it.
    /// </summary>
    public static string? DeputyOf(LaunchBoard board, string role, Actor person) =>
        board.Holdings.First(h => h.Role == role) is { Holder: { } holder } holding
            && holding.HolderId != person.UserId
            ? holder
            : null;

    private static string? LaterFor(WorkSources sources, Actor person)
    {
        var (board, frozen) = (sources.Board, sources.Frozen);
        var mine = (frozen?.Facts ?? board.Facts).Roles.FirstOrDefault(r => IsMine(board, r, person));
        if (mine is null)
        {
            return null;
        }

        var verb = mine.Accountable ? "decide" : "sign";
        if (frozen is null || board.NewestRevision is not { } newest)
        {
            return $"You {verb} as {mine.Title} once a revision is frozen.";
        }

        var record = board.RecordOf(newest.Number);
        var before = Before(board, frozen, mine);
        var kind = mine.Accountable ? "sign-off" : "technical sign-off";
        return record.Decision is not null || record.Standing(mine.Key) is not null || before == 0 ? null
            : before == 1 ? $"You {verb} as {mine.Title} after one more {kind}."
            : $"You {verb} as {mine.Title} after {Counted.Word(before)} {kind}s.";
    }

    // How many required sign-offs come before the one in this role and are not given.
    private static int Before(LaunchBoard board, RevisionContent frozen, Role role)
    {
        var record = board.RecordOf(frozen.Number);
        return SigningRules.Required(frozen.Facts, frozen.Holdings).Count(r => record.Standing(r.Key) is null
            && (role.Accountable || (role.Kind == RoleKind.Business && r.Kind == RoleKind.Technical)));
    }

    private static bool IsMine(LaunchBoard board, Role role, Actor person) => board.Holdings.Any(h =>
        h.Role == role.Key && (h.HolderId == person.UserId || h.DeputyId == person.UserId));

    private static string As(LaunchBoard board, Role role, Actor person) =>
        DeputyOf(board, role.Key, person) is { } holder ? $"deputy of {holder}, {role.Title}," : role.Title;
}
