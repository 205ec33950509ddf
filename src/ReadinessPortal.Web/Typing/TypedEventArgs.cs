using Microsoft.AspNetCore.Components;

namespace ReadinessPortal.Web.Typing;

/// <summary>
/// What stands in a text field, or one piece of it: wwwroot/typing.js sends a long text as several, in order.
/// </summary>
public sealed class TypedEventArgs : EventArgs
{
    public string Text { get; init; } = "";

    /// <summary>Where the piece begins.</summary>
    public int At { get; init; }

    /// <summary>Of the whole text.</summary>
    public int Length { get; init; }

    /// <summary>How often something was typed into the field by then.</summary>
    public int Version { get; init; }

    /// <summary>Number of the last text that the field took from the circuit; 0 for the one it began with.</summary>
    public int Taken { get; init; }
}

/// <summary>Events of the portal's own scripts, for Razor.</summary>
[EventHandler("ontyped", typeof(TypedEventArgs), enableStopPropagation: true, enablePreventDefault: true)]
public static class EventHandlers;
