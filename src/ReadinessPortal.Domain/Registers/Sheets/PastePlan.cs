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

/// <param name="Key">Of the row that is there, or of the one that is added.</param>
/// <param name="Title">What the row is called now, or will be.</param>
public sealed record PastedRow(string Key, string Title, bool IsNew, ImmutableArray<PastedCell> Cells);

/// <summary>
/// What pasting a block makes of a register: which cells change, which rows come after the last one, and what does not
/// fit. Nothing happens before somebody has read it, and then all of it or nothing.
/// </summary>
public sealed record PastePlan
{
    /// <summary>Most rows of one block.</summary>
    public const int MostRows = 2000;

    public required FactPath Register { get; init; }

    public ImmutableArray<PastedRow> Rows { get; init; } = [];

    /// <summary>The first line named the columns.</summary>
    public bool HasHeadings { get; init; }

    /// <summary>Why the block as a whole cannot go there, or null.</summary>
    public string? Problem { get; init; }

    public int Changed => Rows.Where(r => !r.IsNew).Sum(r => r.Cells.Count(c => c.IsChange));

    public int Added => Rows.Count(r => r.IsNew);

    public int Unfit => Rows.Sum(r => r.Cells.Count(c => c.Problem is not null));

    public bool CanBeSaved => Problem is null && Unfit == 0 && (Changed > 0 || Added > 0);

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
