namespace ReadinessPortal.Domain.Figures.Formulas;

/// <summary>What the operators do with units. Only what has a meaning is computed; the rest is a problem.</summary>
internal static class Arithmetic
{
    public static FigureValue Of(string symbol, FigureValue left, FigureValue right, int at)
    {
        if (left is FigureValue.Problem || right is FigureValue.Problem)
        {
            return left is FigureValue.Problem ? left : right;
        }

        if (left is FigureValue.Many || right is FigureValue.Many)
        {
            return new FigureValue.Problem("a whole column stands where one value is needed; use sum(...)", at);
        }

        if (left is FigureValue.Blank || right is FigureValue.Blank)
        {
            return FigureValue.Nothing;
        }

        try
        {
            return symbol is "+" or "-" or "*" or "/"
                ? Computed(symbol, left, right, at)
                : Compared(symbol, left, right, at);
        }
        catch (OverflowException)
        {
            return new FigureValue.Problem("the result is too large", at);
        }
    }

    public static FigureValue Negated(FigureValue value, int at) => value switch
    {
        FigureValue.Number(var q) => new FigureValue.Number(new(-q.Amount, q.Unit)),
        FigureValue.Blank or FigureValue.Problem => value,
        _ => new FigureValue.Problem($"{value.Shown} is not a number", at),
    };

    /// <summary>Both in one unit: the first one's, unless it has none and the second one does.</summary>
    public static (Quantity Left, Quantity Right)? Aligned(Quantity left, Quantity right)
    {
        if (left.Unit.IsComparableTo(right.Unit))
        {
            var unit = left.Unit.Symbol.Length == 0 ? right.Unit : left.Unit;
            return (left.In(unit), right.In(unit));
        }

        return left.Unit.Symbol.Length == 0 && Lifted(left, right.Unit) is { } one ? (one, right)
            : right.Unit.Symbol.Length == 0 && Lifted(right, left.Unit) is { } two ? (left, two)
            : null;
    }

    private static Quantity? Lifted(Quantity bare, Unit unit) =>
        unit.Dimension == Dimension.Ratio ? new(bare.Amount * 100, Unit.Percent)
        : bare.Amount == 0 ? new(0, unit)
        : null;

    private static FigureValue Computed(string symbol, FigureValue left, FigureValue right, int at) =>
        (left, right) switch
        {
            (FigureValue.Number(var a), FigureValue.Number(var b)) => symbol switch
            {
                "*" => Product(a, b, at),
                "/" => Quotient(a, b, at),
                _ => Sum(a, symbol == "+" ? b : new(-b.Amount, b.Unit), at, symbol),
            },
            (FigureValue.Date(var a), FigureValue.Date(var b)) when symbol == "-" =>
                FigureValue.Of(a.From.DayNumber - b.From.DayNumber, "d"),
            (FigureValue.Date(var a), FigureValue.Number(var b)) when b.Unit.Dimension == Dimension.Duration
                && symbol is "+" or "-" => Moved(a, symbol == "+" ? b.InBase : -b.InBase, at),
            (FigureValue.Number, _) => new FigureValue.Problem($"{right.Shown} is not a number", at),
            _ => new FigureValue.Problem($"{left.Shown} is not a number", at),
        };

    private static FigureValue Sum(Quantity a, Quantity b, int at, string symbol) => Aligned(a, b) is var (x, y)
        ? new FigureValue.Number(new(x.Amount + y.Amount, x.Unit))
        : Mismatch(symbol == "+" ? "added to" : "taken from", symbol == "+" ? a : new(-b.Amount, b.Unit),
            symbol == "+" ? b : a, at);

    private static FigureValue Product(Quantity a, Quantity b, int at) => (a.Unit, b.Unit) switch
    {
        ({ Dimension: Dimension.Ratio }, { Dimension: Dimension.Ratio }) =>
            FigureValue.Of(a.InBase * b.InBase * 100, "%"),
        ({ Dimension: Dimension.Ratio }, _) => new FigureValue.Number(new(a.InBase * b.Amount, b.Unit)),
        (_, { Dimension: Dimension.Ratio }) => new FigureValue.Number(new(a.Amount * b.InBase, a.Unit)),
        ({ Symbol.Length: 0 }, _) => new FigureValue.Number(new(a.Amount * b.Amount, b.Unit)),
        (_, { Symbol.Length: 0 }) => new FigureValue.Number(new(a.Amount * b.Amount, a.Unit)),
        ({ Dimension: Dimension.Count }, { Dimension: not Dimension.Count }) =>
            new FigureValue.Number(new(a.Amount * b.Amount, b.Unit)),
        ({ Dimension: not Dimension.Count }, { Dimension: Dimension.Count }) =>
            new FigureValue.Number(new(a.Amount * b.Amount, a.Unit)),
        _ => Mismatch("multiplied by", a, b, at),
    };

    private static FigureValue Quotient(Quantity a, Quantity b, int at)
    {
        if (b.Amount == 0)
        {
            return new FigureValue.Problem("divides by zero", at);
        }

        if (a.Unit.Dimension == Dimension.Count && b.Unit.Dimension == Dimension.Count)
        {
            return b.Unit.Symbol.Length == 0
                ? new FigureValue.Number(new(a.Amount / b.Amount, a.Unit))
                : FigureValue.Of(a.Amount / b.Amount);
        }

        return a.Unit.IsComparableTo(b.Unit) ? FigureValue.Of(a.InBase / b.InBase * 100, "%")
            : b.Unit.Dimension is Dimension.Ratio or Dimension.Count
                ? new FigureValue.Number(new(a.Amount / b.InBase, a.Unit))
            : Mismatch("divided by", a, b, at);
    }

    private static FigureValue Moved(DateSpec date, decimal seconds, int at)
    {
        var days = seconds / 86400;
        var from = date.From.DayNumber + days;
        return date.From != date.To || !decimal.IsInteger(days)
            || from < DateOnly.MinValue.DayNumber || from > DateOnly.MaxValue.DayNumber
            ? new FigureValue.Problem("only whole days can be added to one day", at)
            : new FigureValue.Date(DateSpec.On(DateOnly.FromDayNumber((int)from)));
    }

    private static FigureValue Compared(string symbol, FigureValue left, FigureValue right, int at)
    {
        int? order = (left, right) switch
        {
            (FigureValue.Number(var a), FigureValue.Number(var b)) => Targets.Order(a, b),
            (FigureValue.Date(var a), FigureValue.Date(var b)) =>
                a.To == b.To ? a.From.CompareTo(b.From) : a.To.CompareTo(b.To),
            (FigureValue.Flag(var a), FigureValue.Flag(var b)) when symbol is "=" or "!=" => a.CompareTo(b),
            (FigureValue.Text(var a), FigureValue.Text(var b)) when symbol is "=" or "!=" =>
                string.Compare(a, b, StringComparison.OrdinalIgnoreCase),
            _ => null,
        };
        return order is not { } sign
            ? new FigureValue.Problem($"{left.Shown} cannot be compared with {right.Shown}", at)
            : new FigureValue.Flag(symbol switch
            {
                "=" => sign == 0,
                "!=" => sign != 0,
                "<" => sign < 0,
                "<=" => sign <= 0,
                ">" => sign > 0,
                _ => sign >= 0,
            });
    }

    private static FigureValue.Problem Mismatch(string how, Quantity a, Quantity b, int at) =>
        new($"{Format.Quantity(a)} cannot be {how} {Format.Quantity(b)}", at);
}
