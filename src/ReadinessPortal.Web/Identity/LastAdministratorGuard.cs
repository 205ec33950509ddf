using Microsoft.EntityFrameworkCore;

namespace ReadinessPortal.Web.Identity;

/// <summary>Somebody always looks after the portal.</summary>
internal static class LastAdministratorGuard
{
    // Of two who take the right from each other at once, one waits and finds that they are the last.
    private const long Lock = 0x41646d696e;

    /// <summary>Whether somebody else could look after the portal if this person did not, until the transaction ends.
    /// </summary>
    public static async Task<bool> IsAnybodyElseAsync(IdentityDb db, Guid person, CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({Lock})", ct);
        return await db.Joined.AnyAsync(u => u.IsAdministrator && u.DisabledAt == null && u.Id != person, ct);
    }
}
