using System.Collections.Immutable;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.SignOffs;

namespace ReadinessPortal.Domain.Launches;

/// <summary>Who may let people in and out of a launch; and that somebody always manages it.</summary>
public static class MemberRules
{
    public static Refusal? WhyNotAdd(LaunchBoard board, string? name, Actor actor) =>
        Permissions.WhyNot(LaunchAction.ManageMembers, actor, board)
        ?? (string.IsNullOrWhiteSpace(name) ? new UnknownPerson() : null);

    /// <summary>Whether somebody may invite a colleague who has no account, with that part.</summary>
    public static Refusal? WhyNotInvite(LaunchBoard board, LaunchPart part, Actor actor) =>
        Permissions.WhyNot(LaunchAction.InviteColleague, actor, board)
        ?? (part != LaunchPart.Viewer && Permissions.WhyNot(LaunchAction.ManageMembers, actor, board) is not null
            ? new LeadsInviteToRead() : null);

    public static Refusal? WhyNotRemove(LaunchBoard board, Guid userId, LaunchPart part, Actor actor) =>
        Permissions.WhyNot(LaunchAction.ManageMembers, actor, board)
        ?? (board.Members.All(m => m.UserId != userId || m.Part != part) ? new NoSuchMember(part)
            : part == LaunchPart.Manager && board.Members.Count(m => m.Part == LaunchPart.Manager) == 1
                ? new LastManager(board.Members.First(m => m.Part == LaunchPart.Manager).Name)
            : null);

    public static Refusal? WhyNotChange(
        LaunchBoard board, Guid userId, LaunchPart from, LaunchPart to, Actor actor) =>
        from != to
            ? WhyNotRemove(board, userId, from, actor)
            : Permissions.WhyNot(LaunchAction.ManageMembers, actor, board)
                ?? (board.Members.Any(m => m.UserId == userId && m.Part == from) ? null : new NoSuchMember(from));

    /// <summary>What goes with a part when it is taken away, in words; one sentence each.</summary>
    public static ImmutableArray<string> Consequences(LaunchBoard board, Member member, Actor actor)
    {
        var you = member.UserId == actor.UserId;
        var who = you ? "You" : member.Name;
        var keeps = board.Members.Where(m => m.UserId == member.UserId && m.Part != member.Part)
            .Select(m => Format.Word(m.Part)).ToList();
        var roles = board.Holdings.Where(h => h.HolderId == member.UserId || h.DeputyId == member.UserId)
            .Select(h => board.Facts.Roles.FirstOrDefault(r => r.Key == h.Role)?.Title ?? h.Role).ToList();
        if (member.GivenBy is not null)
        {
            return ["The part comes from an identity provider. It gives it again the next time they come in by it, as "
                + "long as it says so of them."];
        }

        if (you && actor.IsAdministrator)
        {
            return ["You give the part up. As an administrator you still see the launch."];
        }

        if (roles.Count > 0)
        {
            return [$"{who} still {(you ? "read" : "reads")} the launch, as {Counted.List(roles)}. "
                + "Name somebody else for the role to end that too."];
        }

        return keeps.Count > 0
            ? [$"{who} {(you ? "stay" : "stays")} in the launch as {Counted.List(keeps)}."]
            : [$"{who} cannot open the launch any more{(you ? "" : ", unless as an administrator")}, and "
                    + $"{(you ? "this page closes" : "pages left open close")} at once.",
                "What was signed, written and attached stays, under the same name."];
    }
}

public sealed record NoSuchMember(LaunchPart Part) : Refusal
{
    public override string Text => $"Nobody of that name is {Format.Word(Part)} here any more. Look again.";
}

/// <summary>A launch without a manager could not be changed by anybody.</summary>
public sealed record LastManager(string Manager) : Refusal
{
    public override string Text =>
        $"{Manager} is the only manager left. Make somebody else manager first.";
}

/// <summary>Another part is the launch manager's to give.</summary>
public sealed record LeadsInviteToRead : Refusal
{
    /// <inheritdoc/>
    public override string Text => "A lead invites colleagues as viewers. Ask the launch manager for another part.";
}
