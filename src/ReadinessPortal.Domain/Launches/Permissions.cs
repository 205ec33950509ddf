using System.Collections.Immutable;
using ReadinessPortal.Domain.SignOffs;

namespace ReadinessPortal.Domain.Launches;

/// <summary>
/// Who may do what in a launch, as <see cref="PermissionTable"/> says: the manager everything but sign for others, a
/// lead what belongs to the categories and criteria of the roles they hold, an executive what needs a second person,
/// viewers and auditors read. Asked by every use case.
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

        var permission = PermissionTable.Of(action);
        if (permission.Readers == Reach.All)
        {
            return null;
        }

        if (subject is { } named && !Exists(named, board.Facts))
        {
            return new UnknownSubject(named);
        }

        var reach = actor.Parts.Max(permission.Of);
        return reach == Reach.All || (reach == Reach.Own && Owns(permission.By, actor, board, subject)) ? null
            : actor.Is(LaunchPart.Lead) ? WhyNotAsLead(permission, board, subject)
            : actor.Is(LaunchPart.Auditor) ? new MayOnlyRead(LaunchPart.Auditor)
            : actor.Is(LaunchPart.Executive) ? new NotYours(permission.Who)
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
        if (permission is not { Lead: Reach.Own, By: Owning.Roles } || subject is not { } about)
        {
            return new NotYours(permission.Who);
        }

        var answering = AnsweringRoles(about, board.Facts);
        return new NotYourCategory(board.Facts.Roles.FirstOrDefault(r => answering.Contains(r.Key))?.Title);
    }

    /// <summary>
    /// Keys of the roles that answer for a subject: owners of its criteria, leads of their categories.
    /// </summary>
    public static ImmutableArray<string> AnsweringRoles(SubjectRef subject, LaunchFacts facts)
    {
        IEnumerable<string?> roles = subject.Kind switch
        {
            SubjectKind.Category => facts.Categories.Where(c => c.Key == subject.Key).Select(c => c.Lead),
            SubjectKind.Criterion => OfCriteria([subject.Key]),
            SubjectKind.Role => [subject.Key],
            SubjectKind.Gate => OfCriteria(facts.Gates.Where(g => g.Key == subject.Key).SelectMany(g => g.Criteria)),
            SubjectKind.Drill => facts.Drills.Where(d => d.Key == subject.Key).Select(d => d.Owner)
                .Concat(OfCriteria(facts.Criteria.Where(c => c.Drills.Contains(subject.Key)).Select(c => c.Key))),
            SubjectKind.Item => OfCriteria(facts.Items.Where(i => i.Key == subject.Key).Select(i => i.Criterion)),
            SubjectKind.Risk => facts.Risks.Where(r => r.Key == subject.Key && r.Item is not null)
                .SelectMany(r => AnsweringRoles(new(SubjectKind.Item, r.Item!), facts)),
            SubjectKind.Evidence => facts.Evidence.Where(e => e.Key == subject.Key)
                .SelectMany(e => e.Supports.Where(s => s.Kind != SubjectKind.Evidence))
                .SelectMany(s => AnsweringRoles(s, facts)),
            _ => [],
        };
        return [.. roles.OfType<string>().Distinct(StringComparer.Ordinal)];

        IEnumerable<string?> OfCriteria(IEnumerable<string?> keys)
        {
            var wanted = keys.ToHashSet(StringComparer.Ordinal);
            foreach (var criterion in facts.Criteria.Where(c => wanted.Contains(c.Key)))
            {
                yield return criterion.Owner;
                yield return facts.Categories.FirstOrDefault(c => c.Key == criterion.Category)?.Lead;
            }
        }
    }

    private static bool Exists(SubjectRef subject, LaunchFacts facts) => subject.Kind switch
    {
        SubjectKind.Launch => facts.Launch.Key == subject.Key,
        SubjectKind.Category => Has(facts.Categories, subject.Key),
        SubjectKind.Criterion => Has(facts.Criteria, subject.Key),
        SubjectKind.Gate => Has(facts.Gates, subject.Key),
        SubjectKind.Register => Has(facts.Registers, subject.Key),
        SubjectKind.RegisterRow => facts.Registers.Any(r => r.Rows.Any(row => subject.Key == $"{r.Key}/{row.Key}")),
        SubjectKind.Drill => Has(facts.Drills, subject.Key),
        SubjectKind.Risk => Has(facts.Risks, subject.Key),
        SubjectKind.Item => Has(facts.Items, subject.Key),
        SubjectKind.Milestone => Has(facts.Milestones, subject.Key),
        SubjectKind.Narrative => Has(facts.Narratives, subject.Key),
        SubjectKind.Evidence => Has(facts.Evidence, subject.Key),
        SubjectKind.Claim => Has(facts.Claims, subject.Key),
        SubjectKind.Role => Has(facts.Roles, subject.Key),
        SubjectKind.Figure or SubjectKind.Revision or SubjectKind.Condition or SubjectKind.Waiver
            or SubjectKind.User => true,
        _ => false,
    };

    private static bool Has<T>(EquatableArray<T> all, string key)
        where T : Fact => all.Any(f => f.Key == key);
}
