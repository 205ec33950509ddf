using System.Collections.Immutable;
using Microsoft.JSInterop;
using ReadinessPortal.Application;
using ReadinessPortal.Application.Facts;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Registers;

namespace ReadinessPortal.Web.Registers;

/// <summary>What becomes of what was typed.</summary>
public sealed partial class RegisterDesk
{
    private const string GoneReason = "The row was archived meanwhile. Escape gives up what you typed.";

    private readonly List<string> _saving = [];

    /// <summary>A cell was left with another text than it began with.</summary>
    /// <returns>What to say of it, or null.</returns>
    [JSInvokable]
    public async Task<string?> SaveAsync(string row, string column, string? from, string? text)
    {
        _saving.Add(row);
        await _turn.WaitAsync();
        try
        {
            return await SaveInTurnAsync(row, column, NullIfBlank(from), text ?? "");
        }
        finally
        {
            _turn.Release();
            _saving.Remove(row);
            StateHasChanged();
        }
    }

    /// <summary>Blanks cells, all of them or none.</summary>
    /// <param name="cells">Row, column and the text that stood there.</param>
    [JSInvokable]
    public async Task<string?> BlankAsync(string[][] cells)
    {
        await _turn.WaitAsync();
        try
        {
            var asked = cells.Where(c => c is [_, _, _] && !GridRows.IsNew(Rows.KeyOf(c[0]))).ToList();
            var outcome = await Save([.. asked.Select(c => FactChange.Setting(
                RegisterFacts.Row(Register.Key, Rows.KeyOf(c[0])), RegisterFacts.Field(c[1]),
                Edits.Start(c[0], c[1], NullIfBlank(c[2])), null))]);
            await CaughtUpAsync(outcome);
            return outcome is Outcome.Refused refused
                ? $"Nothing was blanked. {refused.Refusal.Text}"
                : $"{asked.Count} cells are blank now.";
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Of two values the person takes the other one, or keeps theirs; or gives up what was refused.</summary>
    [JSInvokable]
    public async Task<string?> Choose(string row, string column, string choice)
    {
        if (Edits.Of(row, column) is not { IsUnsaved: true } edit)
        {
            return null;
        }

        if (choice == "keep")
        {
            return await SaveAsync(row, column, edit.Conflict?.Now, edit.Typed);
        }

        Edits.Drop(row, column);
        if (GridRows.IsNew(Rows.KeyOf(row)) && !Edits.HasUnsaved(row))
        {
            Rows.GiveUp(row);
        }

        Refollow();
        StateHasChanged();
        return null;
    }

    private async Task<string?> SaveInTurnAsync(string row, string column, string? from, string text)
    {
        if (Column(column) is not { } typed)
        {
            return "This column was archived meanwhile.";
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

        var key = Rows.KeyOf(row);
        var outcome = await Save([GridRows.IsNew(key) ? Added(row, typed, parsed.Canonical!) : FactChange.Setting(
            RegisterFacts.Row(Register.Key, key), RegisterFacts.Field(column), start, parsed.Canonical)]);
        if (outcome is Outcome.Done done)
        {
            if (GridRows.IsNew(key))
            {
                Rows.Stored(row, done.Key!);
            }

            Edits.Put(edit with { ChangeNumber = done.ChangeNumber });
            Edits.Follow(View.Board.ChangeNumber, Text);
            return ColumnText.Note(text, parsed, typed) is { } note ? $"{where}: {note}" : $"{where}: saved.";
        }

        return (outcome as Outcome.Refused)?.Refusal switch
        {
            FieldsChangedMeanwhile { Conflicts: [var conflict, ..] } => Contested(edit, where, conflict),
            FactGone => Gone(edit, where),
            FieldsNotAcceptable { Problems: [var one, ..] } => Refused(edit, where, one.Text),
            var refusal => Refused(edit, where, refusal?.Text ?? "It could not be saved."),
        };
    }

    private FactChange.Add Added(string row, RegisterColumn column, string text)
    {
        var taken = Register.Rows.Select(r => r.Key).Concat(Rows.All.Select(r => Rows.KeyOf(r.Id)))
            .ToHashSet(StringComparer.Ordinal);
        var key = RegisterFacts.KeyOfRow([column], _ => text, taken);
        var after = Rows.AfterOf(row);
        return new()
        {
            Fact = RegisterFacts.Row(Register.Key, key),
            After = after is null || GridRows.IsNew(after) ? null : after,
            Values = ImmutableSortedDictionary<string, string>.Empty.WithComparers(StringComparer.Ordinal)
                .Add(RegisterFacts.Field(column.Key), text),
        };
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
