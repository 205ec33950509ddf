using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;
using ReadinessPortal.Web.Typing;

namespace ReadinessPortal.ComponentTests.Typing;

/// <summary>Types into text fields as wwwroot/typing.js does, and reads what stands in them.</summary>
internal static class Keys
{
    /// <param name="taken">Number of the last text that the field took from the circuit; null for all.</param>
    public static Task TypeAsync(
        this IRenderedComponent<IComponent> part, string field, string text, int version = 1, int? taken = null) =>
        part.InvokeAsync(() => Counter(part, field).TriggerEventAsync("ontyped", new TypedEventArgs
        {
            Text = text, Length = text.Length, Version = version, Taken = taken ?? int.MaxValue,
        }));

    /// <summary>The text that the page shows in a field.</summary>
    public static string? TextIn(this IRenderedComponent<IComponent> part, string field) =>
        part.FindComponents<TextInput>().Single(t => t.Instance.Id == part.Find(field).Id).Instance.Value;

    private static IElement Counter(IRenderedComponent<IComponent> part, string field) =>
        part.Find(field).NextElementSibling ?? throw new InvalidOperationException($"{field} is no text field.");
}
