using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using ReadinessPortal.Application;
using ReadinessPortal.Application.Facts;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Web.Typing;

namespace ReadinessPortal.Web.Facts;

/// <summary>
/// Moves a fact among its siblings, or archives it when somebody has answered yes; shown only while there is something
/// to answer or to read.
/// </summary>
public sealed partial class FactActions
{
    private const int MostUses = 4;

    private FactPath _path;
    private bool _asks;
    private bool _isSaving;
    private bool _isAsked;
    private bool _takesFocus;
    private ElementReference _box;
    private ImmutableArray<FieldProblem> _problems = [];
    private string[] _uses = [];
    private Refusal? _refusal;
    private NeedsSecondPerson? _needs;
    private FactChange? _wanted;

    [Parameter, EditorRequired]
    public required string Fact { get; set; }

    /// <summary>Not <see cref="FactAct.Edit"/>, which is a form.</summary>
    [Parameter, EditorRequired]
    public required FactAct Act { get; set; }

    /// <summary>Keys of those it is shown among, in their order and separated by spaces; null for all of its
    /// list.</summary>
    [Parameter]
    public string? Among { get; set; }

    /// <summary>There is nothing left to answer.</summary>
    [Parameter]
    public EventCallback Closed { get; set; }

    [CascadingParameter]
    public required FactEditing Editing { get; set; }

    [Inject]
    public required IJSRuntime Script { get; init; }

    private string Title => FactText.Title(Editing.Facts, _path);

    protected override async Task OnInitializedAsync()
    {
        _path = FactPath.Parse(Fact);
        if (Act == FactAct.Archive)
        {
            _asks = _takesFocus = true;
            _problems = EditFacts.Try(Editing.Facts, new FactChange.Archive { Fact = _path });
            _uses = [.. FigureUses.Of(Editing.Facts, _path.Subject(Editing.View.Launch.Key))];
        }
        else if (Move() is { } move)
        {
            await SaveAsync(move);
        }
        else
        {
            await Closed.InvokeAsync(); // it moved to the end meanwhile
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_takesFocus && _box.Context is not null)
        {
            _takesFocus = false;
            await Script.FocusFirstAsync(_box);
        }
    }

    private Task ArchiveAsync() => SaveAsync(new FactChange.Archive { Fact = _path });

    private FactChange.Move? Move()
    {
        var all = FactKinds.Siblings(Editing.Facts, _path);
        var shown = (Among?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? all).ToList();
        var at = shown.IndexOf(_path.Key) + (Act == FactAct.MoveUp ? -1 : 1);
        if (at < 0 || at >= shown.Count)
        {
            return null;
        }

        var others = all.Where(k => k != _path.Key).ToList();
        var after = others.IndexOf(shown[at]) - (Act == FactAct.MoveUp ? 1 : 0);
        return new() { Fact = _path, After = after < 0 ? null : others[after] };
    }

    private async Task SaveAsync(FactChange change)
    {
        _isSaving = true;
        _wanted = change;
        try
        {
            var refusal = (await Editing.SaveAsync(change) as Outcome.Refused)?.Refusal;
            _needs = refusal as NeedsSecondPerson;
            _isAsked = false;
            _refusal = _needs is null ? refusal : null;
            _takesFocus = refusal is not null;
        }
        finally
        {
            (_isSaving, _asks) = (false, false);
        }

        if (_needs is null && _refusal is null)
        {
            await Closed.InvokeAsync();
        }
    }

    private async Task<Refusal?> AskAsync(string? reason)
    {
        if (await Editing.AskAsync([_wanted!], reason) is Outcome.Refused { Refusal: var refusal })
        {
            return refusal;
        }

        (_needs, _isAsked) = (null, true);
        StateHasChanged();
        return null;
    }

    private static string Label(FieldProblem problem) =>
        FactKinds.Get(problem.Fact).Field(problem.Field)?.Label.ToLowerInvariant() ?? problem.Text;
}
