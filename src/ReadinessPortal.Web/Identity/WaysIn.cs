using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace ReadinessPortal.Web.Identity;

/// <summary>By what somebody can prove who they are.</summary>
/// <param name="Passkeys">How many they have.</param>
/// <param name="Providers">Keys of the identity providers that know them.</param>
/// <param name="HasSecondFactor">Their password alone does not let them in.</param>
public sealed record WaysIn(bool HasPassword, int Passkeys, IReadOnlyList<string> Providers, bool HasSecondFactor)
{
    /// <summary>For nobody who is known: a password is asked for, and is not right.</summary>
    public static WaysIn None { get; } = new(false, 0, [], false);

    /// <summary>Whether there is one at all.</summary>
    public bool IsAny => HasPassword || Passkeys > 0 || Providers.Count > 0;
}

/// <summary>Finds by what somebody can prove who they are.</summary>
public sealed class WaysInReader(IDbContextFactory<IdentityDb> databases)
{
    /// <summary>As it is now; <see cref="WaysIn.None"/> where there is no such account.</summary>
    public async Task<WaysIn> OfAsync(Guid user, CancellationToken ct = default)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Users.Where(u => u.Id == user).Select(u => new WaysIn(
                u.PasswordHash != null,
                db.Set<IdentityUserPasskey<Guid>>().Count(p => p.UserId == u.Id),
                db.UserLogins.Where(l => l.UserId == u.Id).Select(l => l.LoginProvider).ToList(),
                db.SecondFactors.Any(f => f.UserId == u.Id)))
            .SingleOrDefaultAsync(ct) ?? WaysIn.None;
    }
}
