using Microsoft.JSInterop;
using ReadinessPortal.Application;
using ReadinessPortal.Application.Facts;
using ReadinessPortal.Application.Launches;
using ReadinessPortal.Domain;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Registers;

namespace ReadinessPortal.Web.Registers;

/// <summary>What becomes of what was typed.</summary>
public sealed partial class RegisterEditor
{
    private const string GoneReason = "The row was archived meanwhile. Escape cancels what you typed.";

    private readonly List<string> _saving = [];

    /// <summary>A cell was left with another text than it began with.</summary>
    [JSInvokable]
    public async Task<CellAnswer> SaveAsync(string row, string column, string? from, string? text)
    {
        _saving.Add(row);
        await _turn.WaitAsync();
        try
        {
            return Answer(await SaveInTurnAsync(row, column, NullIfBlank(from), text ?? ""), row, column);
        }
        finally
        {
            _turn.Release();
            _saving.Remove(row);
            StateHasChanged();
        }
    }

    /// <summary>Of two values the person takes the other one, or keeps theirs; or gives up what was refused.</summary>
    [JSInvokable]
    public async Task<CellAnswer> Choose(string row, string column, string choice)
    {
        if (Edits.Of(row, column) is not { IsUnsaved: true } edit)
        {
            return Answer(null, row, column);
        }

        if (choice == "keep")
        {
            return await SaveAsync(row, column, edit.Conflict?.Now, edit.Typed);
        }

        var where = Name(row);
        Edits.Drop(row, column);
        if (GridRows.IsNew(row) && !Edits.HasUnsaved(row))
        {
            Rows.GiveUp(row);
        }

        Refollow();
        StateHasChanged();
        return Answer(Column(column) is { } typed ? $"{where}, {typed.Title}: discarded." : null, row, column);
    }

    /// <summary>These wait for a second person: what was typed is kept with the request, and is not unsaved here.
    /// </summary>
    internal async Task AskedAsync(IReadOnlyCollection<FactChange> changes)
    {
        var asked = changes.OfType<FactChange.Set>().Select(c => (c.Fact, c.Field)).ToHashSet();
        foreach (var edit in Edits.Unsaved.ToList())
        {
            var setting = Setting(edit.Row, edit.Column, null, null);
            if (asked.Contains((setting.Fact, setting.Field)))
            {
                Edits.Drop(edit.Row, edit.Column);
                await ForgetAsync(edit);
            }
        }

        await SayAsync("Approval is requested.");
        Refollow();
        StateHasChanged();
    }

    private ValueTask ForgetAsync(CellEdit edit) =>
        _grid is null ? ValueTask.CompletedTask : _grid.InvokeVoidAsync("forget", edit.Row, edit.Column);

    private CellAnswer Answer(string? say, string row, string column) =>
        new(say, Edits.Of(row, column) is { IsUnsaved: true });

    private async Task<string?> SaveInTurnAsync(string row, string column, string? from, string text)
    {
        if (Column(column) is not { } typed)
        {
            Edits.Put(new(row, column, from, text, CellEditState.Gone)
            {
                Reason = "The column was archived meanwhile.",
            });
            return $"{Name(row)} is not saved: the column was archived meanwhile.";
        }

        if (Rows.All.All(r => r.Id != row))
        {
            // Archived before the page was loaded again: the text has a row to stand in until it is given up.
            Rows.ShowGone(row);
            Refollow();
            return Gone(new(row, column, from, text, CellEditState.Gone), $"{Name(row)}, {typed.Title}");
        }

        var where = $"{Name(row)}, {typed.Title}";
        var start = Edits.Start(row, column, from);
        var parsed = CellParser.Parse(text, typed);
        var edit = new CellEdit(row, column, start, text, CellEditState.Saved)
        {
            Stored = parsed.Canonical, Shown = parsed.Value.Shown,
        };
        if (parsed.Problem is { } problem)
        {
            return Refused(edit, where, problem);
        }

        if (parsed.Canonical == start)
        {
            Edits.Drop(row, column);
            return null;
        }

        var outcome = GridRows.IsNew(Rows.KeyOf(row))
            ? await AddAsync(row, typed, parsed.Canonical!)
            : await Save([Setting(row, column, start, parsed.Canonical)]);
        if (outcome is Outcome.Done done)
        {
            Edits.Put(edit with { ChangeNumber = done.ChangeNumber });
            Edits.Follow(View.Board.ChangeNumber, Text);
            return ColumnText.Note(text, parsed, typed) is { } note ? $"{where}: {note}" : $"{where}: saved.";
        }

        return (outcome as Outcome.Refused)?.Refusal switch
        {
            FieldsChangedMeanwhile { Conflicts: [var conflict, ..] } => Contested(edit, where, conflict),
            FactGone => Gone(edit, where),
            FieldsNotAcceptable { Problems: [var one, ..] } => Refused(edit, where, one.Text),
            NeedsSecondPerson => Refused(edit, where, "It needs a second person, as said above the table."),
            SavingFailed or OutcomeNotKnown => Unknown(edit, where, ((Outcome.Refused)outcome).Refusal.Text),
            var refusal => Refused(edit, where, refusal?.Text ?? "It could not be saved."),
        };
    }

    // The key stays the same however often the row is sent; only where somebody else has taken it is another chosen.
    private async Task<Outcome> AddAsync(string row, RegisterColumn column, string text)
    {
        string? taken = null;
        while (true)
        {
            var key = Rows.ChooseKey(row, Register, column, text, taken);
            var after = Rows.AfterOf(row);
            var outcome = await Save([new FactChange.Add
            {
                Fact = RegisterFacts.Row(Register.Key, key),
                After = after is null || GridRows.IsNew(after) ? null : after,
                Values = new EquatableMap<string>().Add(RegisterFacts.Field(column.Key), text),
            }], GridRows.RequestOf(row));
            if (outcome is Outcome.Done done)
            {
                Rows.Stored(row, done.Key!);
                Refollow();
                return done.IsRepeat ? await FilledAsync(done, row, column, text) : done;
            }

            if ((outcome as Outcome.Refused)?.Refusal is not FieldsNotAcceptable { Problems: [{ Field: "key" }] })
            {
                return outcome;
            }

            taken = key;
        }
    }

    // It was stored by an earlier sending, perhaps with another text.
    private async Task<Outcome> FilledAsync(Outcome.Done stored, string row, RegisterColumn column, string text)
    {
        await CaughtUpAsync(stored);
        return Text(row, column.Key) is var stands && stands == text
            ? stored : await Save([Setting(row, column.Key, stands, text)]);
    }

    private FactChange.Set Setting(string row, string column, string? from, string? to) => FactChange.Setting(
        RegisterFacts.Row(Register.Key, Rows.KeyOf(row)), RegisterFacts.Field(column), from, to);

    private string Unknown(CellEdit edit, string where, string reason)
    {
        Edits.Put(edit with { State = CellEditState.Unknown, Reason = reason });
        return $"{where}: {reason}";
    }

    private string Refused(CellEdit edit, string where, string reason)
    {
        Edits.Put(edit with { State = CellEditState.Refused, Reason = reason });
        return $"{where} is not saved: {reason}";
    }

    private string Contested(CellEdit edit, string where, FieldConflict conflict)
    {
        Edits.Put(edit with { State = CellEditState.Contested, Conflict = conflict });
        return $"{where} is not saved: {conflict.By} set it to {conflict.Now ?? "nothing"} meanwhile. "
            + "Press Enter in the cell to choose.";
    }

    private string Gone(CellEdit edit, string where)
    {
        Edits.Put(edit with { State = CellEditState.Gone, Reason = GoneReason });
        return $"{where} is not saved. {GoneReason}";
    }

    private static string? NullIfBlank(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
