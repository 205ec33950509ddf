using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using ReadinessPortal.Application;
using ReadinessPortal.Application.Facts;
using ReadinessPortal.Domain;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Web.Drafts;
using ReadinessPortal.Web.Shell;

namespace ReadinessPortal.Web.Facts;

/// <summary>
/// Edits some or all fields of one fact, or adds one. Fields nobody touched follow the board; all touched ones are
/// saved together, or nothing is.
/// </summary>
public sealed partial class FactForm : IDisposable
{
    private ImmutableArray<FieldDraft> _drafts = [];
    private FactInput[] _inputs = [];
    private FactPath _path;
    private DraftKey _key = default!;
    private NeedsSecondPerson? _needs;
    private string? _refusal;
    private bool _asksClose;
    private bool _isAsked;
    private bool _isGone;
    private FieldAuthor? _archivedBy;
    private string _title = "";
    private bool _isSaved;
    private bool _isSaving;

    /// <summary>Path of the fact; null where one is added.</summary>
    [Parameter]
    public string? Fact { get; set; }

    /// <summary>List that gets a new fact: <c>criteria</c>, <c>criteria/load-testing/measurements</c>.</summary>
    [Parameter]
    public string? In { get; set; }

    /// <summary>Values a new one has without being asked.</summary>
    [Parameter]
    public EquatableMap<string>? Preset { get; set; }

    /// <summary>Names of the fields, separated by spaces; null for all that the reader may type.</summary>
    [Parameter]
    public string? Fields { get; set; }

    /// <summary>Name of the form; null says what it does.</summary>
    [Parameter]
    public string? Title { get; set; }

    /// <summary>The form is part of the page and is not closed.</summary>
    [Parameter]
    public bool StaysOpen { get; set; }

    /// <summary>Shown below the fields, with what is typed in them.</summary>
    [Parameter]
    public RenderFragment<FactForm>? Beside { get; set; }

    [Parameter]
    public EventCallback Closed { get; set; }

    /// <summary>Gets the key of what was added or saved.</summary>
    [Parameter]
    public EventCallback<string> Done { get; set; }

    [CascadingParameter]
    public required FactEditing Editing { get; set; }

    [Inject]
    public required DraftKeeper Keeper { get; init; }

    private bool IsNew => Fact is null;

    public bool IsTouched => _drafts.Any(d => d.IsTouched);

    private string Label => Title
        ?? (IsNew ? $"Add {FactKinds.Get(_path).AnOne}" : $"Edit {FactText.Title(Editing.Facts, _path)}");

    private string? NewKey => IsNew && FactKinds.Get(_path) is { IsQuoted: true, NamedBy: { } name }
        && Text(name) is not null ? KeyOfNew() : null;

    /// <summary>What is typed in a field, also in one that is given; null for nothing.</summary>
    public string? Text(string field) =>
        _drafts.FirstOrDefault(d => d.Field.Name == field) is { } draft ? draft.Text?.Trim()
        : IsNew ? Preset?.GetValueOrDefault(field)
        : FactText.Read(Editing.Facts, _path, field);

    protected override void OnInitialized() => Editing.Followed += Follow;

    protected override void OnParametersSet()
    {
        var key = Editing.DraftOf(Fact, In, Fields);
        if (_key != key)
        {
            _key = key;
            Begin();
        }
    }

    private void Begin()
    {
        (_refusal, _needs, _asksClose, _isSaved) = (null, null, false, false);
        _path = Fact is null ? FactEditing.New(In!) : FactPath.Parse(Fact);
        var values = IsNew ? null : FactText.Read(Editing.Facts, _path);
        _isGone = !IsNew && values is null;
        _title = FactText.Title(Editing.Facts, _path);
        var typed = IsNew ? FactEditing.Wanted(_path, Fields).Where(f => Preset?.ContainsKey(f.Name) != true)
            : Editing.Typed(_path, Fields);
        _drafts = [.. typed.Select(field => Draft(field, values))];
        _inputs = new FactInput[_drafts.Length];
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender && !StaysOpen && _inputs.FirstOrDefault() is { } first)
        {
            await first.FocusFirstAsync();
        }
    }

    // Of a choice that cannot be empty, a new fact has the first.
    private static FieldDraft Draft(FactField field, IReadOnlyDictionary<string, string>? values)
    {
        var draft = new FieldDraft(field, values?.GetValueOrDefault(field.Name));
        return values is null && draft is { Input: FieldInput.Choice } && field.Type.IsEnum
            ? new(field, FieldWords.Choices(field).First().Value)
            : draft;
    }

    // Whoever was refused knows already; an open page asks.
    private async Task<FieldAuthor?> WhoSetAsync(FieldDraft draft) =>
        draft.Author ?? await Editing.WhoSetAsync(_path, draft.Field.Name);

    private async Task AskWhoArchivedAsync()
    {
        _archivedBy = await Editing.WhoArchivedAsync(_path);
        StateHasChanged();
    }

    private void Follow()
    {
        if (!IsNew)
        {
            var values = FactText.Read(Editing.Facts, _path);
            var wasGone = _isGone;
            _isGone = values is null;
            if (_isGone && !wasGone)
            {
                _ = AskWhoArchivedAsync();
            }

            foreach (var draft in _isGone ? [] : _drafts)
            {
                draft.Follow(values!.GetValueOrDefault(draft.Field.Name));
            }
        }

        StateHasChanged();
    }

    private void OnTyped() => (_isSaved, _wasAdded, _isAsked, _needs) = (false, false, false, null);

    // The button is not disabled while nothing is typed: a browser would not hear Enter right after the first letter.
    private async Task SaveAsync()
    {
        if (_isSaving || _isGone || (!IsNew && !IsTouched))
        {
            return;
        }

        _isSaving = true;
        var changes = Changes();
        Outcome outcome;
        var sent = _drafts.Select(d => d.Text).ToList();
        try
        {
            outcome = await SendAsync(changes, sent);
            Show(outcome, sent);
        }
        finally
        {
            _isSaving = false;
        }

        if (_isSaved)
        {
            var isAll = !IsTouched; // else something was typed meanwhile, and the browser keeps that
            if (isAll)
            {
                await Keeper.ClearAsync(_key);
            }

            await Done.InvokeAsync(((Outcome.Done)outcome).Key ?? changes[0].Fact.Key);
            if (isAll || IsNew)
            {
                await EndAsync();
            }
        }
        else if (
            _drafts.IndexOf(_drafts.FirstOrDefault(d => d.Problem is not null || d.IsContested)!) is var at and >= 0)
        {
            await _inputs[at].FocusAnswerAsync();
        }
    }

    private ImmutableArray<FactChange> Changes()
    {
        if (!IsNew)
        {
            return [.. _drafts.Where(d => d.IsTouched)
                .Select(d => FactChange.Setting(_path, d.Field.Name, d.Base, d.Text))];
        }

        var values = (Preset ?? new()).SetItems(_drafts.Where(d => !string.IsNullOrWhiteSpace(d.Text))
            .Select(d => KeyValuePair.Create(d.Field.Name, d.Text!)));
        return [new FactChange.Add { Fact = FactEditing.New(In!, KeyOfNew()), Values = values }];
    }

    private string KeyOfNew()
    {
        var kind = FactKinds.Get(_path);
        var taken = FactKinds.Siblings(Editing.Facts, _path).ToHashSet(StringComparer.Ordinal);
        return FactKey.Of(kind.NamedBy is { } field ? Text(field) : null, taken, kind.One.Split(' ')[0]);
    }

    private Task CloseAsync()
    {
        _asksClose = IsTouched;
        return _asksClose ? Task.CompletedTask : Closed.InvokeAsync();
    }

    private void Discard()
    {
        foreach (var draft in _drafts)
        {
            draft.Discard();
        }

        (_asksClose, _refusal, _needs) = (false, null, null);
    }

    private async Task DiscardAsync()
    {
        Discard();
        await Keeper.ClearAsync(_key);
        await EndAsync();
    }

    private async Task<Refusal?> AskAsync(string? reason)
    {
        if (await Editing.AskAsync(Changes(), reason) is Outcome.Refused { Refusal: var refusal })
        {
            return refusal;
        }

        Discard();
        await Keeper.ClearAsync(_key);
        _isAsked = true;
        StateHasChanged();
        return null;
    }

    private Task EndAsync() => StaysOpen ? Task.CompletedTask : Closed.InvokeAsync();

    private string IdOf(string field) => Links.Anchor("f", $"{Fact ?? $"{In}/+"}-{field}");

    public void Dispose()
    {
        Editing.Followed -= Follow;
        if (_isGone && !IsNew && IsTouched)
        {
            Editing.Leave(new(_path, _title, _key, [.. _drafts.Where(d => d.IsTouched)
                .Select(d => (d.Field.Label, FieldWords.Shown(d, d.Text, Editing.Facts)))]));
        }
    }
}
