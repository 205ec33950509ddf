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

    // Of halving: from a trillion down to less than anybody writes.
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

    /// <summary>Tries other values for each cell that the flag is made of, the same before and after.</summary>
    /// <param name="next">The register after the change; the flag's formula is the same in both.</param>
    /// <returns>Which cells of the row moved, in words; null unless the flag is met by some value that it was not met
    /// by before.</returns>
    public static string? WhatEases(
        RowTrials before, RowTrials after, Register register, Register next, RegisterColumn flag,
        RegisterRow was, RegisterRow becomes)
    {
        var (cells, hasOthers) = Inputs(register, flag);
        var moved = cells.Where(c => was.Cells.GetValueOrDefault(c.Key) != becomes.Cells.GetValueOrDefault(c.Key))
            .ToList();
        if ((moved.Count == 0 && !hasOthers) || !before.Trials(register, flag, cells, was, becomes).Any(t =>
            before.Of(register, was, flag, t, 0) is FigureValue.Flag(false)
            && after.Of(next, becomes, flag, t, 0) is FigureValue.Flag(true)))
        {
            return null;
        }

        return string.Concat(moved.Select(c => $", {c.Title} {Shown(was, c)} \u2192 {Shown(becomes, c)}"));
    }

    private static string Shown(RegisterRow row, RegisterColumn column) =>
        CellParser.Parse(row.Cells.GetValueOrDefault(column.Key), column).Value.Shown is { Length: > 0 } text
            ? text
            : "nothing";

    // The cells that are typed, and whether anything else is asked.
    private static (List<RegisterColumn> Cells, bool HasOthers) Inputs(Register register, RegisterColumn flag)
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
            seen.Any(n => !columns.ContainsKey(n)));
    }

    // A number is tried wherever the flag turned before: on its way from nought to as much as anything can be.
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
        bool IsMet(FigureValue.Number number) =>
            Of(register, row, flag, new(cell.Key, number), 0) is FigureValue.Flag(true);

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

    private FigureValue Of(Register register, RegisterRow row, RegisterColumn column, Trial trial, int depth)
    {
        if (column.Key == trial.Column)
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
                : _book.Find(RegisterBook.Scoped(register, name))?.Value), column);
    }

    private Formula Parsed(string text) => _formulas.TryGetValue(text, out var known)
        ? known
        : _formulas[text] = Formula.Parse(text);

    private sealed record Trial(string Column, FigureValue Value);
}
