using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace ReadinessPortal.Web.Typing;

/// <summary>Where somebody goes on typing.</summary>
internal static class Focus
{
    /// <summary>
    /// Puts the cursor into what was just drawn, unless a field of the page or something in its form has it already:
    /// the circuit asks for it a round trip later, and whoever has begun to type by then stays where they are.
    /// </summary>
    public static ValueTask FocusFirstAsync(this IJSRuntime script, ElementReference element) =>
        script.InvokeVoidAsync("portalTyping.focusFirst", element);

    /// <summary>
    /// Puts the focus on what answers a press, such as where a form was refused, unless something was typed since.
    /// </summary>
    public static ValueTask FocusAnswerAsync(this IJSRuntime script, ElementReference element) =>
        script.InvokeVoidAsync("portalTyping.focusAnswer", element);
}
