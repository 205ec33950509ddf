using System.Collections.Immutable;
using System.Diagnostics;
using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Registers;
using ReadinessPortal.Domain.Verdicts;
using static ReadinessPortal.UnitTests.ALaunch;

namespace ReadinessPortal.UnitTests.Verdicts;

/// <summary>A computed column that meets something is not eased by what it stands on while it is met.</summary>
public sealed class LooseningComputedColumns
{
    [Theory]
    [InlineData("limit - actual + 1000 s",
        "Lags, Met: depends on Room, limit - actual \u2192 limit - actual + 1000 s")]
    [InlineData("limit - actual", null)]
    public void The_column_between_keeps_its_formula(string formula, string? better) =>
        Better(Asking("room > 0 s"), f => Changed(f, "room", c => c with { Formula = formula }))
            .Should().Equal(better is null ? [] : [better]);

    [Fact]
    public void A_column_between_that_no_flag_stands_on_is_anybodys() =>
        Better(Asking("actual <= limit"), f => Changed(f, "room", c => c with { Formula = "limit" }))
            .Should().BeEmpty();

    [Theory]
    [InlineData("actual <= maxlag", "50 s", "Lags, eu, Met: with more room, maxlag 5 s \u2192 50 s")]
    [InlineData("actual <= maxlag", "4 s", null)]
    [InlineData("actual <= maxlag", "2 s", null)] // bad news
    [InlineData("actual <= limit", "50 s", null)]
    [InlineData("actual <= twice", "50 s", "Lags, eu, Met: with more room, maxlag 5 s \u2192 50 s")]
    [InlineData("measurement.load.p95 <= maxlag", "50 s", "Lags, eu, Met: with more room, maxlag 5 s \u2192 50 s")]
    [InlineData("actual <= lags.cap.average", "50 s",
        "Lags, eu, Met: with more room, lags.cap.average 5 s \u2192 50 s")]
    [InlineData("actual <= maxlag", "measurement.load.lim",
        "Lags, Met: depends on maxlag, 5 s \u2192 measurement.load.lim")]
    public void A_named_figure_stays_that_it_compares_with(string formula, string figure, string? better) =>
        Better(Asking(formula), f => f with { Figures = [f.Figures[0] with { Formula = figure }, f.Figures[1]] })
            .Where(IsNotOfUs).Should().Equal(better is null ? [] : [better]);

    [Fact]
    public void And_so_does_the_formula_of_a_figure() =>
        Better(Asking("actual <= twice"),
            f => f with { Figures = [f.Figures[0], f.Figures[1] with { Formula = "20 * maxlag" }] })
            .Should().Equal("Lags, Met: depends on twice, 2 * maxlag \u2192 20 * maxlag");

    [Theory]
    [InlineData("actual <= measurement.load.lim", "50 s",
        "Lags, eu, Met: with more room, measurement.load.lim 5 s \u2192 50 s")]
    [InlineData("actual <= measurement.load.lim", "4 s", null)]
    [InlineData("actual <= limit", "50 s", null)]
    [InlineData("measurement.load.p95 <= measurement.load.lim", "50 s",
        "Lags, eu, Met: with more room, measurement.load.lim 5 s \u2192 50 s")]
    public void A_measurement_stays_that_it_compares_with(string formula, string value, string? better) =>
        Better(Asking(formula), f => f with
        {
            Criteria =
            [
                f.Criteria[0] with
                {
                    Measurements =
                    [
                        f.Criteria[0].Measurements[0] with { Value = Quantity.Parse(value) },
                        f.Criteria[0].Measurements[1],
                    ],
                },
            ],
        }).Where(IsNotOfUs).Should().Equal(better is null ? [] : [better]);

    [Theory]
    [InlineData("min(actual, 4 s)", "Lags, Z: depends on W, actual \u2192 min(actual, 4 s)")]
    [InlineData("actual", null)]
    public void What_a_column_with_a_target_is_made_of_keeps_its_formula(string formula, string? better) =>
        Better(Asking("true"), f => Changed(f, "w", c => c with { Formula = formula }))
            .Should().Equal(better is null ? [] : [better]);

    [Fact]
    public void Nor_is_a_lid_put_on_a_column_with_a_target() =>
        Better(Changed(Asking("true"), "w", c => c with { Formula = "min(actual, maxlag)" }),
            f => f with { Figures = [f.Figures[0] with { Formula = "4 s" }, f.Figures[1]] })
            .Should().Equal("Lags, eu, Z: with more room, maxlag 5 s \u2192 4 s",
                "Lags, us, Z: with more room, maxlag 5 s \u2192 4 s");

    [Theory]
    [InlineData("actual <= lags.limit.total")]
    [InlineData("actual <= limit.total")]
    [InlineData("actual <= lowest")]
    public void The_total_stays_that_it_compares_with(string formula)
    {
        var facts = Asking(formula);
        facts = facts with
        {
            Figures = [.. facts.Figures, new() { Key = "lowest", Title = "Lowest", Formula = "lags.limit.total" }],
        };

        Better(facts, f => Changed(f, "limit", c => c with { Total = ColumnTotal.Sum }))
            .Should().Equal("Lags, Met: depends on Limit, total, minimum \u2192 sum");
    }

    [Theory]
    [InlineData("actual <= lags.2.limit", "9", "Lags, eu, Met: with more room, lags.2.limit 6 s \u2192 9 s")]
    [InlineData("actual <= lags.2.limit", "5", null)]
    [InlineData("actual <= limit", "5", null)]
    [InlineData("lags.2.room > 0 s", "9", "Lags, eu, Met: with more room, lags.2.limit 6 s \u2192 9 s")]
    [InlineData("actual <= lags.limit.average", "9", null)] // what the register's own rows come to is no limit
    public void A_limit_in_another_row_stays(string formula, string limit, string? better)
    {
        var texts = Better(Asking(formula), f => f with
        {
            Registers =
            [
                f.Registers[0] with
                {
                    Rows = f.Registers[0].Rows.SetItem(1, f.Registers[0].Rows[1] with
                    {
                        Cells = f.Registers[0].Rows[1].Cells.SetItem("limit", limit),
                    }),
                },
                f.Registers[1],
            ],
        });

        texts.Where(IsNotOfUs).Should().Equal(better is null ? [] : [better]);
    }

    [Fact]
    public void A_column_does_not_come_to_mean_something_else()
    {
        const string What = "Lags, Met: depends on Limit, duration in s \u2192 duration in h";
        var facts = Asking("actual <= limit");

        Better(facts, f => Changed(f, "limit", c => c with { Unit = "h" })).Should()
            .Contain(What).And.Contain("Lags, eu, Met: with more room, Limit 5 s \u2192 5 h");
        Better(Asking("room > 0 s"), f => Changed(f, "limit", c => c with { Unit = "h" })).Should().Contain(What);
        Better(facts, f => Changed(f, "limit", c => c with { Kind = ColumnKind.Number, Unit = "h" })).Should()
            .Contain("Lags, Met: depends on Limit, duration in s \u2192 number in h");
        Better(facts, f => Changed(f, "met", c => c with { Kind = ColumnKind.Text })).Should()
            .Equal("Lags, Met: asks actual <= limit \u2192 nothing");
    }

    [Fact]
    public void A_column_whose_cells_are_said_in_another_unit_means_the_same()
    {
        var facts = Asking("actual <= limit");
        var (lags, limits) = (facts.Registers[0], facts.Registers[1]);
        var limit = lags.Columns.Single(c => c.Key == "limit");

        Better(facts, f => f with
        {
            Registers = [ColumnChange.Of(lags, limit, limit with { Unit = "ms" }).Applied(lags), limits],
        }).Should().BeEmpty();
    }

    [Fact]
    public void A_limit_in_another_register_is_no_more_computed_otherwise_or_said_in_another_unit()
    {
        var facts = Asking("actual <= limits.lag.limit");
        LaunchFacts With(Func<RegisterColumn, RegisterColumn> change) =>
            facts with { Registers = [facts.Registers[0], Changed(facts.Registers[1], "limit", change)] };

        Better(facts, _ => With(c => c with { Unit = "h" })).Should()
            .Contain("Lags, Met: depends on Limits, Limit, duration in s \u2192 duration in h");
        Better(facts, _ => With(c => c with { Formula = "500 s" })).Should()
            .Contain("Lags, Met: depends on Limits, Limit, typed \u2192 500 s");
    }

    [Fact]
    public void A_long_chain_of_columns_hides_nothing()
    {
        var facts = Asking("c40 > 0 s");
        facts = facts with
        {
            Registers =
            [
                facts.Registers[0] with
                {
                    Columns =
                    [
                        .. facts.Registers[0].Columns,
                        .. Enumerable.Range(1, 40).Select(i => Duration($"c{i}") with
                        {
                            Formula = i == 1 ? "room" : $"c{i - 1} + c{i - 1} - c{i - 1}",
                        }),
                    ],
                },
                facts.Registers[1],
            ],
        };

        Better(facts, f => Cell(f, "limit", "50")).Should()
            .Equal("Lags, eu, Met: with more room, Limit 5 s \u2192 50 s");
    }

    [Fact]
    public void Five_hundred_rows_at_once_are_measured_while_one_waits()
    {
        var facts = Asking("actual <= limit and actual <= 2 * maxlag");
        LaunchFacts Rows(string limit) => facts with
        {
            Registers =
            [
                facts.Registers[0] with
                {
                    Rows =
                    [
                        .. Enumerable.Range(0, 500).Select(i => new RegisterRow
                        {
                            Key = $"r{i}",
                            Cells = Cells(("region", $"r{i}"), ("actual", $"{i % 4}"), ("limit", limit)),
                        }),
                    ],
                },
                facts.Registers[1],
            ],
        };
        var (was, becomes) = (Frozen(Board(Rows("5"))).Board, Board(Rows("6")));
        var watch = Stopwatch.StartNew();

        Loosening.Of(was, becomes, Now).Should().HaveCount(500);

        watch.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(30), "a second or two is usual");
    }

    // Flag "met" as asked, Z with a target by way of V and W, and limits wherever one can stand.
    private static LaunchFacts Asking(string met) => Facts(Criterion() with
    {
        Measurements =
        [
            Measurement("5 s", target: null, key: "lim"),
            Measurement("3 s", target: null, key: "p95") with { Metric = "Lag, 95 of 100" },
        ],
    }) with
    {
        Figures =
        [
            new() { Key = "maxlag", Title = "Largest lag", Formula = "5 s" },
            new() { Key = "twice", Title = "Twice that", Formula = "2 * maxlag" },
        ],
        Registers =
        [
            new()
            {
                Key = "lags", Title = "Lags", Chapter = "infrastructure",
                Columns =
                [
                    new() { Key = "region", Title = "Region" },
                    Duration("actual"),
                    Duration("limit") with { Total = ColumnTotal.Minimum },
                    Duration("room") with { Formula = "limit - actual" },
                    Duration("cap") with { Formula = "maxlag" },
                    Duration("w") with { Formula = "actual" },
                    Duration("v") with { Formula = "w" },
                    Duration("z") with { Formula = "v", Comparator = Comparator.LessThan, Target = "4.5 s" },
                    new() { Key = "met", Title = "Met", Kind = ColumnKind.Flag, Formula = met },
                ],
                Rows =
                [
                    new() { Key = "1", Cells = Cells(("region", "eu"), ("actual", "3"), ("limit", "5")) },
                    new() { Key = "2", Cells = Cells(("region", "us"), ("actual", "4"), ("limit", "6")) },
                ],
            },
            new()
            {
                Key = "limits", Title = "Limits", Chapter = "appendix", Columns = [Duration("limit")],
                Rows = [new() { Key = "lag", Cells = Cells(("limit", "5")) }],
            },
        ],
    };

    private static RegisterColumn Duration(string key) => new()
    {
        Key = key, Title = $"{char.ToUpperInvariant(key[0])}{key[1..]}", Kind = ColumnKind.Duration, Unit = "s",
    };

    private static ImmutableSortedDictionary<string, string> Cells(params (string Column, string Text)[] cells) =>
        cells.ToImmutableSortedDictionary(c => c.Column, c => c.Text, StringComparer.Ordinal);

    private static LaunchFacts Cell(LaunchFacts facts, string column, string text)
    {
        var lags = facts.Registers[0];
        var row = lags.Rows[0] with { Cells = lags.Rows[0].Cells.SetItem(column, text) };
        return facts with { Registers = facts.Registers.SetItem(0, lags with { Rows = lags.Rows.SetItem(0, row) }) };
    }

    private static LaunchFacts Changed(
        LaunchFacts facts, string column, Func<RegisterColumn, RegisterColumn> change) =>
        facts with { Registers = facts.Registers.SetItem(0, Changed(facts.Registers[0], column, change)) };

    private static Register Changed(
        Register register, string column, Func<RegisterColumn, RegisterColumn> change) =>
        register with { Columns = [.. register.Columns.Select(c => c.Key == column ? change(c) : c)] };

    // Both rows stand on what lies outside of them; one is enough to read.
    private static bool IsNotOfUs(string text) => !text.StartsWith("Lags, us", StringComparison.Ordinal);

    private static ImmutableArray<string> Better(LaunchFacts before, Func<LaunchFacts, LaunchFacts> change) =>
        [.. Loosening.Of(Frozen(Board(before)).Board, Board(change(before)), Now).Select(b => b.Text)];
}
