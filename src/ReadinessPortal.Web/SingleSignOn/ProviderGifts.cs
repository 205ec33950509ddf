using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Web.Identity;

namespace ReadinessPortal.Web.SingleSignOn;

/// <summary>What identity providers gave by what they said of somebody: the right to administer the portal, and parts
/// in launches. It goes with the link.</summary>
internal sealed class ProviderGifts(FollowGivenParts parts)
{
    private const string AdministratorMark = "administrator";

    /// <summary>Remembers who gave the right.</summary>
    public static void MarkRight(IdentityDb db, Guid person, string provider) => db.Add(new IdentityUserToken<Guid>
    {
        UserId = person, LoginProvider = provider, Name = AdministratorMark,
    });

    /// <summary>By which providers the right was given.</summary>
    public static IQueryable<IdentityUserToken<Guid>> Marks(IdentityDb db, Guid person) =>
        db.UserTokens.Where(t => t.UserId == person && t.Name == AdministratorMark);

    /// <summary>Takes the right where this provider gave it.</summary>
    public static async Task TakeRightAsync(IdentityDb db, PortalUser user, string provider, CancellationToken ct) =>
        user.IsAdministrator &= await Marks(db, user.Id).Where(t => t.LoginProvider == provider)
            .ExecuteDeleteAsync(ct) == 0;

    /// <summary>Gives the parts that the provider says now, and takes those it said before.</summary>
    public Task FollowAsync(PortalUser user, ProviderWord word, CancellationToken ct = default) =>
        parts.FollowAsync(user.Id, user.Name, GiverOf(word.Provider), word.Parts, ct);

    /// <summary>Takes the parts that this provider gave; a launch is not left without a manager.</summary>
    public Task TakePartsAsync(Guid person, IdentityProvider provider, CancellationToken ct = default) =>
        parts.FollowAsync(person, "", GiverOf(provider), [], ct);

    private static PartGiver GiverOf(IdentityProvider provider) => new(provider.Key, provider.Title);
}
