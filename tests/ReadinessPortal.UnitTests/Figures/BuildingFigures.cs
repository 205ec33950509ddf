using System.Collections.Immutable;
using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Evidence;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Gates;
using ReadinessPortal.Domain.Items;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Narratives;
using ReadinessPortal.Domain.Registers;
using static ReadinessPortal.UnitTests.Registers.ARegister;

namespace ReadinessPortal.UnitTests.Figures;

public sealed class BuildingFigures
{
    private static readonly LaunchFacts _facts = new()
    {
        Launch = new() { Key = "GA-1", Title = "Launch", TargetDate = new(2025, 12, 1) },
        Registers = [Budget()],
    };

    [Fact]
    public void Register_totals_rows_and_cells_are_figures()
    {
        var figures = Figures(_facts);

        figures["budget.actual.total"].Should().BeEquivalentTo(new
        {
            Title = "budget: actual, total", Value = "37568 USD", Shown = "$37,568", Problem = (string?)null,
        });
        figures["budget.utilisation.total"].Shown.Should().Be("79.9 %");
        figures["budget.ai.actual"].Shown.Should().Be("$6,234");
        figures["budget.ai.utilisation"].Shown.Should().Be("77.9 %");
        figures["budget.rows"].Value.Should().Be("6");
        figures.Should().NotContainKey("budget.actual.average");
    }

    [Fact]
    public void What_a_text_or_a_claim_names_is_there_although_the_register_does_not_show_it()
    {
        var figures = Figures(_facts with
        {
            Narratives =
                [new() { Key = "n", Kind = NarrativeKind.Note, Text = "On average {{ budget.actual.average | 0 }}." }],
            Claims = [new() { Key = "c", Figure = "budget.ai.line", Stated = "ai", Place = "a table" }],
        });

        figures["budget.actual.average"].Shown.Should().Be("$6,261.33");
        figures["budget.ai.line"].Value.Should().Be("ai");
    }

    [Fact]
    public void A_blank_that_is_named_says_that_there_is_no_value()
    {
        var figures = Figures(_facts with
        {
            Items = [new() { Key = "apac", Title = "APAC" }],
            Narratives = [new() { Key = "n", Kind = NarrativeKind.Note, Text = "Due {{item.apac.target}}." }],
        });

        figures["item.apac.target"].Should().BeEquivalentTo(
            new { Value = (string?)null, Shown = "not known", Problem = "There is no value for it" });
    }

    [Fact]
    public void A_definition_computes_over_facts_standings_and_other_definitions()
    {
        var figures = Figures(_facts with
        {
            Figures =
            [
                Definition("left-share", "1 - budget.actual.total / budget.budget.total"),
                Definition("left-per-line", "left / budget.rows"),
                Definition("left", "budget.budget.total - budget.actual.total"),
                Definition("pass-rate", "criteria.proven / criteria.total", "%"),
            ],
        });

        figures["left-share"].Shown.Should().Be("20.1 %");
        figures["left-per-line"].Shown.Should().Be("$1,572");
        figures["left-per-line"].Why.Parts[0].Parts.Should().HaveCount(2);
        figures["pass-rate"].Shown.Should().Be("50 %");
    }

    [Fact]
    public void Definitions_that_need_each_other_name_the_circle_and_leave_the_rest_alone()
    {
        var figures = Figures(_facts with
        {
            Figures =
                [Definition("a", "b * 2"), Definition("b", "c + 1"), Definition("c", "a"), Definition("d", "1 + a")],
        });

        figures["a"].Problem.Should().Be("It is computed in a circle: a → b → c → a");
        figures["a"].Value.Should().BeNull();
        figures["a"].Shown.Should().Be("not known");
        figures["d"].Problem.Should().Be("It is computed in a circle: a → b → c → a");
        figures["budget.actual.total"].Value.Should().NotBeNull();
    }

    [Fact]
    public void A_chain_of_ten_thousand_definitions_is_computed_and_its_arithmetic_stays_small()
    {
        var figures = Figures(_facts with
        {
            Figures =
            [
                .. Enumerable.Range(1, 10_000)
                .Select(i => Definition($"f{i}", i == 10_000 ? "1" : $"f{i + 1} + f{i + 1}")),
                Definition("sum", "f9990 + 0"),
            ],
        });

        figures["sum"].Value.Should().Be("1024");
        figures["f1"].Problem.Should().Contain("too large");
        Depth(figures["f1"].Why).Should().BeLessThan(10);
    }

    [Fact]
    public void A_name_that_is_taken_hides_neither_meaning()
    {
        var figures = Figures(_facts with { Figures = [Definition("budget.actual.total", "1")] });

        figures["budget.actual.total"].Value.Should().BeNull();
        figures["budget.actual.total"].Problem.Should().Contain("is taken");
    }

    [Fact]
    public void Criteria_gates_and_scores_are_counted_from_their_standings()
    {
        var figures = Figures(_facts);

        figures["criteria.total"].Value.Should().Be("2");
        figures["criteria.proven"].Value.Should().Be("1");
        figures["criteria.inProgress"].Value.Should().Be("0");
        figures["criteria.failed"].Why.Parts.Should().ContainSingle()
            .Which.Subject.Should().Be(new SubjectRef(SubjectKind.Criterion, "e2e"));
        figures["criterion.e2e.state"].Value.Should().Be("failed");
        figures["gates.critical.total"].Value.Should().Be("1");
        figures["gates.critical.red"].Value.Should().Be("1");
        figures["gates.niceToHave.total"].Value.Should().Be("0");
        figures["gate.tests.colour"].Shown.Should().Be("red");
        figures["score.overall"].Value.Should().Be("94");
        figures["drill.drill-2.rto"].Should().BeEquivalentTo(new { Value = "900 s", Shown = "15:00 or 14:23" });
    }

    [Fact]
    public void Items_dates_and_evidence_are_figures()
    {
        var figures = Figures(_facts with
        {
            Items = [new() { Key = "apac", Title = "APAC", Target = DateSpec.Parse("2026-Q2"),
                Priority = ItemLevel.Low }],
            Evidence =
            [
                new EvidenceItem { Key = "a", Title = "A", FileName = "a.txt", Sha256 = "00" },
                new EvidenceItem { Key = "b", Title = "B", FileName = "b.txt" },
            ],
        });

        figures["item.apac.target"].Shown.Should().Be("Q2 2026");
        figures["item.apac.priority"].Value.Should().Be("low");
        figures.Should().NotContainKey("item.apac.severity");
        figures["evidence.inHand"].Value.Should().Be("1");
        figures["evidence.cited"].Value.Should().Be("1");
        figures["launch.targetDate"].Shown.Should().Be("1 Dec 2025");
    }

    [Fact]
    public void Met_and_missed_targets_of_a_column_are_counted()
    {
        var lags = Of("lags",
            [
                Column("system", ColumnKind.Text),
                Column("p95", ColumnKind.Duration, "s") with { Comparator = Comparator.LessThan, Target = "5 s" },
            ],
            ["a", "4.1"], ["b", "6"], ["c", ""]);

        var figures = Figures(_facts with { Registers = [lags] });

        figures["lags.p95.met"].Value.Should().Be("1");
        figures["lags.p95.missed"].Value.Should().Be("1");
    }

    [Fact]
    public void A_cell_and_the_figure_of_its_name_say_the_same_whatever_the_formula_looks_into()
    {
        var counts = Of("counts",
            [
                Column("what", ColumnKind.Text),
                Column("proven", ColumnKind.Count) with { Formula = "criteria.proven" },
                Column("spent", ColumnKind.Number) with { Formula = "twice" },
            ],
            ["all"]);

        var (tables, figures) = Build(_facts with
        {
            Registers = [counts],
            Figures = [Definition("twice", "2 * criteria.total")],
        });

        tables[0].Rows[0].Cells.Select(c => c.Value).Should().Equal("all", "1", "4");
        figures.First(f => f.Name == "counts.all.proven").Value.Should().Be("1");
    }

    private static Dictionary<string, Figure> Figures(LaunchFacts facts) =>
        Build(facts).Figures.ToDictionary(f => f.Name);

    private static (ImmutableArray<RegisterTable> Tables, ImmutableArray<Figure> Figures) Build(
        LaunchFacts facts) => FigureBook.Build(new()
        {
            Facts = facts,
            Criteria = [Criterion("load", CriterionState.Passed), Criterion("e2e", CriterionState.Failed)],
            Gates = [new("tests", GateKind.Critical, GateColour.Red, GateColour.Red, [], null, false, ["e2e"], null)],
            Drills =
        [
            new("drill-2", Quantity.Of(900, "s"), true, false, 0, null, null, [], "15:00 or 14:23", "below 15:00",
                null),
        ],
            Score = new(94, null, 6, 6, [], new("Overall score", "94", [])),
        });

    private static CriterionStanding Criterion(string key, CriterionState state) =>
        new(key, state, [], [], [], [], null);

    private static FigureDefinition Definition(string key, string formula, string? unit = null) =>
        new() { Key = key, Title = key, Formula = formula, Unit = unit };

    private static int Depth(Explanation why) => why.Parts.IsEmpty ? 1 : 1 + why.Parts.Max(Depth);
}
