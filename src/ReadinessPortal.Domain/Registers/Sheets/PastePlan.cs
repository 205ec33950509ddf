using System.Collections.Immutable;
using ReadinessPortal.Domain.Facts;

namespace ReadinessPortal.Domain.Registers.Sheets;

/// <summary>One cell of a pasted block, where it goes.</summary>
/// <param name="From">Text that stands there; null for a blank.</param>
/// <param name="To">Text to store, in the column's unit; null for a blank and a problem.</param>
/// <param name="Typed">As it was pasted.</param>
/// <param name="Problem">Why it does not fit, or null.</param>
public sealed record PastedCell(
    RegisterColumn Column, string? From, string? To, string Typed, string? Problem)
{
    /// <summary>A computed column keeps its formula, whatever is pasted over it.</summary>
    public bool IsLeftOut => Column.Formula is not null;

    public bool IsChange => !IsLeftOut && Problem is null && From != To;

    /// <summary>Stored in another form than it was pasted in: <c>2300 ms</c> as <c>2.3</c>.</summary>
    public bool IsConverted => !IsLeftOut && To is not null && To != Typed;
}

/// <param name="Line">Number of its line in the block, from 1.</param>
/// <param name="Key">Of the row that is there, or of the one that is added.</param>
/// <param name="Title">What the row is called now, or will be.</param>
/// <param name="Problem">Why the line finds no row, or null.</param>
public sealed record PastedRow(
    int Line, string Key, string Title, bool IsNew, EquatableArray<PastedCell> Cells, string? Problem = null)
{
    /// <summary>Its name is written in another way than in the block, and stays so.</summary>
    public bool KeepsName { get; init; }

    public bool IsChanged => !IsNew && Cells.Any(c => c.IsChange);

    public bool IsUnfit => Problem is not null || Cells.Any(c => c.Problem is not null);
}

/// <summary>
/// What pasting a block makes of a register: which rows are new, which change and which stay, and what does not fit.
/// Nothing happens before somebody has read it, and then all of it or nothing.
/// </summary>
public sealed record PastePlan
{
    /// <summary>Most rows of one block.</summary>
    public const int MostRows = 5000;

    public required FactPath Register { get; init; }

    /// <summary>One per line that says something, in the order of the block.</summary>
    public EquatableArray<PastedRow> Rows { get; init; } = [];

    /// <summary>The first lines of the block, one of which may name the columns.</summary>
    public EquatableArray<EquatableArray<string>> Top { get; init; } = [];

    /// <summary>Number of the line that names the columns; 0 where none does. What is above it is left out.</summary>
    public int Headings { get; init; }

    /// <summary>Headings that no column of the register has; what stands below them is left out.</summary>
    public EquatableArray<string> Unknown { get; init; } = [];

    /// <summary>How the lines find their rows; null where that has to be said first.</summary>
    public PasteRows? How { get; init; }

    /// <summary>The column by which they do.</summary>
    public RegisterColumn? MatchedBy { get; init; }

    /// <summary>The columns by which they could.</summary>
    public EquatableArray<RegisterColumn> Matchable { get; init; } = [];

    /// <summary>Rows of the register that no line of the block is about.</summary>
    public int Missing { get; init; }

    /// <summary>Why the block as a whole cannot go there, or null.</summary>
    public string? Problem { get; init; }

    /// <summary>Rows that are there and have in them what the block says.</summary>
    public int Untouched => Rows.Count(r => !r.IsNew && !r.IsChanged && !r.IsUnfit);

    /// <summary>Rows that were found although their names are written in another way than in the block.</summary>
    public IEnumerable<PastedRow> Loosely => Rows.Where(r => r.KeepsName);

    /// <summary>Cells that change, of rows that are there.</summary>
    public int Changed => Rows.Where(r => !r.IsNew).Sum(r => r.Cells.Count(c => c.IsChange));

    public int Added => Rows.Count(r => r.IsNew);

    public int Unfit => Rows.Sum(r => r.Cells.Count(c => c.Problem is not null) + (r.Problem is null ? 0 : 1));

    public bool CanBeSaved => Problem is null && How is not null && Unfit == 0 && (Changed > 0 || Added > 0);

    /// <summary>The whole of it, to be saved together.</summary>
    public ImmutableArray<FactChange> Changes() => [.. Rows.SelectMany(ChangesOf)];

    private IEnumerable<FactChange> ChangesOf(PastedRow row)
    {
        var path = Register.Part("rows", row.Key);
        return row.IsNew
            ?
            [
                new FactChange.Add
                {
                    Fact = path,
                    Values = row.Cells.Where(c => c.IsChange).ToImmutableSortedDictionary(
                        c => RegisterFacts.Field(c.Column.Key), c => c.To!, StringComparer.Ordinal),
                },
            ]
            : row.Cells.Where(c => c.IsChange).Select(c =>
                FactChange.Setting(path, RegisterFacts.Field(c.Column.Key), c.From, c.To));
    }
}
