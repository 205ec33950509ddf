using System.Collections.Immutable;
using ReadinessPortal.Application.Facts;
using ReadinessPortal.Domain.Registers;
using ReadinessPortal.Domain.Registers.Sheets;

namespace ReadinessPortal.Web.Registers;

/// <summary>A block somebody pasted, and how they want it read, until it is saved or given up.</summary>
/// <param name="At">The cell that was chosen before.</param>
public sealed record Pasted(string Text, PastePlace At)
{
    public PasteChoices Choices { get; init; } = new();

    public required PastePlan Plan { get; init; }

    /// <summary>Cells somebody changed between the preview and the saving.</summary>
    public ImmutableArray<FieldConflict> Conflicts { get; init; } = [];

    /// <summary>Why it was not saved, when it was not for the conflicts.</summary>
    public string? Refusal { get; init; }

    /// <summary>Row and column of cells that stay as they are.</summary>
    public ImmutableHashSet<(string Row, string Column)> Spared { get; init; } = [];

    public static Pasted Of(Register register, string text, PastePlace at) =>
        new Pasted(text, at) { Plan = Pasting.Of(register, text, at, new()) };

    /// <summary>Planned anew, over what stands now.</summary>
    public Pasted Over(Register register)
    {
        var plan = Pasting.Of(register, Text, At, Choices);
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
