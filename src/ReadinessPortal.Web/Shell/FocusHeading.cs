using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace ReadinessPortal.Web.Shell;

/// <summary>
/// Tells a reader without a mouse that another page stands there: its heading gets the focus, unless somebody has gone
/// on to something on it by then (wwwroot/focus.js). The framework's <c>FocusOnNavigate</c> takes it from them.
/// </summary>
public sealed class FocusHeading : ComponentBase
{
    private Type? _shown;
    private bool _isNew;

    [Inject]
    public required IJSRuntime Script { get; init; }

    /// <summary>The page's component: the same one with other parameters is no other page.</summary>
    [Parameter, EditorRequired]
    public required Type Page { get; set; }

    protected override void OnParametersSet() => (_isNew, _shown) = (_isNew || Page != _shown, Page);

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_isNew)
        {
            _isNew = false;
            await Script.InvokeVoidAsync("portalFocus.heading");
        }
    }
}
