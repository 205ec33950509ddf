using System.Collections.Immutable;
using ReadinessPortal.Domain.Figures;

namespace ReadinessPortal.Domain.Registers;

/// <summary>
/// The register of what the launch may cost and what was spent. The template fixes its key and its columns
/// <c>budget</c>, <c>actual</c> and <c>utilisation</c>; brief, report and rules know it by them.
/// </summary>
public static class BudgetRegister
{
    public const string Key = "budget";

    /// <summary>Column of the amounts spent.</summary>
    public const string Spent = "actual";

    /// <summary>Column of the shares spent.</summary>
    public const string Used = "utilisation";

    /// <summary>Name of the figure of all that was spent.</summary>
    public const string SpentTotal = $"{Key}.{Spent}.total";

    /// <summary>Name of the figure of all that may be spent.</summary>
    public const string BudgetTotal = $"{Key}.{Budget}.total";

    /// <summary>Name of the figure of the share spent.</summary>
    public const string UsedTotal = $"{Key}.{Used}.total";

    private const string Budget = "budget";

    /// <summary>What was spent of each budget, the total last.</summary>
    /// <returns>Nothing for another register, or one without these columns.</returns>
    public static ImmutableArray<BudgetUse> Uses(Register register, RegisterTable table)
    {
        if (register.Key != Key || ColumnOf(register, Budget) is not { } budget
            || ColumnOf(register, Spent) is not { } spent)
        {
            return [];
        }

        var used = ColumnOf(register, Used);
        var lines = register.Rows.Zip(table.Rows)
            .Select(r => Use(r.First.Key, RegisterFacts.Title(register, r.First), r.Second.Cells));
        return [.. table.Totals is { } totals ? lines.Append(Use(null, "total", totals)) : lines];

        BudgetUse Use(string? row, string title, ImmutableArray<TableCell> cells) => new(row, title,
            Value(cells[budget]) is { } all && all > 0 && Value(cells[spent]) is { } part ? part / all : null,
            used is { } at ? Value(cells[at]) : null,
            $"{Word(cells[spent])} of {Word(cells[budget])}{(used is { } share ? $", {Word(cells[share])}" : "")}");
    }

    /// <summary>Place of a column, or null where the register has none of this key.</summary>
    public static int? ColumnOf(Register register, string column) =>
        register.Columns.Index().Where(c => c.Item.Key == column).Select(c => (int?)c.Index).FirstOrDefault();

    private static decimal? Value(TableCell cell) =>
        Quantity.TryParse(cell.Value, null, out var quantity) ? quantity.InBase : null;

    private static string Word(TableCell cell) => cell.Shown.Length > 0 ? cell.Shown : "nothing";
}

/// <summary>What was spent of one budget.</summary>
/// <param name="Row">Key of the row; null for the total.</param>
/// <param name="Share">Spent, as a fraction of the budget; null where one of the two is not known.</param>
/// <param name="Used">The same as the register computes and prints it; null where it does not.</param>
/// <param name="Shown"><c>$20,145 of $25,000, 80.6 %</c>.</param>
public sealed record BudgetUse(string? Row, string Title, decimal? Share, decimal? Used, string Shown);
