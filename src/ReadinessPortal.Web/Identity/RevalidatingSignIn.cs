using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace ReadinessPortal.Web.Identity;

/// <summary>An open page outlives its request: it asks again whether who opened it may still be here.</summary>
internal sealed class RevalidatingSignIn(
    ILoggerFactory logging, IServiceScopeFactory scopes, IOptions<IdentityOptions> options)
    : RevalidatingServerAuthenticationStateProvider(logging)
{
    protected override TimeSpan RevalidationInterval => TimeSpan.FromMinutes(5);

    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState state, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<PortalUser>>();
        return await users.GetUserAsync(state.User) is { } user
            && state.User.FindFirstValue(options.Value.ClaimsIdentity.SecurityStampClaimType)
                == await users.GetSecurityStampAsync(user);
    }
}
