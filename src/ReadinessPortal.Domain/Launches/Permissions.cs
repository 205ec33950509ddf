using System.Collections.Immutable;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.SignOffs;

namespace ReadinessPortal.Domain.Launches;

/// <summary>
/// Who may do what in a launch, as <see cref="PermissionTable"/> says: the manager everything but sign for others, a
/// lead what belongs to the categories and criteria of the roles they hold, a contributor evidence and rows, an
/// executive what needs a second person, viewers and auditors read. Asked by every use case.
/// </summary>
public static class Permissions
{
    public static Refusal? WhyNot(LaunchAction action, Actor actor, LaunchBoard board, SubjectRef? subject = null)
    {
        if (actor.Parts.IsEmpty)
        {
            return new NotAMember();
        }

        if (StageRules.WhyNot(action, board.Launch) is { } notNow)
        {
            return notNow;
        }

        if (actor.Token is { } token)
        {
            return subject is { } about && !Exists(about, board.Facts)
                ? new UnknownSubject(about)
                : token.WhyNot(action, board.Facts, subject);
        }

        var permission = PermissionTable.Of(action);
        var reach = actor.Parts.Max(permission.Of);
        if (reach == Reach.All && permission.Viewer == Reach.All)
        {
            return null;
        }

        if (subject is { } named && !Exists(named, board.Facts))
        {
            return new UnknownSubject(named);
        }

        return reach == Reach.All || (reach == Reach.Own && Owns(permission.By, actor, board, subject)) ? null
            : action == LaunchAction.ReadAudit ? new AuditIsNotTheirs()
            : actor.Is(LaunchPart.Lead) ? WhyNotAsLead(permission, board, subject)
            : actor.Is(LaunchPart.Auditor) ? new MayOnlyRead(LaunchPart.Auditor)
            : actor.Is(LaunchPart.Executive) || actor.Is(LaunchPart.Contributor) ? new NotYours(permission.Who)
            : new MayOnlyRead(LaunchPart.Viewer);
    }

    /// <summary>Keys of the roles this person holds; standing in as a deputy gives no right to change facts.</summary>
    public static ImmutableArray<string> RolesHeldBy(Guid userId, LaunchBoard board) =>
        [.. board.Holdings.Where(h => h.HolderId == userId).Select(h => h.Role)];

    /// <summary>
    /// Whether a person holds a role that answers for one of the subjects, or is named to stand in for it: what two
    /// people have to agree on, such a person may ask for and not approve.
    /// </summary>
    public static bool AnswersOrStandsInFor(Actor actor, LaunchBoard board, params ReadOnlySpan<SubjectRef> subjects)
    {
        foreach (var subject in subjects)
        {
            var roles = AnsweringRoles(subject, board.Facts);
            if (board.Holdings.Any(h =>
                roles.Contains(h.Role) && (h.HolderId == actor.UserId || h.DeputyId == actor.UserId)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Owns(Owning by, Actor actor, LaunchBoard board, SubjectRef? subject) => subject is { } about
        && by switch
        {
            Owning.Condition => board.Conditions.FirstOrDefault(c => c.Id.ToString() == about.Key) is { } condition
                && OwnsCondition(actor, board, condition),
            Owning.Request =>
                board.Waivers.Any(w => w.Id.ToString() == about.Key && w.RequestedById == actor.UserId),
            _ => AnswersFor(about, actor, board),
        };

    /// <summary>Whether this person holds a role that answers for a subject.</summary>
    public static bool AnswersFor(SubjectRef subject, Actor actor, LaunchBoard board) =>
        AnsweringRoles(subject, board.Facts)
            .Intersect(RolesHeldBy(actor.UserId, board), StringComparer.Ordinal).Any();

    /// <summary>Whether an owner in words is this person, or a role they hold, by title or key.</summary>
    public static bool IsNamed(string owner, Actor actor, LaunchBoard board)
    {
        var held = RolesHeldBy(actor.UserId, board);
        return !held.IsEmpty && (Is(actor.Name)
            || board.Facts.Roles.Any(r => held.Contains(r.Key) && (Is(r.Title) || Is(r.Key))));

        bool Is(string name) => string.Equals(Letters(name), Letters(owner), StringComparison.OrdinalIgnoreCase);

        static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));
    }

    /// <summary>
    /// A condition names its owner in words: a person, or a role by its title; or it is about a criterion.
    /// </summary>
    public static bool OwnsCondition(Actor actor, LaunchBoard board, Condition condition) =>
        IsNamed(condition.Owner, actor, board)
        || (condition.Criterion is { } key && AnswersFor(new(SubjectKind.Criterion, key), actor, board));

    private static Refusal WhyNotAsLead(PermissionLine permission, LaunchBoard board, SubjectRef? subject)
    {
        if (permission is not { Lead: Reach.Own, By: Owning.Roles }
            || subject is not { Kind: not SubjectKind.Launch } about)
        {
            return new NotYours(permission.Who);
        }

        var answering = AnsweringRoles(about, board.Facts);
        return new NotYourCategory(board.Facts.Roles.FirstOrDefault(r => answering.Contains(r.Key))?.Title);
    }

    /// <summary>
    /// Keys of the roles that answer for a subject: owners of its criteria, leads of their categories.
    /// </summary>
    public static ImmutableArray<string> AnsweringRoles(SubjectRef subject, LaunchFacts facts) =>
        subject.Kind == SubjectKind.Role ? [subject.Key] // also one that is archived, or not there yet
        : FactKinds.Of(subject.Kind) is { IsAnsweredFor: true } && FactKinds.Find(facts, subject) is var (kind, fact)
            ? [.. kind.AnsweringRoles(fact, facts).OfType<string>().Distinct(StringComparer.Ordinal)]
            : [];

    /// <summary>The same of several facts of the launch, in one walk; null names nothing.</summary>
    internal static IEnumerable<string?> AnsweringRoles(
        SubjectKind subject, IEnumerable<string?> keys, LaunchFacts facts)
    {
        var kind = FactKinds.Of(subject)!;
        var wanted = keys.ToHashSet(StringComparer.Ordinal);
        return wanted.Count == 0 ? []
            : kind.In(facts).Where(f => wanted.Contains(f.Key)).SelectMany(f => kind.AnsweringRoles(f, facts));
    }

    // What is derived, or done to a launch, is looked up by whoever does it.
    private static bool Exists(SubjectRef subject, LaunchFacts facts) => subject.Kind switch
    {
        SubjectKind.Launch => facts.Launch.Key == subject.Key,
        SubjectKind.Figure or SubjectKind.Revision or SubjectKind.Condition or SubjectKind.Waiver
            or SubjectKind.User or SubjectKind.SealingKey => true,
        _ => FactKinds.Find(facts, subject) is not null,
    };
}
