using Microsoft.EntityFrameworkCore;
using ReadinessPortal.Application.Audit;
using ReadinessPortal.Web.SingleSignOn;

namespace ReadinessPortal.Web.Identity;

/// <summary>Somebody always looks after the portal.</summary>
internal sealed class LastAdministratorGuard(SingleSignOnSettings settings)
{
    /// <summary>Whether somebody else could sign in and look after the portal if this person did not. It holds until
    /// the change ends: what changes accounts waits for each other, see <see cref="SiteAudit.RecordingAsync"/>.
    /// </summary>
    public Task<bool> IsAnybodyElseAsync(IdentityDb db, Guid person, CancellationToken ct) =>
        db.AbleToSignIn(settings).AnyAsync(u => u.IsAdministrator && u.Id != person, ct);
}
