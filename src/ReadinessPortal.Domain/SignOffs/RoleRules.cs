using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Revisions;

namespace ReadinessPortal.Domain.SignOffs;

/// <summary>Who may name holders and deputies, and when a role may be made not required.</summary>
public static class RoleRules
{
    /// <param name="reason">Kept and printed; null makes the role required again.</param>
    public static Refusal? WhyNotNotRequire(LaunchBoard board, string role, string? reason, Actor actor) =>
        WhyNotChange(board, role, actor)
        ?? (board.Revisions.Length > 0 ? new FrozenAlready(board.Revisions.Length)
            : Find(board, role)!.Accountable ? new AccountableIsRequired(Find(board, role)!.Title)
            : reason is not null && string.IsNullOrWhiteSpace(reason)
                ? new ReasonIsMissing("Making a role not required")
            : TextLimits.WhyNot("The reason", reason));

    /// <param name="userId">Null takes the role from its holder.</param>
    public static Refusal? WhyNotAssign(LaunchBoard board, string role, Guid? userId, string? name, Actor actor) =>
        WhyNotChange(board, role, actor) ?? WhyNotOneMore(board, role, userId, name);

    /// <summary>The manager or the holder names a deputy; it counts for revisions frozen afterwards.</summary>
    /// <param name="deputyId">Null ends the deputising.</param>
    public static Refusal? WhyNotNameDeputy(
        LaunchBoard board, string role, Guid? deputyId, string? name, DateOnly? until, Actor actor, DateTimeOffset now)
    {
        var holding = board.Holdings.FirstOrDefault(h => h.Role == role);
        var refusal = StageRules.WhyNot(LaunchAction.NameDeputy, board.Launch)
            ?? (holding?.HolderId == actor.UserId ? null : WhyNotChange(board, role, actor));
        if (refusal is not null)
        {
            return refusal;
        }

        var today = board.Launch.Day(now);
        return deputyId is null ? null
            : Find(board, role) is null ? new UnknownRole(role)
            : deputyId == holding?.HolderId ? new DeputyIsTheHolder(name ?? "This person")
            : until is not { } end || end < today ? new DeputyNeedsEnd(today)
            : WhyNotOneMore(board, role, deputyId, name);
    }

    /// <summary>What a form shows of who fills a role, in short: the form that carries it does nothing when somebody
    /// else is named meanwhile.</summary>
    public static string Shown(RoleHolding? holding) =>
        holding is null ? "" : CanonicalJson.Sha256(CanonicalJson.Of(holding))[..16];

    /// <param name="shown">See <see cref="Shown"/>; null where nobody looked.</param>
    public static Refusal? WhyMoved(LaunchBoard board, string role, string? shown)
    {
        var now = board.Holdings.FirstOrDefault(h => h.Role == role);
        return shown is null || shown == Shown(now)
            ? null
            : new RoleMoved(Find(board, role)?.Title ?? role, now?.Holder, now?.Deputy);
    }

    private static Refusal? WhyNotChange(LaunchBoard board, string role, Actor actor) =>
        Permissions.WhyNot(LaunchAction.ManageRoles, actor, board)
        ?? (Find(board, role) is null ? new UnknownRole(role) : null);

    private static Refusal? WhyNotOneMore(LaunchBoard board, string role, Guid? userId, string? name)
    {
        if (userId is not null && string.IsNullOrWhiteSpace(name))
        {
            return new UnknownPerson();
        }

        var other = userId is null ? null : board.Holdings.FirstOrDefault(h =>
            h.Role != role && (h.HolderId == userId || h.DeputyId == userId));
        return other is null
            ? null
            : new PersonFillsAnotherRole(name ?? "This person", Find(board, other.Role)?.Title ?? other.Role);
    }

    private static Role? Find(LaunchBoard board, string role) => board.Facts.Roles.FirstOrDefault(r => r.Key == role);
}

/// <summary>Somebody else named people for the role since the page was shown.</summary>
public sealed record RoleMoved(string Role, string? Holder, string? Deputy) : Refusal
{
    public override string Text =>
        $"{Role} was changed since you opened this page: filled by {Holder ?? "nobody"}, "
        + $"{(Deputy is null ? "without a deputy" : $"deputy {Deputy}")}. Look again.";
}
