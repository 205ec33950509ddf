using ReadinessPortal.Domain;
using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Registers;

namespace ReadinessPortal.Application.Packages;

/// <summary>Every cell belongs to a column that holds facts, and reads as the column's kind.</summary>
/// <param name="known">Registers as they were: what is the same object is not read again.</param>
internal sealed class RegisterChecks(
    EquatableArray<Register> registers, Action<string, string> report, EquatableArray<Register> known)
{
    public void Run()
    {
        foreach (var (i, register) in registers.Index())
        {
            var was = known.FirstOrDefault(r => r.Key == register.Key);
            if (ReferenceEquals(was, register))
            {
                continue;
            }

            Period(register, $"registers[{i}]");
            foreach (var (j, column) in register.Columns.Index())
            {
                Column(column, $"registers[{i}].columns[{j}]");
                BudgetRoleOf(column, register, $"registers[{i}].columns[{j}].budgetRole");
            }

            var read = (was?.Columns == register.Columns ? was.Rows : [])
                .ToHashSet<RegisterRow>(ReferenceEqualityComparer.Instance);
            foreach (var (j, row) in register.Rows.Index().Where(r => !read.Contains(r.Item)))
            {
                foreach (var (key, text) in row.Cells)
                {
                    Cell(register, key, text, $"registers[{i}].rows[{j}].cells.{key}");
                }
            }
        }
    }

    private void Period(Register register, string at)
    {
        if (register.PeriodFrom > register.PeriodTo)
        {
            report($"{at}.periodTo", "the period ends before it begins");
        }

        if (register.StateOf < register.PeriodFrom || register.StateOf > register.PeriodTo)
        {
            report($"{at}.stateOf", "lies outside of the budget period");
        }
    }

    private void Column(RegisterColumn column, string at)
    {
        if (column.Total == ColumnTotal.Formula != column.TotalFormula is not null)
        {
            report(at, "'totalFormula' goes with 'total: formula', and only with it");
        }

        if (column.Comparator is null != column.Target is null)
        {
            report(at, "a target needs both 'comparator' and 'target'");
        }

        if (column.Comparator == Comparator.Within)
        {
            report($"{at}.comparator", "a column has one limit; use lessThan, atMost, atLeast, moreThan or equal");
        }

        if (column.Target is { } target && WhyNot(column, target) is { } why)
        {
            report($"{at}.target", why);
        }

        var unit = UnitOf(column.Unit);
        if (column.Unit is not null && unit is null)
        {
            report($"{at}.unit", NoUnit(column.Unit));
        }
        else if (column.Kind == ColumnKind.Money && column.Formula is null && unit?.Dimension != Dimension.Money)
        {
            report(at, "money needs 'unit' with its currency, such as USD");
        }
        else if (unit is { Dimension: var dimension } && CellParser.DimensionOf(column.Kind) is { } measured
            && dimension != measured)
        {
            report($"{at}.unit",
                $"'{column.Unit}' is not a unit of {Format.Word(column.Kind)}; write {Example(measured)}");
        }
    }

    private void BudgetRoleOf(RegisterColumn column, Register register, string at)
    {
        if (column.BudgetRole is not { } role)
        {
            return;
        }

        var kind = role == BudgetRole.ShareSpent ? ColumnKind.Percent : ColumnKind.Money;
        if (column.Kind != kind)
        {
            report(at, $"needs a column of the kind '{Format.Word(kind)}'");
        }

        if (register.Columns.First(c => c.BudgetRole == role) is var first && !ReferenceEquals(first, column))
        {
            report(at, $"'{first.Title}' says that already; a register has one such column");
        }
    }

    /// <summary>Null for what is no unit.</summary>
    public static Unit? UnitOf(string? symbol)
    {
        try
        {
            return symbol is null ? null : Unit.Parse(symbol);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    public static string NoUnit(string symbol) => $"'{symbol}' is no unit; write s, GB, %, USD or a word";

    private static string Example(Dimension dimension) => dimension switch
    {
        Dimension.Money => "a currency, such as USD",
        Dimension.Bytes => "MB or GB",
        _ => "s, min or h",
    };

    private void Cell(Register register, string key, string text, string at)
    {
        var column = register.Columns.FirstOrDefault(c => c.Key == key);
        if (column is null)
        {
            report(at, $"there is no column '{key}'{NearMiss.Hint(key, register.Columns.Select(c => c.Key))}");
        }
        else if (column.Formula is not null)
        {
            report(at, "this column is computed; leave the cell out");
        }
        else if (WhyNot(column, text) is { } why)
        {
            report(at, why);
        }
    }

    private static string? WhyNot(RegisterColumn column, string text)
    {
        if (column.Unit is not null && UnitOf(column.Unit) is null)
        {
            return null; // said once, at the column
        }

        var parsed = CellParser.Parse(text, column);
        return parsed.Problem
            ?? (parsed.Canonical is not { } canonical ? "is blank; leave the cell out"
            : canonical != text ? $"write '{canonical}', as the column keeps it"
            : null);
    }
}
