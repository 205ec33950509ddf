using ReadinessPortal.Application.Audit;
using ReadinessPortal.Application.Changes;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Application.Members;

/// <summary>Gives a person a part in a launch; once, however often it is asked.</summary>
public sealed class AddMember(LaunchChanges launches)
{
    internal const string Added = "MemberAdded";

    /// <param name="by">The identity provider that gives it; null where a person does.</param>
    public Task<Outcome> RunAsync(
        string key, Guid userId, string name, LaunchPart part, Viewer viewer, PartGiver? by = null,
        CancellationToken ct = default) =>
        launches.RunAsync(key, viewer, LaunchAction.ManageMembers.Of(Added, userId, part), async change =>
        {
            var subject = new SubjectRef(SubjectKind.Launch, key);
            if (MemberRules.WhyNotAdd(change.Board, name, change.Actor) is { } refusal)
            {
                return await change.RefuseAsync(refusal, Added, subject, ct);
            }

            if (change.Board.Members.FirstOrDefault(m => m.UserId == userId && m.Part == part) is { } has)
            {
                if (by is not null || has.GivenBy is null)
                {
                    return new Outcome.Done(change.Board.ChangeNumber);
                }

                // From now on no provider takes it.
                change.Change(has, has with { GivenBy = null });
                return await change.CommitAsync(
                    new AuditEntry(Added, subject, $"{name} stays {Format.Word(part)}, by hand"), ct);
            }

            change.Add(new Member
            {
                LaunchId = change.LaunchId, UserId = userId, Name = name, Part = part, GivenBy = by?.Key,
            });
            return await change.CommitAsync(
                new AuditEntry(Added, subject, $"{name} added as {Format.Word(part)}{Because(by)}"), ct);
        }, ct);

    internal static string Because(PartGiver? by) => by is null ? "" : $", as {by.Title} says";
}

/// <summary>Gives a person another part in place of one they have.</summary>
public sealed class ChangeMember(LaunchChanges launches)
{
    internal const string Changed = "MemberChanged";

    public Task<Outcome> RunAsync(
        string key, Guid userId, LaunchPart from, LaunchPart to, Viewer viewer, CancellationToken ct = default) =>
        launches.RunAsync(key, viewer, LaunchAction.ManageMembers.Of(Changed, userId, from, to), async change =>
        {
            var subject = new SubjectRef(SubjectKind.Launch, key);
            if (MemberRules.WhyNotChange(change.Board, userId, from, to, change.Actor) is { } refusal)
            {
                return await change.RefuseAsync(refusal, Changed, subject, ct);
            }

            var member = change.Board.Members.First(m => m.UserId == userId && m.Part == from);
            if (from == to)
            {
                return new Outcome.Done(change.Board.ChangeNumber);
            }

            change.Change(member, change.Board.Members.Any(m => m.UserId == userId && m.Part == to)
                ? member with { RemovedAt = change.Now }
                : member with { Part = to, GivenBy = null });
            return await change.CommitAsync(new AuditEntry(Changed, subject,
                $"{member.Name} is {Format.Word(to)}, was {Format.Word(from)}"), ct);
        }, ct);
}

/// <summary>Takes a part in a launch from a person; their open pages close where it was the only one.</summary>
public sealed class RemoveMember(LaunchChanges launches)
{
    internal const string Removed = "MemberRemoved";

    /// <param name="by">The identity provider that gives it no more; null where a person takes it.</param>
    public Task<Outcome> RunAsync(
        string key, Guid userId, LaunchPart part, Viewer viewer, PartGiver? by = null,
        CancellationToken ct = default) =>
        launches.RunAsync(key, viewer, LaunchAction.ManageMembers.Of(Removed, userId, part), async change =>
        {
            var subject = new SubjectRef(SubjectKind.Launch, key);
            if (MemberRules.WhyNotRemove(change.Board, userId, part, change.Actor) is { } refusal)
            {
                return await change.RefuseAsync(refusal, Removed, subject, ct);
            }

            var member = change.Board.Members.First(m => m.UserId == userId && m.Part == part);
            change.Change(member, member with { RemovedAt = change.Now });
            return await change.CommitAsync(new AuditEntry(Removed, subject,
                $"{member.Name} is {Format.Word(part)} no more{AddMember.Because(by)}"), ct);
        }, ct);
}
