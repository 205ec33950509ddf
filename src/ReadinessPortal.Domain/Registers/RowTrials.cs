using System.Collections.Immutable;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Figures.Formulas;

namespace ReadinessPortal.Domain.Registers;

/// <summary>
/// What a computed flag says of a row if one of the cells that it is made of were otherwise: a limit that was raised
/// while it was kept shows where it would not have been.
/// </summary>
internal sealed class RowTrials
{
    // Columns computed from each other in a circle have no value.
    private const int Deepest = 16;

    // Of halving: from a hundred billion down to less than anybody writes.
    private const int Steps = 64;

    private readonly Workbook _book = new();
    private readonly Dictionary<string, Formula> _formulas = new(StringComparer.Ordinal);

    public RowTrials(ImmutableArray<Register> registers)
    {
        foreach (var register in registers)
        {
            RegisterBook.Add(_book, register);
        }
    }

    /// <summary>Rows of a register in which a flag became easier to meet, with what eased it in words.</summary>
    /// <param name="next">The register after the change; the flag's formula is the same in both.</param>
    public static IEnumerable<(RegisterRow Row, string Eased)> Of(
        RowTrials before, RowTrials after, Register register, Register next, RegisterColumn flag)
    {
        var (cells, others) = Inputs(register, flag);
        var elsewhere = others.Select(n => (Name: n, Was: before.Find(register, n), Is: after.Find(next, n)))
            .Where(o => o.Was != o.Is && o is { Was: not null, Is: not null }).ToList();
        var rows = next.Rows.ToDictionary(r => r.Key, StringComparer.Ordinal);
        foreach (var row in register.Rows)
        {
            if (!rows.TryGetValue(row.Key, out var becomes) || (before.IsMet(register, row, flag) == true
                && after.IsMet(next, becomes, flag) == false))
            {
                continue; // bad news is no ease
            }

            // Each cell that moved is looked at alone, so that one which got harder hides none.
            var eased = cells
                .Where(c => row.Cells.GetValueOrDefault(c.Key) != becomes.Cells.GetValueOrDefault(c.Key))
                .Where(c => IsEased(
                    before, before, register, row, flag, cells, row with { Cells = With(row, c.Key, becomes) }))
                .Select(c => $"{c.Title} {Shown(row, c)} \u2192 {Shown(becomes, c)}").ToList();
            if (elsewhere.Count > 0 && IsEased(before, after, register, row, flag, cells, row))
            {
                eased.AddRange(elsewhere.Select(o => $"{o.Name} {o.Was!.Shown} \u2192 {o.Is!.Shown}"));
            }

            if (eased.Count > 0)
            {
                yield return (row, string.Join(", ", eased));
            }
        }
    }

    // Met by some value that it was not met by, and missed by none that it was met by.
    private static bool IsEased(
        RowTrials before, RowTrials after, Register register, RegisterRow was, RegisterColumn flag,
        List<RegisterColumn> cells, RegisterRow becomes)
    {
        var isEased = false;
        foreach (var trial in before.Trials(register, flag, cells, was, becomes))
        {
            switch (before.IsMet(register, was, flag, trial), after.IsMet(register, becomes, flag, trial))
            {
                case (false, true):
                    isEased = true;
                    break;
                case (true, false):
                    return false;
            }
        }

        return isEased;
    }

    private static ImmutableSortedDictionary<string, string> With(
        RegisterRow row, string column, RegisterRow becomes) =>
        becomes.Cells.TryGetValue(column, out var text) ? row.Cells.SetItem(column, text) : row.Cells.Remove(column);

    private bool? IsMet(Register register, RegisterRow row, RegisterColumn flag, Trial? trial = null) =>
        Of(register, row, flag, trial, 0) is FigureValue.Flag(var met) ? met : null;

    private FigureValue? Find(Register register, string name) =>
        _book.Find(RegisterBook.Scoped(register, name))?.Value;

    private static string Shown(RegisterRow row, RegisterColumn column) =>
        CellParser.Parse(row.Cells.GetValueOrDefault(column.Key), column).Value.Shown is { Length: > 0 } text
            ? text
            : "nothing";

    // The cells that are typed, and what is asked of other registers. What the register's own rows come to is no limit.
    private static (List<RegisterColumn> Cells, List<string> Others) Inputs(Register register, RegisterColumn flag)
    {
        var columns = register.Columns.ToDictionary(c => c.Key, StringComparer.Ordinal);
        var names = new Queue<string>(Formula.Parse(flag.Formula!).Names);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (names.TryDequeue(out var name))
        {
            if (seen.Add(name) && columns.GetValueOrDefault(name)?.Formula is { } formula)
            {
                Formula.Parse(formula).Names.ToList().ForEach(names.Enqueue);
            }
        }

        return ([.. register.Columns.Where(c => c.Formula is null && seen.Contains(c.Key))],
            [.. seen.Where(n => !columns.ContainsKey(n) && !RegisterBook.Scoped(register, n)
                .StartsWith($"{register.Key}.", StringComparison.Ordinal))]);
    }

    // A number is tried wherever the flag turned before.
    private IEnumerable<Trial> Trials(
        Register register, RegisterColumn flag, List<RegisterColumn> cells, RegisterRow was, RegisterRow becomes)
    {
        var values = cells.SelectMany(c => new[] { was, becomes }
                .Select(r => CellParser.Parse(r.Cells.GetValueOrDefault(c.Key), c).Value))
            .Distinct().ToList();
        var texts = Numbers(values).Concat(Days(values)).Concat(["true", "false"]).Distinct(StringComparer.Ordinal)
            .ToList();
        foreach (var cell in cells)
        {
            var trials = texts.Select(t => CellParser.Parse(t, cell).Value)
                .Where(v => v is FigureValue.Number or FigureValue.Date or FigureValue.Flag)
                .Select(v => new Trial(cell.Key, v)).ToList();
            foreach (var trial in trials.Concat(Turns(register, flag, cell, was, trials)))
            {
                yield return trial;
            }
        }
    }

    private IEnumerable<Trial> Turns(
        Register register, RegisterColumn flag, RegisterColumn cell, RegisterRow row, List<Trial> trials)
    {
        bool IsMet(FigureValue.Number number) => this.IsMet(register, row, flag, new(cell.Key, number)) == true;

        var sorted = trials.Select(t => t.Value).OfType<FigureValue.Number>()
            .GroupBy(n => n.Quantity.Unit).SelectMany(g => g.OrderBy(n => n.Quantity.Amount)
                .Select(n => (Number: n, IsMet: IsMet(n))).ToList() is var all ? all.Zip(all.Skip(1)) : []);
        foreach (var ((low, lowMet), (high, highMet)) in sorted.Where(p => p.First.IsMet != p.Second.IsMet).ToList())
        {
            var (from, to) = (low.Quantity.Amount, high.Quantity.Amount);
            for (var step = 0; step < Steps; step++)
            {
                var middle = cell.Kind == ColumnKind.Count ? decimal.Floor((from + to) / 2) : (from + to) / 2;
                (from, to) = IsMet(new(low.Quantity with { Amount = middle })) == lowMet
                    ? (middle, to)
                    : (from, middle);
            }

            yield return new(cell.Key, new FigureValue.Number(low.Quantity with { Amount = highMet ? from : to }));
        }
    }

    // Those of the row with their units and in the unit of another column, and of each size.
    private static IEnumerable<string> Numbers(List<FigureValue> values) =>
        values.OfType<FigureValue.Number>().Select(n => n.Quantity)
            .SelectMany(q => new[] { q, new Quantity(q.Amount, Unit.None) })
            .Concat(Enumerable.Range(-3, 15).SelectMany(power => new[] { 1, -1 }
                .Select(sign => new Quantity(sign * (decimal)Math.Pow(10, power), Unit.None))))
            .Append(new Quantity(0, Unit.None))
            .Select(q => q.ToString());

    private static IEnumerable<string> Days(List<FigureValue> values) =>
        from date in values.OfType<FigureValue.Date>()
        from day in new[] { date.Spec.From, date.Spec.To }
        from away in new[] { -1, 0, 1 }
        where day.DayNumber + away is >= 0 and <= 3_652_058
        select DateSpec.On(DateOnly.FromDayNumber(day.DayNumber + away)).ToString();

    private FigureValue Of(Register register, RegisterRow row, RegisterColumn column, Trial? trial, int depth)
    {
        if (column.Key == trial?.Column)
        {
            return trial.Value;
        }

        if (column.Formula is not { } formula)
        {
            return CellParser.Parse(row.Cells.GetValueOrDefault(column.Key), column).Value;
        }

        return depth == Deepest ? FigureValue.Nothing : RegisterBook.Shaped(
            Parsed(formula).Evaluate(name => register.Columns.FirstOrDefault(c => c.Key == name) is { } own
                ? Of(register, row, own, trial, depth + 1)
                : Find(register, name)), column);
    }

    private Formula Parsed(string text) => _formulas.TryGetValue(text, out var known)
        ? known
        : _formulas[text] = Formula.Parse(text);

    private sealed record Trial(string Column, FigureValue Value);
}
