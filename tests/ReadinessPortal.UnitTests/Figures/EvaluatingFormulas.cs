using CsCheck;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Figures.Formulas;

namespace ReadinessPortal.UnitTests.Figures;

public sealed class EvaluatingFormulas
{
    private static readonly Dictionary<string, FigureValue> _facts = new(StringComparer.Ordinal)
    {
        ["actual"] = FigureValue.Of(37568, "USD"),
        ["budget"] = FigureValue.Of(47000, "USD"),
        ["cost-export.total"] = FigureValue.Of(38487.23m, "USD"),
        ["lag"] = FigureValue.Of(4.1m, "s"),
        ["nodes"] = FigureValue.Of(22, "nodes"),
        ["blank-cell"] = FigureValue.Nothing,
        ["target"] = new FigureValue.Date(DateSpec.Parse("2025-12-01")),
        ["quarter"] = new FigureValue.Date(DateSpec.Parse("2026-Q1")),
        ["state"] = FigureValue.Of("Green"),
        ["column"] = new FigureValue.Many([FigureValue.Of(1), FigureValue.Nothing, FigureValue.Of(3)]),
        ["broken"] = new FigureValue.Problem("divides by zero", 3),
    };

    [Theory]
    [InlineData("1 + 2 * 3", "7")]
    [InlineData("(1 + 2) * 3", "9")]
    [InlineData("10 - 4 - 3", "3")]
    [InlineData("-2 * -3", "6")]
    [InlineData("7 / 2", "3.5")]
    [InlineData("round(actual / budget)", "80 %")]
    [InlineData("round(actual / budget, 1)", "79.9 %")]
    [InlineData("round(1 - actual / budget, 1)", "20.1 %")]
    [InlineData("budget - actual", "9432 USD")]
    [InlineData("cost-export.total - actual", "919.23 USD")]
    [InlineData("budget * 50 %", "23500 USD")]
    [InlineData("actual + $32", "37600 USD")]
    [InlineData("lag + 900 ms", "5 s")]
    [InlineData("900 ms + lag", "5000 ms")]
    [InlineData("1 min / 30 s", "200 %")]
    [InlineData("nodes + 2", "24 nodes")]
    [InlineData("budget / nodes * 0", "0 USD")]
    [InlineData("sum(column)", "4")]
    [InlineData("avg(column)", "2")]
    [InlineData("count(column)", "2")]
    [InlineData("min(column, 0)", "0")]
    [InlineData("max(2 s, 1500 ms)", "2 s")]
    [InlineData("abs(actual - budget)", "9432 USD")]
    [InlineData("if(lag < 5 s, \"fine\", \"late\")", "fine")]
    [InlineData("lag < 5 s and state = 'green'", "true")]
    [InlineData("lag > 5 s or not (nodes = 22)", "false")]
    [InlineData("actual > 0", "true")]
    [InlineData("meets(99.97 %, \"at least\", 99.95 %)", "true")]
    [InlineData("headroom(99.97 %, \">=\", 99.95 %)", "40 %")]
    [InlineData("headroom(15 min, \"<\", 15 min)", "0 %")]
    [InlineData("days(2025-11-15, target)", "16 d")]
    [InlineData("days(2025-12-01, quarter)", "120 d")]
    [InlineData("target - 2025-11-15", "16 d")]
    [InlineData("target + 9 d", "2025-12-10")]
    [InlineData("target < quarter", "true")]
    public void A_formula_gives_a_value_with_its_unit(string formula, string canonical) =>
        Value(formula).Canonical.Should().Be(canonical);

    [Theory]
    [InlineData("blank-cell + 1")]
    [InlineData("blank-cell * 0")]
    [InlineData("sum(blank-cell)")]
    [InlineData("if(blank-cell, 1, 2)")]
    [InlineData("meets(blank-cell, \"<\", 5 s)")]
    [InlineData("blank-cell < 5")]
    [InlineData("headroom(0, \"<\", 0)")]
    [InlineData("headroom(5, \"exactly\", 5)")]
    public void A_blank_stays_a_blank(string formula) => Value(formula).Should().BeOfType<FigureValue.Blank>();

    [Theory]
    [InlineData("actual / 0", "divides by zero", 7)]
    [InlineData("actual + lag", "$37,568 cannot be added to 4.1 s", 7)]
    [InlineData("actual - 5 €", "The formula cannot be read: '€' is not expected here", 11)]
    [InlineData("actual * actual", "$37,568 cannot be multiplied by $37,568", 7)]
    [InlineData("actual < lag", "$37,568 cannot be compared with 4.1 s", 7)]
    [InlineData("state + 1", "Green is not a number", 6)]
    [InlineData("sum(actual, lag)", "$37,568 and 4.1 s cannot be taken together", 0)]
    [InlineData("1 + unheard-of", "'unheard-of' is not known", 4)]
    [InlineData("column + 1", "a whole column stands where one value is needed; use sum(...)", 7)]
    [InlineData("1 +", "The formula cannot be read: ends too early", 3)]
    [InlineData("", "The formula cannot be read: ends too early", 0)]
    [InlineData("(1", "The formula cannot be read: a ')' is missing", 2)]
    [InlineData("1 2", "The formula cannot be read: '2' is not expected here", 2)]
    [InlineData("'open", "The formula cannot be read: ''open' is not expected here", 0)]
    [InlineData("1 ; 2", "The formula cannot be read: ';' is not expected here", 2)]
    [InlineData("system(1)", "there is no function 'system'", 0)]
    [InlineData("if(1, 2)", "if takes a condition and two values", 0)]
    [InlineData("if(5, 1, 2)", "the condition is neither true nor false", 3)]
    [InlineData("round(1.5, 99)", "round takes a number and how many decimals, 0 to 10", 0)]
    [InlineData("meets(1, \"near\", 2)", "'near' is not a comparator", 0)]
    [InlineData("70000000000000000000000000000 * 70000000000000000000000000000", "the result is too large", 30)]
    [InlineData("sum(79000000000000000000000000000, 79000000000000000000000000000)", "the result is too large", 0)]
    [InlineData("99999999999999999999999999999999",
        "The formula cannot be read: '99999999999999999999999999999999' is not a number to compute with", 0)]
    [InlineData("target + 1 h", "only whole days can be added to one day", 7)]
    [InlineData("target + 99999999 d", "only whole days can be added to one day", 7)]
    public void An_error_is_a_value_with_its_place(string formula, string reason, int at) =>
        Value(formula).Should().Be(new FigureValue.Problem(reason, at));

    [Fact]
    public void A_problem_elsewhere_is_passed_on_with_its_name() =>
        Value("broken + 1").Should().BeEquivalentTo(new
        {
            Reason = "broken has no value: divides by zero (character 4 of the formula)", At = (int?)null,
        });

    [Theory]
    [InlineData("(", ")")]
    [InlineData("abs(", ")")]
    [InlineData("- ", "")]
    [InlineData("not ", "")]
    [InlineData("if(true, ", ", 1)")]
    public void Deep_nesting_is_refused_and_never_exhausts_the_stack(string open, string close)
    {
        var deep = string.Concat(Enumerable.Repeat(open, 100)) + "1" + string.Concat(Enumerable.Repeat(close, 100));

        Value(deep).Should().BeOfType<FigureValue.Problem>()
            .Which.Reason.Should().Be("The formula cannot be read: is nested too deeply");
    }

    [Fact]
    public void A_formula_longer_than_the_limit_is_refused() =>
        Value(new string('1', 5000)).Should().BeOfType<FigureValue.Problem>()
            .Which.Reason.Should().Contain("longer than 2,000 characters");

    [Fact]
    public void A_long_sum_is_computed() =>
        Value(string.Join("+", Enumerable.Repeat("1", 1000))).Canonical.Should().Be("1000");

    [Fact]
    public void Any_text_gives_a_value_or_a_problem_and_nothing_throws()
    {
        string[] pieces =
        [
            "actual", "lag", "column", "target", "state", "blank-cell", "broken", "nobody", "1", "2.5", "0", "79e9",
            "5 s",
            "50 %", "$3", "2025-12-01", "2026-Q1", "9999-12-31", "79228162514264337593543950335", "'<'", "\"", "sum",
            "if",
            "round", "meets", "headroom", "days", "max", "not", "and", "or", "(", ")", "(", ")", ",", "+", "-", "*",
            "/",
            "<", "=", "!=", "y", "%", "\u0000", "é", ".",
        ];

        Gen.Int[0, pieces.Length - 1].List[0, 14].Holds(
            picks => Value(string.Join(' ', picks.Select(i => pieces[i]))) is not null, 20_000);
    }

    [Fact]
    public void Adding_and_taking_away_are_each_others_inverse_whatever_the_units()
    {
        string[] units = ["ms", "s", "min", "h", "d"];
        var amount = Gen.Int[-100_000, 100_000];
        var unit = Gen.Int[0, units.Length - 1];

        Gen.Select(amount, unit, amount, unit).Holds(
            sample =>
            {
                var (a, u, b, v) = sample;
                var facts = new Dictionary<string, FigureValue>
                {
                    ["a"] = FigureValue.Of(a, units[u]), ["b"] = FigureValue.Of(b, units[v]),
                };
                return Formula.Parse("round(a + b - b - a, 6) = 0 s").Evaluate(facts.GetValueOrDefault)
                    == new FigureValue.Flag(true);
            },
            2000);
    }

    private static FigureValue Value(string formula) => Formula.Parse(formula).Evaluate(_facts.GetValueOrDefault);
}
