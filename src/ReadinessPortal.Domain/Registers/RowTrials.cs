using System.Collections.Immutable;
using ReadinessPortal.Domain.Figures;

namespace ReadinessPortal.Domain.Registers;

/// <summary>
/// What a computed column says of a row if one of the values that it is made of were otherwise: a limit that was
/// raised while it was kept shows where it would not have been.
/// </summary>
/// <param name="before">As the column was defined and the row was held.</param>
/// <param name="after">Where the values are found that it has now.</param>
internal sealed class RowTrials(RegisterValues before, RegisterValues after)
{
    // Less than anybody writes.
    private const decimal Least = 0.000_000_000_001m;

    // A number is tried of each size.
    private static readonly ImmutableArray<string> _sizes =
    [
        .. Enumerable.Range(-3, 15).SelectMany(power => new[] { 1, -1 }
            .Select(sign => new Quantity(sign * (decimal)Math.Pow(10, power), Unit.None).ToString())),
        "0", "true", "false",
    ];

    private readonly Dictionary<(string, ColumnKind, string?), FigureValue> _parsed = [];
    private readonly Dictionary<string, bool> _ofOwnRowsAlone = new(StringComparer.Ordinal);

    /// <summary>What eased a cell of this column, in words, where it would meet what it did not.</summary>
    public IEnumerable<string> Eased(Register register, RegisterRow row, RegisterColumn column)
    {
        var plan = RowPlan.Of(before, register, row, column);
        var all = plan.Inputs.Select(i => (Input: i, Is: after.Find(i.Key))).ToList();
        var moved = all.Where(i => Differs(i.Input.Value, i.Is) && !(i.Input.IsOwnSum && IsOfOwnRowsAlone(i.Input)))
            .ToList();
        if (moved.Count == 0)
        {
            yield break;
        }

        var values = all.SelectMany(i => new[] { i.Input.Value, i.Is }).OfType<FigureValue>().Distinct().ToList();
        var texts = Texts(values);
        var trials = plan.Inputs.Where(i => i is { Column: not null, IsOwnSum: false })
            .Select(i => (Input: i, Tried: new Lazy<List<Trial>>(() => Trials(plan, column, i, texts)))).ToList();

        // Each value that moved is looked at alone, so that one which got harder hides none, and with the others
        // otherwise: what it is itself makes no difference to what it becomes.
        foreach (var (input, value) in moved.Where(m => IsEased(plan, column,
            trials.Where(t => t.Input != m.Input).SelectMany(t => t.Tried.Value), m.Input, m.Is!)))
        {
            yield return $"{input.Name} {Shown(input.Value!)} \u2192 {Shown(value!)}";
        }
    }

    // Met by some value that it was not met by, and missed by none that it was met by.
    private static bool IsEased(
        RowPlan plan, RegisterColumn column, IEnumerable<Trial> trials, RowInput moved, FigureValue becomes)
    {
        var isEased = false;
        foreach (var (input, value, met) in trials.Where(t => t.Met is not null))
        {
            switch (met, Met(plan.Of(input, value, moved, becomes), column))
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

    private static bool? Met(FigureValue? value, RegisterColumn column) =>
        value is null ? null : RegisterTables.Met(value, column);

    private static bool Differs(FigureValue? was, FigureValue? becomes) => (was, becomes) switch
    {
        (null, _) or (_, null) => false,
        (FigureValue.Many(var these), FigureValue.Many(var those)) => !these.SequenceEqual(those),
        (FigureValue.Number(var one), FigureValue.Number(var other)) =>
            one.Unit.Dimension != other.Unit.Dimension || Targets.Order(one, other) != 0,
        _ => was != becomes,
    };

    // What the register's own rows come to is no limit, unless they themselves take one from elsewhere.
    private bool IsOfOwnRowsAlone(RowInput sum)
    {
        if (!_ofOwnRowsAlone.TryGetValue(sum.Key, out var isAlone))
        {
            isAlone = !FormulaInputs.Of(before.Facts, sum.Key).Outside
                .Any(n => n != sum.Key && Differs(before.Find(n), after.Find(n)));
            _ofOwnRowsAlone[sum.Key] = isAlone;
        }

        return isAlone;
    }

    private static string Shown(FigureValue value) => value.Shown is { Length: > 0 } text ? text : "nothing";

    // A number is tried wherever the column turned before.
    private List<Trial> Trials(RowPlan plan, RegisterColumn column, RowInput input, List<string> texts)
    {
        var trials = texts.Select(t => Parsed(t, input.Column!))
            .Where(v => v is FigureValue.Number or FigureValue.Date or FigureValue.Flag).Distinct()
            .Select(v => new Trial(input, v, Met(plan.Of(input, v), column))).ToList();
        return [.. trials, .. Turns(plan, column, input, trials)];
    }

    private static IEnumerable<Trial> Turns(
        RowPlan plan, RegisterColumn column, RowInput input, List<Trial> trials)
    {
        bool IsMet(FigureValue.Number number) => Met(plan.Of(input, number), column) == true;

        var sorted = trials.Where(t => t.Value is FigureValue.Number)
            .Select(t => (((FigureValue.Number)t.Value).Quantity, IsMet: t.Met == true))
            .GroupBy(t => t.Quantity.Unit).SelectMany(g => g.OrderBy(t => t.Quantity.Amount).ToList() is var all
                ? all.Zip(all.Skip(1))
                : []);
        foreach (var ((low, lowMet), (high, highMet)) in sorted.Where(p => p.First.IsMet != p.Second.IsMet))
        {
            var (from, to) = (low.Amount, high.Amount);
            while (to - from > (input.Column!.Kind == ColumnKind.Count ? 1 : Least))
            {
                var middle = input.Column.Kind == ColumnKind.Count ? decimal.Floor((from + to) / 2) : (from + to) / 2;
                (from, to) = IsMet(new(low with { Amount = middle })) == lowMet ? (middle, to) : (from, middle);
            }

            var turn = new FigureValue.Number(low with { Amount = highMet ? from : to });
            yield return new(input, turn, Met(plan.Of(input, turn), column));
        }
    }

    private static List<string> Texts(List<FigureValue> values) =>
        [.. Numbers(values).Concat(Days(values)).Concat(_sizes).Distinct(StringComparer.Ordinal)];

    // Those of the row with their units and in the unit of another column.
    private static IEnumerable<string> Numbers(List<FigureValue> values) =>
        values.OfType<FigureValue.Number>().Select(n => n.Quantity)
            .SelectMany(q => new[] { q, new Quantity(q.Amount, Unit.None) })
            .Select(q => q.ToString());

    private static IEnumerable<string> Days(List<FigureValue> values) =>
        from date in values.OfType<FigureValue.Date>()
        from day in new[] { date.Spec.From, date.Spec.To }
        from away in new[] { -1, 0, 1 }
        where day.DayNumber + away is >= 0 and <= 3_652_058
        select DateSpec.On(DateOnly.FromDayNumber(day.DayNumber + away)).ToString();

    private FigureValue Parsed(string text, RegisterColumn column) =>
        _parsed.TryGetValue((text, column.Kind, column.Unit), out var known)
            ? known
            : _parsed[(text, column.Kind, column.Unit)] = CellParser.Parse(text, column).Value;

    private sealed record Trial(RowInput Input, FigureValue Value, bool? Met);
}
