using System.Collections.Immutable;
using ReadinessPortal.Domain.Registers;
using ReadinessPortal.Domain.Registers.Sheets;

namespace ReadinessPortal.UnitTests.Registers;

/// <summary>
/// Registers as tests say them: columns, then rows of texts in the order of the columns, blanks as "".
/// </summary>
internal static class ARegister
{
    public static RegisterColumn Column(string key, ColumnKind kind, string? unit = null) =>
        new() { Key = key, Title = key, Kind = kind, Unit = unit };

    public static RegisterColumn Computed(string key, ColumnKind kind, string formula) =>
        new() { Key = key, Title = key, Kind = kind, Formula = formula };

    public static Register Of(string key, RegisterColumn[] columns, params string[][] rows)
    {
        var stored = columns.Where(c => c.Formula is null).ToList();
        return new()
        {
            Key = key,
            Title = key,
            Chapter = "finance",
            Columns = [.. columns],
            Rows =
            [
                .. rows.Select(cells => new RegisterRow
                {
                    Key = cells[0],
                    Cells = stored.Zip(cells).Where(c => c.Second.Length > 0)
                        .ToImmutableSortedDictionary(c => c.First.Key, c => c.Second, StringComparer.Ordinal),
                }),
            ],
        };
    }

    /// <summary>The six budget lines of the demo, with their utilisation.</summary>
    public static Register Budget() => Of("budget",
        [
            Column("line", ColumnKind.Text),
            Column("budget", ColumnKind.Money, "USD") with { Total = ColumnTotal.Sum, BudgetRole = BudgetRole.Budget },
            Column("actual", ColumnKind.Money, "USD") with { Total = ColumnTotal.Sum, BudgetRole = BudgetRole.Spent },
            Computed("utilisation", ColumnKind.Percent, "actual / budget") with
            {
                Total = ColumnTotal.Formula, TotalFormula = "actual / budget", BudgetRole = BudgetRole.ShareSpent,
            },
        ],
        ["infrastructure", "25000", "20145"],
        ["ai", "8000", "6234"],
        ["transfer", "3000", "2187"],
        ["database", "5000", "4023"],
        ["analytics", "4000", "3412"],
        ["monitoring", "2000", "1567"]);

    public static PastePlan Paste(
        Register register, string block, string? row, string? column, PasteChoices? choices = null) =>
        Pasting.Of(register, block, new(row, column), choices ?? new());

    public static TableCell Cell(this RegisterTable table, Register register, string row, string column) =>
        table.Rows.First(r => r.Key == row).Cells[register.Columns.Select(c => c.Key).ToList().IndexOf(column)];

    public static TableCell Total(this RegisterTable table, Register register, string column) =>
        table.Totals!.Value[register.Columns.Select(c => c.Key).ToList().IndexOf(column)];
}
