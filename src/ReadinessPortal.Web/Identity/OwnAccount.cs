using ReadinessPortal.Application.Audit;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Web.Identity;

/// <summary>Changes of one's own account: each and its entry in the portal's audit are there together.</summary>
internal sealed class OwnAccount(SiteAudit audit)
{
    /// <param name="what">What the audit says that they did: <c>added a passkey</c>.</param>
    /// <param name="refusalOf">Why nothing of it stays; null where it does.</param>
    public Task<T> ChangeAsync<T>(
        HttpContext http, string action, string what, Func<IdentityDb, DateTimeOffset, Task<T>> change,
        Func<T, Refusal?> refusalOf)
    {
        var viewer = http.User.AsViewer();
        return audit.RecordingAsync<T>(async (transaction, now) =>
        {
            await using var db = IdentityDb.In(transaction);
            var outcome = await change(db, now);
            if (refusalOf(outcome) is not null)
            {
                return (outcome, null);
            }

            await db.SaveChangesAsync();
            return (outcome, new AuditEntry(
                action, new(SubjectKind.User, http.User.Identity!.Name!), $"{viewer.Name} {what}"));
        }, viewer);
    }
}
