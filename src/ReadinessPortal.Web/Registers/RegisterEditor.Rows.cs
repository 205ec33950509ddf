using System.Collections.Immutable;
using Microsoft.JSInterop;
using ReadinessPortal.Application;
using ReadinessPortal.Application.Facts;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Registers;

namespace ReadinessPortal.Web.Registers;

/// <summary>Rows that come, go and change places.</summary>
public sealed partial class RegisterEditor
{
    private ImmutableArray<string> _asked = [];
    private ImmutableArray<FactPath> _standing = [];
    private const int MostAnswers = 20;

    private readonly OrderedDictionary<string, Task<EditorAnswer?>> _answers = [];

    /// <summary>A button or a key asks for something.</summary>
    /// <param name="name">Of what is asked: asked again under the same name, it is not done again.</param>
    /// <param name="row">Id of the row it is about; null where none was chosen.</param>
    [JSInvokable]
    public Task<EditorAnswer?> DoAsync(string name, string action, string? row, string? column) =>
        OnceAsync(name, async () => action switch
        {
            "add-last" => Begin(null),
            "add-after" => Begin(row),
            "again" => Begin(null, row),
            "show" => new(null, TurnTo(row), null),
            "paste" => OpenPaste(row, column),
            "undo" => await UndoAsync(),
            _ => null,
        });

    /// <summary>The same for rows that are selected.</summary>
    /// <param name="rows">Their ids, in their order.</param>
    [JSInvokable]
    public Task<EditorAnswer?> RowsAsync(string name, string action, IJSStreamReference rows) =>
        OnceAsync(name, async () => (await Streamed.ReadAsync<string[]>(rows, BlockBox.Most), action) switch
        {
            ([], _) => new("Choose a row first: click into it, or go there with the arrow keys.", null, null),
            (var all, "archive") => Ask(all),
            (var all, "up" or "down") => await MoveAsync(all, action == "up"),
            _ => null,
        });

    // What was asked before the connection was lost is asked again after it, since its answer was lost too.
    private Task<EditorAnswer?> OnceAsync(string name, Func<Task<EditorAnswer?>> act)
    {
        if (!_answers.TryGetValue(name, out var answer) || answer.IsFaulted)
        {
            _answers[name] = answer = InTurnAsync(act);
            while (_answers.Count > MostAnswers)
            {
                _answers.RemoveAt(0);
            }
        }

        return answer;
    }

    private async Task<EditorAnswer?> InTurnAsync(Func<Task<EditorAnswer?>> act)
    {
        await _turn.WaitAsync();
        try
        {
            return await act();
        }
        finally
        {
            _turn.Release();
            StateHasChanged();
        }
    }

    private EditorAnswer Begin(string? after, string? again = null)
    {
        var id = Rows.Begin(after, again);
        _begunOver[id] = Acts.Newest;
        return new("A new row: it is stored with the first cell you fill.", TurnTo(id), null);
    }

    // A row that was begun after everything else goes first.
    private async Task<EditorAnswer?> UndoAsync()
    {
        if (Rows.LastBegun is { } begun && !Edits.HasUnsaved(begun) && _begunOver[begun] == Acts.Newest)
        {
            Rows.GiveUp(begun);
            Refollow();
            return new("The new row is taken back.", null, null);
        }

        return new(await TakeBack(), null, null);
    }

    private async Task<EditorAnswer?> MoveAsync(string[] rows, bool up)
    {
        var keys = rows.Select(Rows.KeyOf).ToList();
        var at = Register.Rows.Index().Where(r => keys.Contains(r.Item.Key)).Select(r => r.Index).ToList();
        if (at.Count != keys.Count || at.Count == 0 || at[^1] - at[0] != at.Count - 1)
        {
            return new("Move rows that stand together and are stored.", null, null);
        }

        if (up ? at[0] == 0 : at[^1] == Register.Rows.Length - 1)
        {
            return new(up ? "This is the first row." : "This is the last row.", null, null);
        }

        // The neighbour goes to the other side: one change, however many rows move.
        var neighbour = Register.Rows[up ? at[0] - 1 : at[^1] + 1].Key;
        var after = up ? Register.Rows[at[^1]].Key : at[0] == 0 ? null : Register.Rows[at[0] - 1].Key;
        var outcome = await Save([new FactChange.Move
        {
            Fact = RegisterFacts.Row(Register.Key, neighbour), After = after,
        }]);
        await CaughtUpAsync(outcome);
        return new(outcome is Outcome.Refused refused ? refused.Refusal.Text
            : $"{RowNames([.. rows])} moved {(up ? "up" : "down")}.", null, null);
    }

    private EditorAnswer Ask(string[] rows)
    {
        foreach (var begun in rows.Where(r => GridRows.IsNew(Rows.KeyOf(r))))
        {
            Rows.GiveUp(begun);
        }

        Refollow();
        _asked = [.. rows.Where(r => !GridRows.IsNew(Rows.KeyOf(r)))];
        _standing = [.. EditFacts.Try(View.Board.Facts, [.. Archiving(_asked)]).Select(p => p.Fact).Distinct()];
        return new(null, null, _asked.IsEmpty ? null : "#archive-question");
    }

    private async Task ArchiveAsync()
    {
        var rows = _asked;
        _asked = [];
        await FocusGridAsync();
        var outcome = await Save([.. Archiving(rows)]);
        await CaughtUpAsync(outcome);
        await SayAsync(
            outcome is Outcome.Refused { Refusal: var refusal } ? RegisterActs.Not("Nothing was archived.", refusal)
                : "Archived. Ctrl+Z brings back what was archived.");
    }

    private IEnumerable<FactChange> Archiving(ImmutableArray<string> rows) => rows.Select(r =>
        new FactChange.Archive { Fact = RegisterFacts.Row(Register.Key, Rows.KeyOf(r)) });

    private async Task GiveUpArchivingAsync()
    {
        _asked = [];
        await FocusGridAsync();
    }

    // The focus went back to the grid when the button was pressed: moved now, it would take a key, or leave a cell, of
    // whoever has gone on meanwhile.
    private async Task SayAsync(string text)
    {
        StateHasChanged();
        if (_grid is not null)
        {
            await _grid.InvokeVoidAsync("say", text);
        }
    }

    private string RowNames(ImmutableArray<string> rows) => rows.Length switch
    {
        1 => Name(rows[0]),
        <= 3 => string.Join(", ", rows.Select(Name)),
        _ => $"{rows.Length} rows",
    };
}

/// <param name="Say">What to say, or null.</param>
/// <param name="Row">Id of the row to go to, or null.</param>
/// <param name="Focus">What to go to instead.</param>
public sealed record EditorAnswer(string? Say, string? Row, string? Focus);
