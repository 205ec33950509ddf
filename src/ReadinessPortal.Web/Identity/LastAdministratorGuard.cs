using Microsoft.EntityFrameworkCore;
using ReadinessPortal.Application.Audit;

namespace ReadinessPortal.Web.Identity;

/// <summary>Somebody always looks after the portal.</summary>
internal static class LastAdministratorGuard
{
    /// <summary>Whether somebody else could look after the portal if this person did not. It holds until the change
    /// ends: what changes accounts waits for each other, see <see cref="SiteAudit.RecordingAsync"/>.</summary>
    public static Task<bool> IsAnybodyElseAsync(IdentityDb db, Guid person, CancellationToken ct) =>
        db.Joined.AnyAsync(u => u.IsAdministrator && u.DisabledAt == null && u.Id != person, ct);
}
