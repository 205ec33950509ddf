using ReadinessPortal.Application.Persistence;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.SignOffs;

namespace ReadinessPortal.Application.Members;

/// <summary>Who sees which launches, asked of the database. <see cref="Access"/> says it of a board.</summary>
internal static class VisibleLaunches
{
    /// <summary>Launches in which a person has a part, or a role that is not archived; an administrator sees all.
    /// </summary>
    public static IQueryable<Launch> VisibleTo(this PortalDb db, Viewer viewer) =>
        db.Set<Launch>().Where(l => viewer.IsAdministrator
            || db.Set<Member>().Any(m => m.LaunchId == l.Id && m.UserId == viewer.UserId)
            || db.Set<RoleHolding>().Any(h =>
                h.LaunchId == l.Id && (h.HolderId == viewer.UserId || h.DeputyId == viewer.UserId)
                && db.Set<Role>().Any(r => r.LaunchId == l.Id && r.Key == h.Role && r.ArchivedAt == null)));
}
