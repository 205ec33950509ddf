using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using ReadinessPortal.Application.Facts;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Web.Typing;

namespace ReadinessPortal.Web.Facts;

/// <summary>
/// One field of a form: label, input, hint, what is wrong with it, and the other value while contested.
/// </summary>
public sealed partial class FactInput
{
    private ElementReference _element;
    private TextInput? _text;

    [Parameter, EditorRequired]
    public required string Id { get; set; }

    [Parameter, EditorRequired]
    public required FieldDraft Draft { get; set; }

    [Parameter, EditorRequired]
    public required FactEditing Editing { get; set; }

    /// <summary>Finds who set what stands now, and when.</summary>
    [Parameter, EditorRequired]
    public required Func<FieldDraft, Task<FieldAuthor?>> WhoSet { get; set; }

    /// <summary>Something was typed or chosen.</summary>
    [Parameter]
    public EventCallback Typed { get; set; }

    private bool IsWide =>
        Draft.Input is FieldInput.LongText or FieldInput.Code or FieldInput.Lines or FieldInput.Quoting
        or FieldInput.Facts or FieldInput.Subjects;

    private string? Invalid => Draft.Problem is null ? null : "true";

    private string? Required => Draft.Field.IsRequired ? "true" : null;

    private string? Mode => Draft.Input switch
    {
        FieldInput.Whole => "numeric",
        FieldInput.Number => "decimal",
        _ => null,
    };

    private string? Described => string.Join(' ', new[]
    {
        Draft.Field.Hint is null ? null : $"{Id}-hint", Draft.Problem is null ? null : $"{Id}-bad",
    }.OfType<string>()) is { Length: > 0 } ids ? ids : null;

    private ImmutableArray<string> Suggested =>
        Draft.Field.Name == "release" && Editing.Facts.Launch.Release is { } release
            ? [release.Name]
            : Draft.Field.Suggested;

    private ImmutableArray<string> Chosen => FactList.Of(Draft.Text);

    [Inject]
    public required IJSRuntime Script { get; init; }

    /// <inheritdoc cref="Focus.FocusAnswerAsync"/>
    public ValueTask FocusAnswerAsync() => _text?.FocusAnswerAsync() ?? Script.FocusAnswerAsync(_element);

    /// <inheritdoc cref="Focus.FocusFirstAsync"/>
    public ValueTask FocusFirstAsync() => _text?.FocusFirstAsync() ?? Script.FocusFirstAsync(_element);

    private Task SetAsync(string? text)
    {
        // A browser leaves out the seconds of a full minute.
        Draft.Text = Draft.Input == FieldInput.Time && text?.Length == 5 ? $"{text}:00" : text;
        return Typed.InvokeAsync();
    }

    private Task SetBeforeAsync(string? text)
    {
        Draft.TypeBefore(text);
        return Typed.InvokeAsync();
    }

    private bool IsChosen(string key) => Chosen.Contains(key);

    private Task ChooseAsync(string key, bool isChosen)
    {
        Draft.Choose(key, isChosen);
        return Typed.InvokeAsync();
    }

    private string? YesNo(bool isYes) => isYes ? "true" : Draft.Base is null ? null : "false";

    private Task QuoteAsync(string figure) => SetAsync($"{Draft.Text}{{{{{figure}}}}}");

    private Task TakeAsync()
    {
        Draft.Take();
        return Typed.InvokeAsync();
    }

    private Task KeepAsync()
    {
        Draft.Keep();
        return Typed.InvokeAsync();
    }
}
