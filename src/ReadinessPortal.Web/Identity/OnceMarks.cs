using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace ReadinessPortal.Web.Identity;

/// <summary>
/// Remembers what may be used once, beside the sessions that ended and for as long as they are: of two at once, on any
/// instance, one is first.
/// </summary>
internal sealed class OnceMarks(IDbContextFactory<IdentityDb> databases, TimeProvider time)
{
    /// <param name="kind">Keeps what looks alike apart.</param>
    /// <param name="what">Kept as its hash alone.</param>
    public async Task<bool> IsFirstAsync(string kind, string what, CancellationToken ct = default)
    {
        var mark = $"{kind} {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(what)))}";
        var now = time.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Database.ExecuteSqlAsync(
            $"insert into identity.ended_sessions (session, at) values ({mark}, {now}) on conflict do nothing",
            ct) == 1;
    }
}
