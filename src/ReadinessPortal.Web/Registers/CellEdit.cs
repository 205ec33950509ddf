using ReadinessPortal.Application.Facts;

namespace ReadinessPortal.Web.Registers;

public enum CellEditState
{
    /// <summary>Stored; shown until the board says it too.</summary>
    Saved,

    /// <summary>Not stored, with the reason beside it.</summary>
    Refused,

    /// <summary>Nobody knows whether it is stored; sent again it is stored once.</summary>
    Unknown,

    /// <summary>Somebody else set the cell meanwhile; the person chooses.</summary>
    Contested,

    /// <summary>The row or the column was archived meanwhile.</summary>
    Gone,
}

/// <summary>What somebody typed into a cell, until the board says the same or they give it up.</summary>
/// <param name="Row">Id of the row on the page.</param>
/// <param name="From">Text the edit started from; null for a blank.</param>
/// <param name="Typed">As it was typed.</param>
public sealed record CellEdit(string Row, string Column, string? From, string Typed, CellEditState State)
{
    /// <summary>Text that is stored, or is to be; null for a blank.</summary>
    public string? Stored { get; init; }

    public string Shown { get; init; } = "";

    /// <summary>Why it is not stored.</summary>
    public string? Reason { get; init; }

    public FieldConflict? Conflict { get; init; }

    /// <summary>The change that stored it.</summary>
    public long ChangeNumber { get; init; }

    public bool IsUnsaved => State != CellEditState.Saved;
}

/// <summary>The cells of one register that one person is at.</summary>
public sealed class CellEdits
{
    private readonly Dictionary<(string Row, string Column), CellEdit> _edits = [];

    /// <summary>Moves with every change of them.</summary>
    public int Version { get; private set; }

    public IEnumerable<CellEdit> Unsaved => _edits.Values.Where(e => e.IsUnsaved);

    public CellEdit? Of(string row, string column) => _edits.GetValueOrDefault((row, column));

    public bool HasUnsaved(string row) => _edits.Values.Any(e => e.Row == row && e.IsUnsaved);

    public void Put(CellEdit edit)
    {
        _edits[(edit.Row, edit.Column)] = edit;
        Version++;
    }

    public void Drop(string row, string column) => Version += _edits.Remove((row, column)) ? 1 : 0;

    /// <summary>
    /// What an edit started from: whoever types into a cell twice, faster than the page follows, has no conflict with
    /// themselves; and what was refused once still goes by what stood there then.
    /// </summary>
    public string? Start(string row, string column, string? from) => Of(row, column) switch
    {
        { State: CellEditState.Saved } saved when saved.From == from => saved.Stored,
        { State: CellEditState.Refused or CellEditState.Unknown } unsaved => unsaved.From,
        { Conflict: { } conflict } => conflict.Now,
        _ => from,
    };

    /// <summary>The board now holds change <paramref name="number"/>: what it says itself is forgotten here.</summary>
    /// <param name="now">Text of a cell that stands now.</param>
    public void Follow(long number, Func<string, string, string?> now)
    {
        foreach (var edit in _edits.Values.ToList())
        {
            if (edit.State == CellEditState.Saved ? edit.ChangeNumber <= number
                : edit.State == CellEditState.Unknown && now(edit.Row, edit.Column) == edit.Stored)
            {
                Drop(edit.Row, edit.Column);
            }
            else if (edit.Conflict is { } conflict && now(edit.Row, edit.Column) is var stands
                && stands != conflict.Now)
            {
                Put(edit with { Conflict = conflict with { Now = stands } });
            }
        }
    }
}
