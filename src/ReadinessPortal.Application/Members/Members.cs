using Microsoft.EntityFrameworkCore;
using ReadinessPortal.Application.Audit;
using ReadinessPortal.Application.Launches;
using ReadinessPortal.Application.Persistence;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Application.Members;

/// <summary>Gives a person a part in a launch; once, however often it is asked.</summary>
public sealed class AddMember(LaunchChanges launches)
{
    private const string Added = "MemberAdded";

    public Task<Outcome> RunAsync(
        string key, Guid userId, string name, LaunchPart part, Viewer viewer, CancellationToken ct = default) =>
        launches.RunAsync(key, viewer, async change =>
        {
            var subject = new SubjectRef(SubjectKind.Launch, key);
            if (Permissions.WhyNot(LaunchAction.ManageMembers, change.Actor, change.Board) is { } refusal)
            {
                return await change.RefuseAsync(refusal, Added, subject, ct);
            }

            if (await change.Db.Set<Member>().AnyAsync(
                m => m.LaunchId == change.LaunchId && m.UserId == userId && m.Part == part, ct))
            {
                return new Outcome.Done(change.Board.ChangeNumber);
            }

            change.Add(new Member { LaunchId = change.LaunchId, UserId = userId, Name = name, Part = part });
            return await change.CommitAsync(new AuditEntry(Added, subject, $"{name} added as {Format.Word(part)}"), ct);
        }, ct);
}

/// <summary>Who has a part in a launch, by name.</summary>
public sealed class ListMembers(IDbContextFactory<PortalDb> databases, LaunchBoards boards)
{
    /// <returns>Null when there is no such launch for this person.</returns>
    public async Task<IReadOnlyList<Member>?> RunAsync(string key, Viewer viewer, CancellationToken ct = default)
    {
        if (await boards.ViewAsync(key, viewer, ct) is not { } view)
        {
            return null;
        }

        await using var db = await databases.CreateDbContextAsync(ct);
        var members = await db.Set<Member>().Where(m => m.LaunchId == view.Launch.Id).ToListAsync(ct);
        return [.. members.OrderBy(m => m.Name, StringComparer.Ordinal).ThenBy(m => m.Part)];
    }
}
