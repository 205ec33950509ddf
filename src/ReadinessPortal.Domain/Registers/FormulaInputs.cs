using System.Collections.Immutable;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Figures.Formulas;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Domain.Registers;

/// <summary>
/// All that a computed column stands on, however many formulas lie between: the columns, totals and figures that
/// somebody defined, and the names of what is only known.
/// </summary>
internal sealed class FormulaInputs
{
    private readonly LaunchFacts _facts;
    private readonly Queue<(Register? Scope, bool OfTotals, string Name)> _open = [];
    private readonly HashSet<FormulaInput> _found = [];
    private readonly HashSet<string> _outside = new(StringComparer.Ordinal);

    private FormulaInputs(LaunchFacts facts) => _facts = facts;

    /// <summary>In the order in which the formulas come to them.</summary>
    public IEnumerable<FormulaInput> Definitions => _found;

    /// <summary>Full names of what lies in no column of a register: figures, measurements, dates.</summary>
    public IReadOnlySet<string> Outside => _outside;

    public static FormulaInputs Of(LaunchFacts facts, Register register, RegisterColumn column) =>
        new FormulaInputs(facts).Walked(register, Formula.Parse(column.Formula!).Names);

    /// <param name="name">In full, as no register knows it by a shorter one.</param>
    public static FormulaInputs Of(LaunchFacts facts, string name) => new FormulaInputs(facts).Walked(null, [name]);

    private FormulaInputs Walked(Register? scope, ImmutableArray<string> names)
    {
        Open(scope, false, names);
        while (_open.TryDequeue(out var next))
        {
            Visit(next.Scope, next.OfTotals, next.Name);
        }

        return this;
    }

    private void Visit(Register? scope, bool ofTotals, string name)
    {
        if (scope?.Columns.FirstOrDefault(c => c.Key == name) is { } own)
        {
            Add(scope, own, ofTotals);
            return;
        }

        var full = scope is null ? name : RegisterBook.Scoped(scope, name);
        if (RegisterPlace.Of(_facts.Registers, full) is { } place)
        {
            Add(place.Register, place.Column, place.IsTotal);
        }
        else if (_outside.Add(full) && _facts.Figures.FirstOrDefault(f => f.Key == full) is { } figure
            && _found.Add(new(null, full, false)))
        {
            Open(null, false, Formula.Parse(figure.Formula).Names);
        }
    }

    private void Add(Register register, RegisterColumn column, bool isTotal)
    {
        if (!_found.Add(new(register.Key, column.Key, isTotal)))
        {
            return;
        }

        if (!isTotal)
        {
            Open(register, false, column.Formula is { } formula ? Formula.Parse(formula).Names : []);
        }
        else if (column.Total == ColumnTotal.Formula)
        {
            Open(register, true, Formula.Parse(column.TotalFormula ?? "").Names);
        }
        else
        {
            Add(register, column, false);
        }
    }

    private void Open(Register? scope, bool ofTotals, ImmutableArray<string> names)
    {
        foreach (var name in names)
        {
            _open.Enqueue((scope, ofTotals, name));
        }
    }
}

/// <summary>A column of a register, its total, or a figure of the launch: what says how a value is made.</summary>
/// <param name="Register">Null for a figure.</param>
/// <param name="Key">Of the column or the figure.</param>
internal readonly record struct FormulaInput(string? Register, string Key, bool IsTotal)
{
    /// <summary>What is defined otherwise, in words; null where it says the same of the same.</summary>
    /// <param name="here">The register that is looked at, whose columns need no longer name.</param>
    public string? Moved(LaunchFacts was, LaunchFacts becomes, string here)
    {
        if (Register is null)
        {
            return OfFigure(Figure(was), Figure(becomes));
        }

        var ((register, before), (next, after)) = (Column(was), Column(becomes));
        var title = (register!.Key == here ? "" : $"{register.Title}, ") + before!.Title;
        return IsTotal
            ? OfTwo($"{title}, total", Total(before), after is null ? null : Total(after))
                ?? (before.Total == ColumnTotal.Formula
                    ? OfTwo($"{title}, total", Held(before), Held(after!))
                    : null)
            : OfTwo(title, before.Formula ?? "typed", after is null ? null : after.Formula ?? "typed")
                ?? (before.Formula is not null || MeansAnother(register, before, next!, after!)
                    ? OfTwo(title, Held(before), Held(after!))
                    : null);
    }

    // What says one value is that value: it may get harder.
    private static string? OfFigure(FigureDefinition? was, FigureDefinition? becomes) =>
        was is null || (IsOneValue(was) && becomes is not null && IsOneValue(becomes))
            ? null
            : OfTwo(was.Key, was.Formula, becomes?.Formula)
                ?? OfTwo(was.Key, $"in {was.Unit ?? "its unit"}", $"in {becomes!.Unit ?? "its unit"}");

    private static bool IsOneValue(FigureDefinition figure) =>
        Formula.Parse(figure.Formula).Evaluate(_ => null) is FigureValue.Number or FigureValue.Date;

    private static string? OfTwo(string title, string was, string? becomes) =>
        was == becomes ? null : $"{title}, {was} \u2192 {becomes ?? "nothing"}";

    // Cells that moved with their column keep their meaning, and a column without cells had none.
    private static bool MeansAnother(Register register, RegisterColumn was, Register next, RegisterColumn becomes)
    {
        if ((was.Kind, was.Unit) == (becomes.Kind, becomes.Unit))
        {
            return false;
        }

        var rows = next.Rows.ToDictionary(r => r.Key, StringComparer.Ordinal);
        return register.Rows.Any(r => r.Cells.GetValueOrDefault(was.Key) is { } text
            && rows.GetValueOrDefault(r.Key)?.Cells.GetValueOrDefault(was.Key) == text
            && !IsSame(CellParser.Parse(text, was).Value, CellParser.Parse(text, becomes).Value));
    }

    private static bool IsSame(FigureValue one, FigureValue other) => (one, other) switch
    {
        (FigureValue.Number(var a), FigureValue.Number(var b)) =>
            a.Unit.Dimension == b.Unit.Dimension && Targets.Order(a, b) == 0,
        _ => one == other,
    };

    private static string Total(RegisterColumn column) => column.Total switch
    {
        ColumnTotal.Formula => column.TotalFormula ?? "nothing",
        ColumnTotal.None => Format.Word(ColumnTotal.Sum), // as a formula reads it
        var kind => Format.Word(kind),
    };

    private static string Held(RegisterColumn column) => column.Unit is { Length: > 0 } unit
        ? $"{Format.Word(column.Kind)} in {unit}"
        : Format.Word(column.Kind);

    private FigureDefinition? Figure(LaunchFacts facts)
    {
        var key = Key;
        return facts.Figures.FirstOrDefault(f => f.Key == key);
    }

    private (Register? Register, RegisterColumn? Column) Column(LaunchFacts facts)
    {
        var (register, key) = (Register, Key);
        var found = facts.Registers.FirstOrDefault(r => r.Key == register);
        return (found, found?.Columns.FirstOrDefault(c => c.Key == key));
    }
}
