using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using ReadinessPortal.Application.Persistence;

namespace ReadinessPortal.Web.Identity;

/// <summary>An open page outlives its request: it asks again whether who opened it may still be here.</summary>
internal sealed class RevalidatingSignIn : RevalidatingServerAuthenticationStateProvider
{
    private readonly IServiceScopeFactory _scopes;
    private readonly IOptions<IdentityOptions> _options;
    private readonly OpenSessions _sessions;
    private Task<AuthenticationState>? _state;

    public RevalidatingSignIn(
        ILoggerFactory logging, IServiceScopeFactory scopes, IOptions<IdentityOptions> options, OpenSessions sessions)
        : base(logging)
    {
        (_scopes, _options, _sessions) = (scopes, options, sessions);
        AuthenticationStateChanged += state => _state = state;
        _sessions.Ended += End;
    }

    protected override TimeSpan RevalidationInterval => TimeSpan.FromMinutes(1);

    protected override Task<bool> ValidateAuthenticationStateAsync(AuthenticationState state, CancellationToken ct) =>
        MayStayAsync(state.User, ct);

    internal async Task<bool> MayStayAsync(ClaimsPrincipal person, CancellationToken ct)
    {
        try
        {
            await using var scope = _scopes.CreateAsyncScope();
            var users = scope.ServiceProvider.GetRequiredService<UserManager<PortalUser>>();
            return !await _sessions.IsEndedAsync(person, ct)
                && await users.GetUserAsync(person) is { } user
                && person.FindFirstValue(_options.Value.ClaimsIdentity.SecurityStampClaimType)
                    == await users.GetSecurityStampAsync(user);
        }
        catch (Exception problem) when (DatabaseTrouble.IsPassing(problem))
        {
            return true; // asked again next time; without the database nothing is shown or saved meanwhile
        }
    }

    protected override void Dispose(bool disposing)
    {
        _sessions.Ended -= End;
        base.Dispose(disposing);
    }

    // Signed out in another tab: this page ends now and not at the next check.
    private void End(string session)
    {
        if (_state is { IsCompletedSuccessfully: true } state && OpenSessions.SessionOf(state.Result.User) == session)
        {
            SetAuthenticationState(Task.FromResult(new AuthenticationState(new ClaimsPrincipal(new ClaimsIdentity()))));
        }
    }
}
