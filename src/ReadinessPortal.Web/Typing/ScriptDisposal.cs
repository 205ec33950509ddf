using Microsoft.JSInterop;

namespace ReadinessPortal.Web.Typing;

/// <summary>How a component that leaves lets go of the script that it attached to its page.</summary>
internal static class ScriptDisposal
{
    /// <summary>Ends what was attached and forgets its module. A page that is gone, or does not answer any more, has
    /// taken both along.</summary>
    /// <param name="attached">Has a function <c>dispose</c>; null where the page was left before anything was.</param>
    public static async ValueTask EndAsync(IJSObjectReference? attached, IJSObjectReference? module)
    {
        try
        {
            if (attached is not null)
            {
                await attached.InvokeVoidAsync("dispose");
                await attached.DisposeAsync();
            }

            if (module is not null)
            {
                await module.DisposeAsync();
            }
        }
        catch (Exception gone) when (gone is JSDisconnectedException or OperationCanceledException)
        {
            return; // a browser that was closed may say so at once, or be silent until its time is over
        }
    }
}
