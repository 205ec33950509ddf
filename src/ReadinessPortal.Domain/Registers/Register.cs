using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Domain.Registers;

public enum ColumnKind { Text, Count, Number, Percent, Money, Duration, Bytes, Quantity, Date, Status, Flag, Link }

public enum ColumnTotal { None, Sum, Average, Minimum, Maximum, Count, Formula }

/// <summary>A table of facts with typed columns, targets, computed columns and totals.</summary>
public sealed record Register : Fact
{
    public required string Title { get; init; }

    /// <summary>
    /// Chapter of the report it stands in: infrastructure, security, operations, finance, evidence, appendix.
    /// </summary>
    public required string Chapter { get; init; }

    public string? Note { get; init; }

    public EquatableArray<RegisterColumn> Columns { get; init; } = [];

    public EquatableArray<RegisterRow> Rows { get; init; } = [];
}

public sealed record RegisterColumn : Part
{
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
}

public sealed record RegisterRow : Part
{
    /// <summary>Column key to canonical text in the column's unit. A missing key is a blank, never zero.</summary>
    public EquatableMap<string> Cells { get; init; } = new();
}
