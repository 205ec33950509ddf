using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Web.Typing;

/// <summary>
/// A text field of any length, in a circuit or in a posted form. The browser keeps the text (wwwroot/typing.js) and
/// sends it in pieces: a short one at every key, a long one at a pause, when the field is left and before a button of
/// the page is heard. It counts against the limit and lets no form go that is over it; nothing is cut.
/// </summary>
/// <remarks>
/// No <c>@bind</c>, <c>@oninput</c> or <c>@onchange</c> on text fields: Blazor would send the whole text twice with
/// every event, and beyond 16 KB the circuit would end.
/// </remarks>
public sealed partial class TextInput : IHandleEvent
{
    /// <summary>Longest text that is taken at all, in characters: rules refuse far shorter ones.</summary>
    private const int MostTaken = 1 << 20;

    private readonly StringBuilder _pieces = new();
    private ElementReference _element;
    private string? _first; // what the element was drawn with: from then on nothing but the script writes into it
    private string? _tooLong; // said by the server where a posted form comes back
    private string? _known; // what stands in the field, as far as is known here
    private string? _given;
    private int _gifts;
    private int _settled; // gifts that the field took, or that were typed over
    private int _heard;
    private int _heardBefore;

    [Parameter, EditorRequired]
    public required string Id { get; set; }

    [Parameter]
    public string? Name { get; set; }

    /// <summary>One of <see cref="TextLimits"/>, or the limit of the rule that reads it.</summary>
    [Parameter, EditorRequired]
    public required int Most { get; set; }

    /// <summary>Several lines.</summary>
    [Parameter]
    public bool IsLong { get; set; }

    /// <summary>What the edit starts from, where drafts cannot tell by themselves.</summary>
    [Parameter]
    public string? Base { get; set; }

    /// <summary>Ids of what describes the field, separated by blanks; the counter is added.</summary>
    [Parameter]
    public string? Described { get; set; }

    /// <summary>Null for an empty field.</summary>
    [Parameter]
    public string? Value { get; set; }

    [Parameter]
    public EventCallback<string?> ValueChanged { get; set; }

    /// <summary>
    /// Gets, instead of <see cref="ValueChanged"/>, what was typed while a new <see cref="Value"/> was on its way:
    /// its edit started from the value before.
    /// </summary>
    [Parameter]
    public EventCallback<string?> TypedBefore { get; set; }

    [Parameter(CaptureUnmatchedValues = true)]
    public IReadOnlyDictionary<string, object>? Attributes { get; set; }

    private string CountId => $"{Id}-count";

    private string Description => string.IsNullOrEmpty(Described) ? CountId : $"{Described} {CountId}";

    private string? Given => _gifts == 0 ? null : _gifts.ToString(CultureInfo.InvariantCulture);

    [Inject]
    public required IJSRuntime Script { get; init; }

    /// <inheritdoc cref="Focus.FocusAnswerAsync"/>
    public ValueTask FocusAnswerAsync() => Script.FocusAnswerAsync(_element);

    /// <inheritdoc cref="Focus.FocusFirstAsync"/>
    public ValueTask FocusFirstAsync() => Script.FocusFirstAsync(_element);

    protected override void OnParametersSet()
    {
        var value = Value ?? "";
        if (_known is null)
        {
            _first = _known = value;
            _tooLong = TextLimits.WhyNot("This", value, Most)?.Text;
        }
        else if (_known != value)
        {
            (_known, _given, _heardBefore) = (value, value, _heard);
            _gifts++;
        }
    }

    private async Task HearAsync(TypedEventArgs typed)
    {
        if (typed.At == 0)
        {
            _pieces.Clear();
        }

        // A piece that does not fit is left of a text whose sending broke off: it is sent again from its beginning.
        if (typed.At != _pieces.Length || typed.Length > MostTaken)
        {
            return;
        }

        _pieces.Append(typed.Text);
        if (_pieces.Length < typed.Length)
        {
            return;
        }

        _known = _pieces.ToString();
        _pieces.Clear();
        _heard = typed.Version;
        var isBefore = typed.Taken < _gifts && _settled < _gifts && TypedBefore.HasDelegate;
        _settled = _gifts;
        await (isBefore ? TypedBefore : ValueChanged).InvokeAsync(_known.Length == 0 ? null : _known);
    }

    // Whoever gets the text draws; one piece of it changes nothing.
    Task IHandleEvent.HandleEventAsync(EventCallbackWorkItem item, object? arg) => item.InvokeAsync(arg);
}
