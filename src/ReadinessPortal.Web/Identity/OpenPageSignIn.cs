using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace ReadinessPortal.Web.Identity;

/// <summary>Lets a page that is open follow who its reader is; one that is only being made was asked with its request.
/// </summary>
internal sealed class OpenPageSignIn(AuthenticationStateProvider signIn) : CircuitHandler
{
    public override Task OnConnectionUpAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        (signIn as RevalidatingSignIn)?.Begin();
        return Task.CompletedTask;
    }
}
