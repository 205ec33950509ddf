using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Web.Demo;
using ReadinessPortal.Web.Identity;

namespace ReadinessPortal.IntegrationTests.Fixtures;

/// <summary>People beside the demo's personas.</summary>
public static class Accounts
{
    /// <summary>One that somebody could choose.</summary>
    public const string Password = "kettle marble ocean violin";

    /// <summary>Somebody who can sign in and has no part in any launch.</summary>
    public static async Task<Viewer> SomebodyAsync(
        this DemoPortal portal, string userName, bool isAdministrator = false)
    {
        await using var scope = portal.App.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<PortalUser>>();
        var user =
            new PortalUser { UserName = userName, Name = $"{userName} (test)", IsAdministrator = isAdministrator };
        // Known to all tests, which is why nobody could choose it.
        user.PasswordHash = users.PasswordHasher.HashPassword(user, DemoPersonas.Password);
        var made = await users.CreateAsync(user);
        return made.Succeeded ? new(user.Id, user.Name, isAdministrator)
            : throw new InvalidOperationException($"No {userName}: {made}");
    }

    /// <summary>A client of somebody who has no part in any launch.</summary>
    public static async Task<HttpClient> StrangerAsync(this DemoPortal portal)
    {
        var name = $"stranger-{Guid.NewGuid():N}";
        await portal.SomebodyAsync(name);
        return await portal.SignedInAsync(name);
    }
}
