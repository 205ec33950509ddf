using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using ReadinessPortal.Application;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Registers;
using ReadinessPortal.Web.Drafts;
using ReadinessPortal.Web.Typing;

namespace ReadinessPortal.Web.Registers;

/// <summary>
/// A register for who may edit it: the grid, and what is done with it. The script beside it has the focus and what is
/// being typed; whatever leaves a cell comes here, one after the other, and is saved with the value it started from.
/// </summary>
public sealed partial class RegisterEditor : IAsyncDisposable
{
    /// <summary>Most things that are named one by one.</summary>
    private const int MostNamed = 20;

    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Dictionary<string, RegisterAct?> _begunOver = new(StringComparer.Ordinal);
    private ElementReference _root;
    private IJSObjectReference? _script;
    private IJSObjectReference? _grid;
    private DotNetObjectReference<RegisterEditor>? _self;
    private TaskCompletionSource _followed = new();
    private string? _editing;
    private string? _register;
    private int _page;
    private GridPage _shown = new();
    private Explanation? _why;

    [Parameter, EditorRequired]
    public required LaunchView View { get; set; }

    [Parameter, EditorRequired]
    public required Register Register { get; set; }

    [Parameter, EditorRequired]
    public required RegisterTable Table { get; set; }

    [Parameter, EditorRequired]
    public required SavingRegister Save { get; set; }

    /// <summary>What was done here and can be taken back.</summary>
    [Parameter, EditorRequired]
    public required RegisterActs Acts { get; set; }

    /// <summary>Takes the newest of it back; answers with what to say.</summary>
    [Parameter, EditorRequired]
    public required Func<Task<string?>> TakeBack { get; set; }

    /// <summary>Which page of the rows is shown, from 1.</summary>
    [Parameter]
    public int Page { get; set; } = 1;

    /// <summary>Shows another page of the rows.</summary>
    [Parameter, EditorRequired]
    public required Action<int> Turn { get; set; }

    [Inject]
    public required IJSRuntime Script { get; init; }

    [Inject]
    public required DraftKeeper Drafts { get; init; }

    internal CellEdits Edits { get; private set; } = new();

    internal GridRows Rows { get; private set; } = new();

    private string Key => View.Launch.Key;

    // Rows of other pages in which something is not saved, by their places.
    private IEnumerable<(int Index, GridRow Row)> UnsavedElsewhere => Rows.All.Index()
        .Where(r => Edits.HasUnsaved(r.Item.Id) && _shown.Rows.All(s => s.Id != r.Item.Id)).Take(MostNamed);

    protected override void OnParametersSet()
    {
        if (_register != Register.Key)
        {
            (_register, Edits, Rows, _shown) = (Register.Key, new(), new(), new());
            (_page, _asked, _blanking) = (Page, [], []);
            (_pasted, _isPasting, _why) = (null, false, null);
        }

        if (_page != Page)
        {
            // A question goes with the cells or rows it is about.
            (_page, _asked, _blanking) = (Page, [], []);
        }

        Refollow();
        Edits.Follow(View.Board.ChangeNumber, Text);
        var followed = _followed;
        _followed = new();
        followed.TrySetResult();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _self = DotNetObjectReference.Create(this);
            _script = await Script.InvokeAsync<IJSObjectReference>("import", "./registers/grid.js");
            _grid = await _script.InvokeAsync<IJSObjectReference>("attach", _root, _self);
            var key = PasteDraft.ToString();
            if ((await Drafts.KeptAsync(key)).Contains(key))
            {
                OpenPaste(null, null);
                StateHasChanged();
            }
        }
    }

    /// <summary>Somebody types into a row, or nowhere any more.</summary>
    [JSInvokable]
    public void Editing(string? row)
    {
        _editing = row;
        if (row is null && Rows.All.Any(r => r.IsGone && !Edits.HasUnsaved(r.Id)))
        {
            Refollow();
            StateHasChanged();
        }
    }

    /// <summary>What the text would become, while it is being typed.</summary>
    [JSInvokable]
    public CellHint? Check(string row, string column, string? from, string? text)
    {
        if (Column(column) is not { } typed)
        {
            return null;
        }

        var now = Text(row, column) ?? "";
        var parsed = CellParser.Parse(text, typed);
        return now != (from ?? "") && Edits.Of(row, column) is null
            ? new(null, $"Somebody set this to {(now.Length == 0 ? "nothing" : now)} meanwhile.")
            : new(parsed.Problem, ColumnText.Note(text ?? "", parsed, typed));
    }

    /// <summary>Opens the arithmetic of a computed cell.</summary>
    [JSInvokable]
    public async Task Explain(string row, string column)
    {
        var at = Register.Columns.ToList().FindIndex(c => c.Key == column);
        _why = at < 0 ? null : Rows.All.FirstOrDefault(r => r.Id == row)?.Shown?.Cells[at].Why;
        StateHasChanged();
        await FocusAsync("#why-card");
    }

    private async Task CloseWhyAsync()
    {
        _why = null;
        await FocusGridAsync();
    }

    private string When(DateTimeOffset at) =>
        Format.Instant(at, View.Launch.Offset(at), View.Launch.TimeZone);

    private RegisterColumn? Column(string key) => Register.Columns.FirstOrDefault(c => c.Key == key);

    /// <summary>Text of a cell that stands now; null for a blank and for a row that is gone.</summary>
    private string? Text(string row, string column) =>
        Register.Rows.FirstOrDefault(r => r.Key == Rows.KeyOf(row))?.Cells.GetValueOrDefault(column);

    private string Name(string row) =>
        Rows.All.FirstOrDefault(r => r.Id == row)?.Title(Register)
            ?? (GridRows.IsNew(row) ? GridRow.NewTitle : GridRow.ArchivedTitle(row));

    private string[] Backed(IEnumerable<string> rows)
    {
        var behind = RowEvidence.Behind(View.Board.Facts, Register.Key);
        return [.. rows.Distinct(StringComparer.Ordinal).Where(behind.Contains).Select(Name)];
    }

    private void Refollow()
    {
        Rows.Follow(Register, Table, row => row == _editing || _saving.Contains(row) || Edits.HasUnsaved(row));
        _shown.Follow(Rows.All, Page);
    }

    // The page on which a row stands, where that is another one.
    private string? TurnTo(string? row)
    {
        Refollow();
        if (_shown.Rows.All(r => r.Id != row) && Rows.All.ToList().FindIndex(r => r.Id == row) is >= 0 and var at)
        {
            Turn(Paging.PageOf(at, GridPage.Size));
        }

        return row;
    }

    // What follows from a change, such as the order of rows, is asked of the board that has it.
    private async Task CaughtUpAsync(Outcome outcome)
    {
        if (outcome is Outcome.Done done)
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(3));
            while (View.Board.ChangeNumber < done.ChangeNumber && !patience.IsCancellationRequested)
            {
                await Task.WhenAny(_followed.Task, Task.Delay(Timeout.Infinite, patience.Token));
            }
        }
    }

    private ValueTask FocusAsync(string selector) =>
        _grid is null ? ValueTask.CompletedTask : _grid.InvokeVoidAsync("focusOn", selector);

    private ValueTask FocusGridAsync() =>
        _grid is null ? ValueTask.CompletedTask : _grid.InvokeVoidAsync("focusActive");

    public async ValueTask DisposeAsync()
    {
        await _turn.WaitAsync(); // what is being saved is saved
        _turn.Dispose();
        _self?.Dispose();
        await ScriptDisposal.EndAsync(_grid, _script);
    }
}

/// <param name="Say">What to say of it, or null.</param>
/// <param name="IsUnsaved">What was typed there, perhaps before the page was loaded again, is not stored.</param>
public sealed record CellAnswer(string? Say, bool IsUnsaved);

/// <param name="Problem">Why a text does not fit its cell.</param>
/// <param name="Note">What it is stored as, where that differs.</param>
public sealed record CellHint(string? Problem, string? Note);
