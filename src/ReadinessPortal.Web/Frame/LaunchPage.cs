using Microsoft.AspNetCore.Components;

namespace ReadinessPortal.Web.Frame;

/// <summary>A page of one launch; its content stands inside a <see cref="LaunchFrame"/>.</summary>
public abstract class LaunchPage : ComponentBase
{
    [Parameter]
    public required string LaunchKey { get; set; }
}
