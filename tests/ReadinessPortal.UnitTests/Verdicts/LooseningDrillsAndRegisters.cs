using System.Collections.Immutable;
using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Drills;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Registers;
using ReadinessPortal.Domain.Verdicts;
using static ReadinessPortal.UnitTests.ALaunch;

namespace ReadinessPortal.UnitTests.Verdicts;

public sealed class LooseningDrillsAndRegisters
{
    private static readonly Drill _disputed = Drill("2", "14:23", "15:00");

    [Fact]
    public void The_slower_log_of_a_disputed_drill_is_neither_archived_nor_edited()
    {
        const string What = "Criterion load: disputed \u2192 passed";

        Better(_disputed, _disputed with { Logs = [_disputed.Logs[0]] }).Should().Contain(What)
            .And.Contain("Drill 2: 15:00 or 14:23, disputed \u2192 14:23, met");
        Better(_disputed, _disputed with { Logs = [_disputed.Logs[0], Log("log-2", "23:50:00", "14:23")] })
            .Should().Contain(What);
        Better(_disputed, _disputed with { Logs = [_disputed.Logs[0], _disputed.Logs[1] with { Events = [] }] })
            .Should().Contain(What);
        Better(_disputed, _disputed with { Logs = [_disputed.Logs[0], Log("log-2", "23:50:00", "14:50")] })
            .Should().Contain("Drill 2, recovery time: 15:00 or 14:23 against below 15:00 \u2192 14:50 or 14:23 "
                + "against below 15:00");
    }

    [Fact]
    public void The_faster_log_may_go_and_a_milder_one_does_not_come_to_a_drill_that_failed()
    {
        Better(_disputed, _disputed with { Logs = [_disputed.Logs[1]] }).Should().BeEmpty();
        Better(Drill("2", "16:00"), Drill("2", "16:00", "14:00")).Should()
            .Contain("Criterion load: failed \u2192 disputed");
    }

    [Fact]
    public void A_drill_nobody_stands_on_is_measured_too() =>
        Texts(Facts() with { Drills = [_disputed] }, Facts() with { Drills = [Drill("2", "14:23")] })
            .Should().Contain("Drill 2: 15:00 or 14:23, disputed \u2192 14:23, met");

    [Fact]
    public void Targets_of_drills_stay_and_so_does_what_stands_on_them()
    {
        var drill = Drill("2", "14:00") with { RpoTarget = Quantity.Of(5, "s"), Rpo = Quantity.Of(2, "s") };

        Better(drill, drill with { RtoTarget = Quantity.Of(20, "min") }).Should().ContainSingle()
            .Which.Should().StartWith("Drill 2, recovery time:");
        Better(drill, drill with { RpoTarget = null }).Should().ContainSingle()
            .Which.Should().Be("Drill 2, data loss: 2 s against below 5 s \u2192 2 s against no target");
        Better(drill, drill with { Rpo = Quantity.Of(1, "s") }).Should().ContainSingle();
        Better(drill, drill with { RtoTarget = Quantity.Of(14.5m, "min") }).Should().BeEmpty();
        var facts = With(drill);
        Texts(facts, facts with { Criteria = [facts.Criteria[0] with { Drills = [] }] }).Should()
            .Equal("Criterion load no longer depends on Drill 2");
        Texts(facts, facts with { Criteria = [facts.Criteria[0] with { Drills = [] }], Drills = [] }).Should()
            .Contain("Drill 2, 14:00, met, is removed");
    }

    [Fact]
    public void A_pick_falls_when_a_log_moves_and_no_edit_brings_it_back_alone()
    {
        var board = Board(With(_disputed));
        var picked = board with { LogChoices = [LogChoiceRules.Pick(board, "2", "log-1", "The pager's", Cfo, Now)] };
        var moved = picked with { Facts = With(Drill("2", "14:23", "15:30")) };

        Readiness.At(picked, Now).Criterion("load").State.Should().Be(CriterionState.Passed);
        Readiness.At(moved, Now).Criterion("load").State.Should().Be(CriterionState.Disputed);
        Loosening.Of(Frozen(picked).Board, moved, Now).Should().BeEmpty();
        Loosening.Of(Frozen(moved).Board, picked, Now).Select(b => b.Text).Should()
            .Contain("Criterion load: disputed \u2192 passed");
    }

    [Fact]
    public void A_columns_target_and_what_missed_it_stay()
    {
        var facts = Facts() with { Registers = [Lags("5 s", "9 s", "4 s")] };
        LaunchFacts As(Register register) => facts with { Registers = [register] };

        Texts(facts, As(Lags("9 s", "9 s", "4 s"))).Should().Equal("Lags, p95: target below 5 s \u2192 below 9 s");
        Texts(facts, As(Lags(null, "9 s", "4 s"))).Should().Contain("Lags, p95: target below 5 s \u2192 none");
        Texts(facts, As(Lags("5 s", "4 s", "4 s"))).Should().Equal("Lags, 1, p95: 9 s, missed \u2192 4 s, met");
        Texts(facts, As(Lags("5 s", "", "4 s"))).Should().Equal("Lags, 1, p95: 9 s, missed \u2192 nothing");
        Texts(facts, As(facts.Registers[0] with { Rows = [facts.Registers[0].Rows[1]] })).Should()
            .Equal("Lags, 1, p95: 9 s, missed \u2192 removed");
        Texts(facts, As(Lags("5 s", "9 s", "3 s"))).Should().Equal("Lags, 2, p95: 4 s, met \u2192 3 s, met");
        Texts(facts, As(Lags("5 s", "8 s", "4 s"))).Should().Equal("Lags, 1, p95: 9 s, missed \u2192 8 s, missed");
        Texts(facts, As(Lags("5 s", "9 s", "6 s"))).Should().BeEmpty();
        Texts(facts, As(Lags("5 s", "9 s", ""))).Should().Equal("Lags, 2, p95: 4 s, met \u2192 nothing");
        Texts(facts, As(facts.Registers[0] with { Rows = [facts.Registers[0].Rows[0]] })).Should()
            .Equal("Lags, 2, p95: 4 s, met \u2192 removed");
        Texts(facts, facts with { Registers = [] }).Should().HaveCount(2);
    }

    [Fact]
    public void What_a_computed_yes_asks_stays_while_it_is_met()
    {
        var asking = Asking("p95 < 5 s");

        Texts(asking, Asking("p95 < 5000 s")).Should().Equal("Lags, Met: asks p95 < 5 s \u2192 p95 < 5000 s");
        Texts(asking, asking with { Registers = [Lags(null, "4 s")] }).Should()
            .Equal("Lags, Met: asks p95 < 5 s \u2192 nothing");
        Texts(asking, Asking("p95 < 5 s")).Should().BeEmpty();

        static LaunchFacts Asking(string formula)
        {
            var lags = Lags(null, "4 s");
            return Facts() with
            {
                Registers =
                [
                    lags with
                    {
                        Columns = lags.Columns.Add(
                            new() { Key = "met", Title = "Met", Kind = ColumnKind.Flag, Formula = formula }),
                    },
                ],
            };
        }
    }

    [Theory]
    [InlineData("actual <= limit", "limit", "50", "Lags, eu, Met: with more room, Limit 5 s \u2192 50 s")]
    [InlineData("actual <= limit", "limit", "4", null)]
    [InlineData("actual <= limit", "actual", "2", "Lags, eu, Met: with more room, Actual 3 s \u2192 2 s")]
    [InlineData("actual <= limit", "actual", "4.9", null)]
    [InlineData("room > 0", "limit", "6", "Lags, eu, Met: with more room, Limit 5 s \u2192 6 s")]
    [InlineData("room > 0", "limit", "4.5", null)]
    [InlineData("done <= due", "due", "2026-03-01", "Lags, eu, Met: with more room, Due 1 Dec 2025 \u2192 1 Mar 2026")]
    [InlineData("done <= due", "due", "2025-11-30", null)]
    [InlineData("waived or actual <= limit", "waived", "true", "Lags, eu, Met: with more room, Waived no \u2192 yes")]
    [InlineData("actual <= limit", "note", "Looked at again", null)]
    [InlineData("actual <= limit", "limit", null, "Lags, eu, Met: yes, met \u2192 nothing")]
    [InlineData("actual = 3 s", "actual", "4", null)]
    [InlineData("2 s <= actual and actual <= limit", "actual", "4", null)]
    [InlineData("limit = actual + 2 s", "actual", "4", null)]
    [InlineData("actual <= 0.9 * lags.limit.total", "limit", "9", null)]
    [InlineData("actual <= 1.7 * limit", "limit", "5.01",
        "Lags, eu, Met: with more room, Limit 5 s \u2192 5.01 s")]
    [InlineData("actual <= 1.7 * limit", "limit", "4.99", null)]
    [InlineData("12 s - actual >= limit", "limit", "4.99",
        "Lags, eu, Met: with more room, Limit 5 s \u2192 4.99 s")]
    public void What_a_computed_yes_compares_with_stays_while_it_is_met(
        string formula, string column, string? text, string? better)
    {
        var register = Comparing(formula);
        var next = register with
        {
            Rows =
            [
                register.Rows[0] with
                {
                    Cells = text is null
                        ? register.Rows[0].Cells.Remove(column)
                        : register.Rows[0].Cells.SetItem(column, text),
                },
            ],
        };

        Texts(Facts() with { Registers = [register] }, Facts() with { Registers = [next] }).Should()
            .Equal(better is null ? [] : [better]);
    }

    [Fact]
    public void A_limit_stays_that_stands_in_another_register()
    {
        var limits = new Register
        {
            Key = "limits", Title = "Limits", Chapter = "appendix",
            Columns = [new() { Key = "limit", Title = "Limit", Kind = ColumnKind.Duration, Unit = "s" }],
            Rows = [new() { Key = "lag", Cells = Cells(("limit", "5")) }],
        };
        var facts = Facts() with { Registers = [Comparing("actual <= limits.lag.limit"), limits] };
        LaunchFacts With(string limit) => facts with
        {
            Registers =
            [
                facts.Registers[0],
                limits with { Rows = [limits.Rows[0] with { Cells = Cells(("limit", limit)) }] },
            ],
        };

        Texts(facts, With("9")).Should().Equal(
            "Lags, eu, Met: with more room, limits.lag.limit 5 s \u2192 9 s");
        Texts(facts, With("4")).Should().BeEmpty();
    }

    private static Register Comparing(string formula) => new()
    {
        Key = "lags", Title = "Lags", Chapter = "infrastructure",
        Columns =
        [
            new() { Key = "region", Title = "Region" },
            new() { Key = "actual", Title = "Actual", Kind = ColumnKind.Duration, Unit = "s" },
            new() { Key = "limit", Title = "Limit", Kind = ColumnKind.Duration, Unit = "s" },
            new() { Key = "room", Title = "Room", Kind = ColumnKind.Duration, Unit = "s", Formula = "limit - actual" },
            new() { Key = "done", Title = "Done", Kind = ColumnKind.Date },
            new() { Key = "due", Title = "Due", Kind = ColumnKind.Date },
            new() { Key = "waived", Title = "Waived", Kind = ColumnKind.Flag },
            new() { Key = "note", Title = "Note" },
            new() { Key = "met", Title = "Met", Kind = ColumnKind.Flag, Formula = formula },
        ],
        Rows =
        [
            new()
            {
                Key = "1",
                Cells = Cells(("region", "eu"), ("actual", "3"), ("limit", "5"), ("done", "2025-11-20"),
                    ("due", "2025-12-01"), ("waived", "false")),
            },
        ],
    };

    private static ImmutableSortedDictionary<string, string> Cells(params (string Column, string Text)[] cells) =>
        cells.ToImmutableSortedDictionary(c => c.Column, c => c.Text, StringComparer.Ordinal);

    private static Register Lags(string? target, params string[] values) => new()
    {
        Key = "lags", Title = "Lags", Chapter = "infrastructure",
        Columns =
        [
            new() { Key = "region", Title = "Region" },
            new()
            {
                Key = "p95", Title = "p95", Kind = ColumnKind.Duration, Unit = "s", Target = target,
                Comparator = target is null ? null : Comparator.LessThan,
            },
        ],
        Rows =
        [
            .. values.Select((v, i) => new RegisterRow
            {
                Key = $"{i + 1}",
                Cells = new Dictionary<string, string> { ["region"] = $"{i + 1}", ["p95"] = v.TrimEnd('s', ' ') }
                    .Where(c => c.Value.Length > 0).ToImmutableSortedDictionary(StringComparer.Ordinal),
            }),
        ],
    };

    private static LaunchFacts With(Drill drill) =>
        Facts(Criterion() with { Drills = ["2"] }) with { Drills = [drill] };

    private static ImmutableArray<string> Better(Drill before, Drill after) => Texts(With(before), With(after));

    private static ImmutableArray<string> Texts(LaunchFacts before, LaunchFacts after) =>
        [.. Loosening.Of(Frozen(Board(before)).Board, Board(after), Now).Select(b => b.Text)];
}
