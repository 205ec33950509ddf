using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Web.Identity;
using ReadinessPortal.Web.Starting;

namespace ReadinessPortal.IntegrationTests.Fixtures;

/// <summary>What a circuit has of its reader.</summary>
internal sealed class OpenPage : IAsyncDisposable
{
    private readonly AsyncServiceScope _scope;
    private readonly RevalidatingSignIn _signIn;

    private OpenPage(AsyncServiceScope scope) =>
        (_scope, _signIn) =
            (scope, (RevalidatingSignIn)scope.ServiceProvider.GetRequiredService<AuthenticationStateProvider>());

    public static async Task<OpenPage> OfAsync(PortalApp portal, Viewer somebody)
    {
        var page = new OpenPage(portal.Services.CreateAsyncScope());
        var services = page._scope.ServiceProvider;
        var user = await services.GetRequiredService<UserManager<PortalUser>>().FindByIdAsync($"{somebody.UserId}");
        var person =
            await services.GetRequiredService<IUserClaimsPrincipalFactory<PortalUser>>().CreateAsync(user!);
        page._signIn.SetAuthenticationState(Task.FromResult(new AuthenticationState(person)));
        page._signIn.Begin();
        return page;
    }

    public async Task<ClaimsPrincipal> PersonAsync() => (await _signIn.GetAuthenticationStateAsync()).User;

    public async Task BecomesAsync(Func<ClaimsPrincipal, bool> isSo)
    {
        using var late = new CancellationTokenSource(Patience.Limit);
        while (!isSo(await PersonAsync()))
        {
            await Task.Delay(20, late.Token);
        }
    }

    public ValueTask DisposeAsync() => _scope.DisposeAsync();
}
