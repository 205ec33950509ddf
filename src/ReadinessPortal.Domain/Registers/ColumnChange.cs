using System.Collections.Immutable;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Figures;

namespace ReadinessPortal.Domain.Registers;

public enum CellFate { Same, Converted, Blanked, DoesNotFit }

/// <summary>What a change of its column makes of a cell.</summary>
/// <param name="Title">What the row is called.</param>
/// <param name="From">Stored text.</param>
/// <param name="To">Text to store; null for a blank.</param>
/// <param name="Was">As shown before.</param>
/// <param name="Becomes">As shown after; the reason where it does not fit.</param>
public sealed record CellMove(
    string Row, string Title, CellFate Fate, string From, string? To, string Was, string Becomes);

/// <summary>
/// A column as it is to be, and what that makes of its cells: a value keeps its meaning in the new unit, and is never
/// the same digits with another one. What cannot be said in the new column does not fit.
/// </summary>
public sealed record ColumnChange
{
    private ColumnChange()
    {
    }

    public required RegisterColumn Before { get; init; }

    public required RegisterColumn After { get; init; }

    /// <summary>One per cell that holds something, in the order of the rows.</summary>
    public EquatableArray<CellMove> Cells { get; init; } = [];

    /// <summary>The target said anew in the new unit, because it was left as it was.</summary>
    public bool HasTargetConverted => After.Target != Before.Target;

    public int Count(CellFate fate) => Cells.Count(c => c.Fate == fate);

    /// <param name="after">As wanted. A target that is still the old text is said in the new unit.</param>
    public static ColumnChange Of(Register register, RegisterColumn before, RegisterColumn after)
    {
        after = after.Target == before.Target ? after with { Target = Target(before, after) } : after;
        return new()
        {
            Before = before,
            After = after,
            Cells =
            [
                .. register.Rows.Where(r => r.Cells.ContainsKey(before.Key))
                    .Select(r => Cell(r, RegisterFacts.Title(register, r), before, after)),
            ],
        };
    }

    /// <summary>The register with the column changed and its cells moved; what does not fit is blank.</summary>
    public Register Applied(Register register)
    {
        var to = Cells.ToDictionary(c => c.Row, c => c.To, StringComparer.Ordinal);
        return register with
        {
            Columns = [.. register.Columns.Select(c => c.Key == After.Key ? After : c)],
            Rows = [.. register.Rows.Select(r => !to.TryGetValue(r.Key, out var text) ? r
                : r with { Cells = text is null ? r.Cells.Remove(After.Key) : r.Cells.SetItem(After.Key, text) })],
        };
    }

    /// <summary>The column and its cells, to be saved together; what does not fit becomes blank.</summary>
    public ImmutableArray<FactChange> Changes(string register)
    {
        var (path, was, now) = (RegisterFacts.Column(register, After.Key), RegisterFacts.Values(Before),
            RegisterFacts.Values(After));
        return
        [
            .. was.Keys.Union(now.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal)
                .Select(f => FactChange.Setting(path, f, was.GetValueOrDefault(f), now.GetValueOrDefault(f)))
                .Where(c => c.From != c.To),
            .. Cells.Where(c => c.To != c.From).Select(c => FactChange.Setting(
                RegisterFacts.Row(register, c.Row), RegisterFacts.Field(After.Key), c.From, c.To)),
        ];
    }

    private static CellMove Cell(RegisterRow row, string title, RegisterColumn before, RegisterColumn after)
    {
        var text = row.Cells[before.Key];
        var old = CellParser.Parse(text, before).Value;
        var was = old is FigureValue.Problem ? text : old.Shown;
        if (after.Formula is not null)
        {
            return new(row.Key, title, CellFate.Blanked, text, null, was, "computed");
        }

        // Whoever did not fit before is asked again by its text, everybody else by what it means.
        var next = CellParser.Parse(Meaning(old) ?? text, after);
        return next.Problem is { } problem ? new(row.Key, title, CellFate.DoesNotFit, text, null, was, problem)
            : new(row.Key, title, IsSame(old, next.Value) ? CellFate.Same : CellFate.Converted, text, next.Canonical,
                was, next.Value.Shown);
    }

    private static string? Target(RegisterColumn before, RegisterColumn after) =>
        before.Target is { } text && Meaning(CellParser.Parse(text, before).Value) is { } meaning
            ? CellParser.Parse(meaning, after).Canonical ?? before.Target
            : before.Target;

    // With its unit, so that the new column cannot take the number for something else.
    private static string? Meaning(FigureValue value) => value switch
    {
        FigureValue.Flag => value.Shown,
        FigureValue.Problem => null,
        _ => value.Canonical,
    };

    private static bool IsSame(FigureValue before, FigureValue after) =>
        before.Shown == after.Shown && (before is FigureValue.Number) == (after is FigureValue.Number);
}
