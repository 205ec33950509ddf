using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Launches;
using static ReadinessPortal.Domain.Facts.FactField;

namespace ReadinessPortal.Domain.Registers;

public enum ColumnKind { Text, Count, Number, Percent, Money, Duration, Bytes, Quantity, Date, Status, Flag, Link }

public enum ColumnTotal { None, Sum, Average, Minimum, Maximum, Count, Formula }

/// <summary>A table of facts with typed columns, targets, computed columns and totals.</summary>
public sealed record Register : Fact
{
    /// <summary>Chapters of the report that are often meant.</summary>
    internal static string[] Chapters =>
        ["infrastructure", "security", "operations", "finance", "evidence", "appendix"];

    public static FactKind Descriptor { get; } = new FactKind<LaunchFacts, Register>(
        "registers", "register", facts => facts.Registers, (facts, all) => facts with { Registers = all })
    {
        Subject = SubjectKind.Register,
        Link = "registers/{key}",
        Title = r => r.Title,
        NamedBy = "title",
        IsQuoted = true,
        Fields =
        [
            Key(),
            Text("title", "Title"),
            Text("chapter", "Chapter of the report", null, Chapters),
            Prose("note", "Note"),
            new("periodFrom", "Budget period, start"),
            new("periodTo", "Budget period, end"),
            new("stateOf", "Spend as of", "The last day that the amounts spent include."),
        ],
        Parts = [RegisterColumn.Descriptor, RegisterRow.Descriptor],
    };

    public required string Title { get; init; }

    /// <summary>
    /// Chapter of the report it stands in: infrastructure, security, operations, finance, evidence, appendix.
    /// </summary>
    public required string Chapter { get; init; }

    public string? Note { get; init; }

    /// <summary>First day of the period that a budget is for; null for other registers, as the next two.</summary>
    public DateOnly? PeriodFrom { get; init; }

    /// <summary>Last day of that period.</summary>
    public DateOnly? PeriodTo { get; init; }

    /// <summary>Day of the period that the amounts spent are of.</summary>
    public DateOnly? StateOf { get; init; }

    public EquatableArray<RegisterColumn> Columns { get; init; } = [];

    public EquatableArray<RegisterRow> Rows { get; init; } = [];
}

public sealed record RegisterColumn : Part
{
    public static FactKind Descriptor { get; } = new FactKind<Register, RegisterColumn>(
        "registers/columns", "column", register => register.Columns, (register, all) => register with { Columns = all })
    {
        Title = c => c.Title,
        NamedBy = "title",
        IsQuoted = true,
        Fields =
        [
            Key(),
            Text("title", "Title"),
            new("kind", "Kind", "What its cells hold."),
            Text("unit", "Unit", "Of every cell: ms, GB, USD."),
            Formula("formula", "Formula", "For a computed column, over the other columns by key: actual - budget."),
            new("total", "Total"),
            Formula("totalFormula", "Formula of the total", "Over the totals of the other columns."),
            new("comparator", "Every cell has to be"),
            Text("target", "Target", "In the unit of the column."),
            new("budgetRole", "Column of a budget",
                "The brief and the report show the launch's money from these columns."),
        ],
    };

    public required string Title { get; init; }

    public ColumnKind Kind { get; init; }

    /// <summary>Unit of every cell for counts, numbers, durations and bytes; ISO code for money.</summary>
    public string? Unit { get; init; }

    /// <summary>A computed column: formula over the row's other columns. Its cells are never stored.</summary>
    public string? Formula { get; init; }

    public ColumnTotal Total { get; init; }

    /// <summary>For <see cref="ColumnTotal.Formula"/>: a formula over the totals of the other columns.</summary>
    public string? TotalFormula { get; init; }

    public Comparator? Comparator { get; init; }

    /// <summary>Target of every cell, in the column's unit.</summary>
    public string? Target { get; init; }

    /// <summary>Null for a column that says nothing of a budget.</summary>
    public BudgetRole? BudgetRole { get; init; }
}

public sealed record RegisterRow : Part
{
    public static FactKind Descriptor { get; } = new FactKind<Register, RegisterRow>(
        "registers/rows", "row", register => register.Rows, (register, all) => register with { Rows = all })
    {
        Subject = SubjectKind.RegisterRow,
        Link = "registers/{whole}?row={key}#row-{key}",
        TitleIn = (row, register) => RegisterFacts.Title(register, row),
        Fields =
        [
            Key("Chosen from the first cell when it is added."),
            Untyped("cells", "Cells", "Typed in the register itself, cell by cell."),
        ],
    };

    /// <summary>Column key to canonical text in the column's unit. A missing key is a blank, never zero.</summary>
    public EquatableMap<string> Cells { get; init; } = new();
}
