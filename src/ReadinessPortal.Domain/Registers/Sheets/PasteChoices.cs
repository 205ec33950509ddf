namespace ReadinessPortal.Domain.Registers.Sheets;

/// <summary>How the lines of a block find their rows.</summary>
public enum PasteRows
{
    /// <summary>By what stands in one column, in whatever order.</summary>
    Matched,

    /// <summary>Every line is a new row, after the last one.</summary>
    Added,

    /// <summary>One after the other from the chosen cell on, whatever stands there.</summary>
    FromCell,
}

/// <summary>The cell that was chosen before a block was pasted; null where none was.</summary>
public readonly record struct PastePlace(string? Row, string? Column);

/// <summary>How somebody wants a block read. What is null is found out, or asked.</summary>
public sealed record PasteChoices
{
    public char? Separator { get; init; }

    /// <summary>Number of the line that names the columns, from 1; 0 where none does.</summary>
    public int? Headings { get; init; }

    public PasteRows? Rows { get; init; }

    /// <summary>Key of the column by which lines find their rows.</summary>
    public string? MatchedBy { get; init; }
}
