using Microsoft.AspNetCore.Components.Server.Circuits;

namespace ReadinessPortal.Web.Drafts;

/// <summary>Tells the forms of an open page that its connection was lost and is back.</summary>
public sealed class CircuitReturns : CircuitHandler
{
    private bool _wasDown;

    /// <summary>Raised on the page's own thread, after everything that was drawn meanwhile has been sent.</summary>
    public event Action? Returned;

    public override Task OnConnectionDownAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        _wasDown = true;
        return Task.CompletedTask;
    }

    public override Task OnConnectionUpAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        if (_wasDown)
        {
            _wasDown = false;
            Returned?.Invoke();
        }

        return Task.CompletedTask;
    }
}
