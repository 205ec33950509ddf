using System.Collections.Immutable;
using ReadinessPortal.Domain.Figures;

namespace ReadinessPortal.Domain.Registers;

/// <summary>What a column says of a budget; a register has at most one of each.</summary>
public enum BudgetRole
{
    /// <summary>Amounts that may be spent.</summary>
    Budget,

    /// <summary>Amounts that were spent.</summary>
    Spent,

    /// <summary>Shares that were spent, as the register computes and prints them.</summary>
    ShareSpent,

    /// <summary>Amounts that are expected to be spent by the end of the budget's period; in any register.</summary>
    Projected,
}

/// <summary>
/// A register that says what was spent: brief, report and rules know its columns by their <see cref="BudgetRole"/>.
/// The money of a launch is that of the first such register.
/// </summary>
public sealed class Budget
{
    private const double MostTimes = 1_000_000;

    /// <summary>Shares of a budget at which people look closer, as fractions: marked wherever it is drawn.</summary>
    public static ImmutableArray<decimal> Thresholds { get; } = [0.7m, 0.8m, 0.9m];

    // Places of its columns.
    private readonly int _spent;
    private readonly int? _budget;
    private readonly int? _share;

    private Budget(Register register, int spent) => (Register, _spent, _budget, _share) = (register, spent,
        Place(register, BudgetRole.Budget), Place(register, BudgetRole.ShareSpent));

    public Register Register { get; }

    /// <summary>Name of the figure of all that was spent.</summary>
    public string SpentTotal => Total(_spent)!;

    /// <summary>Name of the figure of all that may be spent; null where the register does not say it.</summary>
    public string? BudgetTotal => Total(_budget);

    /// <summary>Name of the figure of the share spent; null where the register does not say it.</summary>
    public string? ShareTotal => Total(_share);

    /// <summary>Null for a register without a column of what was spent.</summary>
    public static Budget? Of(Register register) =>
        Place(register, BudgetRole.Spent) is { } spent ? new(register, spent) : null;

    /// <summary>The first one, or null where no register says what was spent.</summary>
    public static Budget? Of(IEnumerable<Register> registers) =>
        registers.Select(Of).FirstOrDefault(b => b is not null);

    /// <summary>What was spent of each line, the total last.</summary>
    /// <param name="table">Of this register.</param>
    public ImmutableArray<BudgetUse> Uses(RegisterTable table)
    {
        var lines = Register.Rows.Zip(table.Rows)
            .Select(r => Use(r.First.Key, RegisterFacts.Title(Register, r.First), r.Second.Cells));
        return [.. table.Totals is { } totals ? lines.Append(Use(null, "total", totals)) : lines];
    }

    private BudgetUse Use(string? row, string title, ImmutableArray<TableCell> cells)
    {
        var budget = _budget is { } at ? cells[at] : null;
        return new(row, title, ShareOf(cells[_spent].Value, budget?.Value), cells[_spent], budget,
            _share is { } place ? cells[place] : null);
    }

    private static int? Place(Register register, BudgetRole role) => register.Columns.Index()
        .Where(c => c.Item.BudgetRole == role).Select(c => (int?)c.Index).FirstOrDefault();

    private string? Total(int? place) => place is { } at ? $"{Register.Key}.{Register.Columns[at].Key}.total" : null;

    /// <summary>What was spent of an amount, as a fraction.</summary>
    /// <returns>Null where one of them is no quantity, nothing may be spent, they are in two currencies, or it would be
    /// more than a million times as much, which is a slip of the pen and might not be a number.</returns>
    public static decimal? ShareOf(string? spent, string? budget) =>
        Quantity.TryParse(spent, null, out var part) && Quantity.TryParse(budget, null, out var whole)
            && whole.InBase > 0 && part.Unit.IsComparableTo(whole.Unit)
            && Math.Abs((double)part.InBase) <= MostTimes * (double)whole.InBase
            ? part.InBase / whole.InBase : null;
}

/// <summary>What was spent of one line of a budget.</summary>
/// <param name="Row">Key of the row; null for the total.</param>
/// <param name="Share">Spent, as a fraction of the budget; null where one of the two is not known.</param>
/// <param name="SpentCell">As the register has it, as the next two, which are null without such a column.</param>
public sealed record BudgetUse(
    string? Row, string Title, decimal? Share, TableCell SpentCell, TableCell? BudgetCell, TableCell? ShareCell)
{
    /// <summary>The share as the register computes and prints it; null where it does not.</summary>
    public decimal? Used => Quantity.TryParse(ShareCell?.Value, null, out var share) ? share.InBase : null;

    /// <summary><c>$20,145 of $25,000, 80.6 %</c>.</summary>
    public string Shown => $"{Word(SpentCell)}{(BudgetCell is null ? "" : $" of {Word(BudgetCell)}")}"
        + (ShareCell is null ? "" : $", {Word(ShareCell)}");

    private static string Word(TableCell cell) => cell.Shown.Length > 0 ? cell.Shown : "nothing";
}
