using System.Collections.Immutable;
using ReadinessPortal.Application.Facts;
using ReadinessPortal.Domain.Registers;
using ReadinessPortal.Domain.Registers.Sheets;

namespace ReadinessPortal.Web.Registers;

/// <summary>A block somebody pasted, and how they want it read, until it is saved or given up.</summary>
/// <param name="Row">Key of the row it begins in; null below the last one.</param>
/// <param name="Column">Key of the column it begins in.</param>
public sealed record Pasted(string Text, string? Row, string? Column)
{
    /// <summary>Null: found out.</summary>
    public char? Separator { get; init; }

    /// <summary>Whether the first line names columns; null: found out.</summary>
    public bool? Headings { get; init; }

    public required PastePlan Plan { get; init; }

    /// <summary>Cells somebody changed between the preview and the saving.</summary>
    public ImmutableArray<FieldConflict> Conflicts { get; init; } = [];

    /// <summary>Why it was not saved, when it was not for the conflicts.</summary>
    public string? Refusal { get; init; }

    /// <summary>Row and column of cells that stay as they are.</summary>
    public ImmutableHashSet<(string Row, string Column)> Spared { get; init; } = [];

    /// <summary>The first line may be headings or not.</summary>
    public bool MayHaveHeadings => Plan.HasHeadings || Headings == false;

    public static Pasted Of(Register register, string text, string? row, string? column) =>
        new Pasted(text, row, column) { Plan = Pasting.Of(register, text, row, column) };

    /// <summary>Planned anew, over what stands now.</summary>
    public Pasted Over(Register register)
    {
        var plan = Pasting.Of(register, Text, Row, Column, Separator, Headings);
        return this with
        {
            Conflicts = [],
            Refusal = null,
            Plan = plan with
            {
                Rows = [.. plan.Rows.Select(r => r with
                {
                    Cells = [.. r.Cells.Select(c =>
                        Spared.Contains((r.Key, c.Column.Key)) ? c with { To = c.From, Problem = null } : c)],
                })],
            },
        };
    }
}
