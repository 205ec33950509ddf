using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Figures.Formulas;

namespace ReadinessPortal.Domain.Registers;

/// <summary>
/// How a cell is computed, down to the values that somebody typed or that other rules gave: computed again with one or
/// two of them otherwise, in order and without recursion, as often as is wanted.
/// </summary>
internal sealed class RowPlan
{
    private readonly List<Step> _steps = [];
    private readonly List<RowInput> _inputs = [];
    private readonly List<FigureValue?> _values = [];
    private readonly Dictionary<string, int> _slots = new(StringComparer.Ordinal);
    private readonly FigureValue?[] _now;

    private RowPlan(RegisterValues values, Register register, RegisterRow row, RegisterColumn column)
    {
        var root = RegisterBook.Cell(register, row, column);
        var open = new Stack<(string Name, Made? Made)>([(root, null)]);
        while (open.TryPop(out var next))
        {
            if (next.Made is { } made)
            {
                // What it needs has a slot by now; in a circle it has none, and no value.
                _steps.Add(new(_slots[next.Name], made.Formula, made.Shape, made.Formula.Names.ToDictionary(
                    n => n, n => _slots[made.Scope(n)], StringComparer.Ordinal)));
            }
            else if (_slots.TryAdd(next.Name, _values.Count))
            {
                _values.Add(null);
                if (values.Made(next.Name, register, row) is { } computed)
                {
                    open.Push((next.Name, computed));
                    foreach (var name in computed.Formula.Names)
                    {
                        open.Push((computed.Scope(name), null));
                    }
                }
                else
                {
                    var input = values.Input(next.Name, _slots[next.Name], register, row);
                    _values[^1] = input.Value;
                    _inputs.Add(input);
                }
            }
        }

        _now = [.. _values];
    }

    /// <summary>Values that are typed, or come from elsewhere.</summary>
    public IReadOnlyList<RowInput> Inputs => _inputs;

    public static RowPlan Of(RegisterValues values, Register register, RegisterRow row, RegisterColumn column) =>
        new(values, register, row, column);

    /// <summary>What the cell would hold.</summary>
    public FigureValue? Of(RowInput input, FigureValue value, RowInput? other = null, FigureValue? otherValue = null)
    {
        for (var i = 0; i < _now.Length; i++)
        {
            _now[i] = _values[i];
        }

        _now[input.Slot] = value;
        if (other is not null)
        {
            _now[other.Slot] = otherValue;
        }

        foreach (var step in _steps)
        {
            _now[step.Slot] = step.Shape(step.Formula.Evaluate(n => _now[step.Slots[n]]));
        }

        return _now[0];
    }

    private sealed record Step(
        int Slot, Formula Formula, Func<FigureValue, FigureValue> Shape, Dictionary<string, int> Slots);
}

/// <param name="Name">Title of the row's own column, else the full name.</param>
/// <param name="Column">What its values are like; null where none can be tried.</param>
/// <param name="IsOwnSum">What the register's own rows come to.</param>
internal sealed record RowInput(
    string Key, string Name, int Slot, FigureValue? Value, RegisterColumn? Column, bool IsOwnSum);

/// <param name="Scope">From a name in the formula to the full one.</param>
internal sealed record Made(Formula Formula, Func<string, string> Scope, Func<FigureValue, FigureValue> Shape);
