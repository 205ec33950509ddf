using System.Collections.Immutable;
using ReadinessPortal.Domain.Figures.Formulas;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Domain.Figures;

/// <summary>
/// Named values, some known and some computed from others, each computed once and when first asked for. Values that
/// need each other in a circle get a problem that names the circle. Works without recursion, so that a long chain of
/// formulas cannot exhaust the stack.
/// </summary>
internal sealed class Workbook
{
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Evaluated> _known = new(StringComparer.Ordinal);

    public bool Has(string name) => _known.ContainsKey(name) || _entries.ContainsKey(name);

    public void Set(string name, Evaluated value) => _known.TryAdd(name, value);

    public void Set(string name, string label, FigureValue value, SubjectRef? subject = null) =>
        Set(name, new Evaluated(value, Explanations.Fact(label, value, subject)));

    /// <summary>What the name meant before is gone.</summary>
    public void Replace(string name, string label, FigureValue value, SubjectRef? subject)
    {
        _entries.Remove(name);
        _known[name] = new(value, Explanations.Fact(label, value, subject));
    }

    /// <summary>A value made of those named <paramref name="needs"/>; the first definition of a name stands.</summary>
    public void Define(
        string name, string label, IEnumerable<string> needs, Func<Func<string, Evaluated?>, Evaluated> compute) =>
        _entries.TryAdd(name, new(label, [.. needs], compute));

    /// <param name="scope">From a name in the formula to the name here.</param>
    /// <param name="shape">Brings the result into the form it is kept in.</param>
    public void DefineFormula(
        string name, string label, string text, Func<string, string> scope, Func<FigureValue, FigureValue> shape,
        SubjectRef? subject = null)
    {
        var formula = Formula.Parse(text);
        Define(name, label, formula.Names.Select(scope), find =>
        {
            var value = shape(formula.Evaluate(n => find(scope(n))?.Value));
            value = value is FigureValue.Number number ? number with { IsComputed = true } : value;
            var parts = formula.Names.Select(n => find(scope(n))?.Why).OfType<Explanation>();
            return new(value, Explanations.Made(label, value, parts, text, subject));
        });
    }

    /// <summary>Sum, avg, min, max or count of the values named <paramref name="of"/>.</summary>
    public void DefineAggregate(
        string name, string label, string function, string how, IReadOnlyList<string> of, SubjectRef? subject = null) =>
        Define(name, label, of, find =>
        {
            var cells = of.Select(find).OfType<Evaluated>().ToList();
            var value = Functions.Over(function, cells.Select(PassedOn), null);
            return new(value, Explanations.Made(label, value,
                cells.Where(c => c.Value is not FigureValue.Blank).Select(c => c.Why), how, subject));
        });

    /// <summary>The value of a name, or null where nothing has it.</summary>
    public Evaluated? Find(string name)
    {
        var open = new Stack<string>([name]);
        var path = new List<string>();
        while (open.TryPeek(out var top))
        {
            if (_known.ContainsKey(top) || !_entries.TryGetValue(top, out var entry))
            {
                open.Pop();
            }
            else if (path.Count > 0 && path[^1] == top)
            {
                open.Pop();
                path.RemoveAt(path.Count - 1);
                _known[top] = entry.Compute(Known);
            }
            else
            {
                path.Add(top);
                Open(entry, top, open, path);
            }
        }

        return Known(name);
    }

    private void Open(Entry entry, string name, Stack<string> open, List<string> path)
    {
        foreach (var need in entry.Needs)
        {
            if (_known.ContainsKey(need))
            {
                continue;
            }

            if (path.IndexOf(need) is var start and >= 0)
            {
                var circle = string.Join(" → ", path.Skip(start).Append(need));
                var problem = new FigureValue.Problem($"It is computed in a circle: {circle}", null, true);
                _known[name] = new(problem, Explanations.Fact(entry.Label, problem));
                path.RemoveAt(path.Count - 1);
                return;
            }

            open.Push(need);
        }
    }

    private static FigureValue PassedOn(Evaluated cell) => cell.Value is FigureValue.Problem { Inherited: false } own
        ? new FigureValue.Problem($"{cell.Why.Label} has no value: {own.Sentence}", null, true)
        : cell.Value;

    private Evaluated? Known(string name) => _known.GetValueOrDefault(name);

    private sealed record Entry(
        string Label, ImmutableArray<string> Needs, Func<Func<string, Evaluated?>, Evaluated> Compute);
}
