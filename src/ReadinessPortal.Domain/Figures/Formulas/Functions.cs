namespace ReadinessPortal.Domain.Figures.Formulas;

/// <summary>
/// The functions of formulas: sum, count, min, max, avg (blanks are left out; all blank is blank), abs,
/// round(x, decimals), meets(actual, comparator, target), headroom(actual, comparator, target) and
/// days(from, to). <c>if</c> is the evaluation's own, because it computes one side only.
/// </summary>
internal static class Functions
{
    public static FigureValue Of(string function, FigureValue[] arguments, int at)
    {
        try
        {
            return function switch
            {
                "sum" or "avg" or "min" or "max" or "count" => Over(function, arguments, at),
                "abs" => One(arguments, "abs takes one number", at, q => new(Math.Abs(q.Amount), q.Unit)),
                "round" => Rounded(arguments, at),
                "meets" => Judged(function, arguments, at, (value, comparator, target) =>
                    Targets.Meets(value, comparator, target) is { } met ? new FigureValue.Flag(met) : null),
                "headroom" => Judged(function, arguments, at, (value, comparator, target) =>
                    Targets.Order(value, target) is null ? null
                    : Headroom.Of(value, comparator, target) is { } left ? FigureValue.Of(left * 100, "%")
                    : FigureValue.Nothing),
                "days" => Days(arguments, at),
                _ => new FigureValue.Problem($"there is no function '{function}'", at),
            };
        }
        catch (OverflowException)
        {
            return new FigureValue.Problem("the result is too large", at);
        }
    }

    /// <summary>Sum, avg, min, max or count of what is not blank.</summary>
    public static FigureValue Over(string function, IEnumerable<FigureValue> arguments, int? at)
    {
        var values = arguments.SelectMany(a => a is FigureValue.Many many ? (IEnumerable<FigureValue>)many.Values : [a])
            .Where(v => v is not FigureValue.Blank).ToList();
        if (values.Find(v => v is FigureValue.Problem) is { } problem)
        {
            return problem;
        }

        if (function == "count")
        {
            return FigureValue.Of(values.Count);
        }

        try
        {
            return Over(function, values, at);
        }
        catch (OverflowException)
        {
            return new FigureValue.Problem("the result is too large", at);
        }
    }

    private static FigureValue Over(string function, List<FigureValue> values, int? at) =>
        values.Count == 0 ? FigureValue.Nothing
            : function is "min" or "max" && values.TrueForAll(v => v is FigureValue.Date)
                ? Extreme(function, values.ConvertAll(v => ((FigureValue.Date)v).Spec))
            : values.Find(v => v is not FigureValue.Number) is { } other
                ? new FigureValue.Problem($"{other.Shown} is not a number", at)
            : Over(function, values.ConvertAll(v => ((FigureValue.Number)v).Quantity), at);

    private static FigureValue Over(string function, List<Quantity> numbers, int? at)
    {
        var result = numbers[0];
        foreach (var number in numbers.Skip(1))
        {
            if (Arithmetic.Aligned(result, number) is not var (left, right))
            {
                return new FigureValue.Problem(
                    $"{Format.Quantity(result)} and {Format.Quantity(number)} cannot be taken together", at);
            }

            result = new(
                function switch
                {
                    "min" => Math.Min(left.Amount, right.Amount),
                    "max" => Math.Max(left.Amount, right.Amount),
                    _ => left.Amount + right.Amount,
                },
                left.Unit);
        }

        return new FigureValue.Number(function == "avg" ? new(result.Amount / numbers.Count, result.Unit) : result);
    }

    private static FigureValue.Date Extreme(string function, List<DateSpec> dates) =>
        new(function == "min" ? dates.MinBy(d => d.From) : dates.MaxBy(d => d.To));

    private static FigureValue One(FigureValue[] arguments, string usage, int at, Func<Quantity, Quantity> of) =>
        arguments switch
        {
            [FigureValue.Number(var q)] => new FigureValue.Number(of(q)),
            [FigureValue.Blank or FigureValue.Problem] => arguments[0],
            _ => new FigureValue.Problem(usage, at),
        };

    private static FigureValue Rounded(FigureValue[] arguments, int at)
    {
        const string Usage = "round takes a number and how many decimals, 0 to 10";
        var decimals = arguments.Length < 2 ? 0
            : arguments[1] is FigureValue.Number({ Amount: >= 0 and <= 10 } places) && decimal.IsInteger(places.Amount)
                ? (int)places.Amount
            : -1;
        return arguments.Length > 2 || decimals < 0
            ? new FigureValue.Problem(Usage, at)
            : One(arguments[..Math.Min(1, arguments.Length)], Usage, at,
                q => new(Math.Round(q.Amount, decimals, MidpointRounding.AwayFromZero), q.Unit));
    }

    private static FigureValue Judged(
        string function, FigureValue[] arguments, int at,
        Func<Quantity, Criteria.Comparator, Quantity, FigureValue?> judge)
    {
        if (Array.Find(arguments, a => a is FigureValue.Problem) is { } problem)
        {
            return problem;
        }

        if (arguments.Length == 3 && Array.Exists(arguments, a => a is FigureValue.Blank))
        {
            return FigureValue.Nothing;
        }

        if (arguments is not
            [FigureValue.Number(var value), FigureValue.Text(var words), FigureValue.Number(var target)])
        {
            return new FigureValue.Problem(
                $"{function} takes a value, a comparator such as \"at most\" and a target", at);
        }

        return Targets.Parse(words) is { } comparator
            ? judge(value, comparator, target)
                ?? new FigureValue.Problem(
                    $"{Format.Quantity(value)} cannot be held against {Format.Quantity(target)}", at)
            : new FigureValue.Problem($"'{words}' is not a comparator", at);
    }

    private static FigureValue Days(FigureValue[] arguments, int at) => arguments switch
    {
        [FigureValue.Date(var from), FigureValue.Date(var to)] =>
            FigureValue.Of(to.To.DayNumber - from.From.DayNumber, "d"),
        [FigureValue.Blank or FigureValue.Problem, _] => arguments[0],
        [_, FigureValue.Blank or FigureValue.Problem] => arguments[1],
        _ => new FigureValue.Problem("days takes the first and the last of two dates", at),
    };
}
