using ReadinessPortal.Domain.Claims;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Narratives;
using ReadinessPortal.Domain.Verdicts;
using ReadinessPortal.UnitTests.Demo;

namespace ReadinessPortal.UnitTests.Figures;

public sealed class FindingWhatAFigureIsUsedBy
{
    [Fact]
    public void What_speaks_of_a_fact_is_named_before_it_goes()
    {
        var uses = Of(SubjectKind.Item, "cost-anomalies");

        uses.Should().NotBeEmpty().And.OnlyContain(u => u.Contains(" states "));
        DemoPackage.Facts.Claims.Count(c => c.Figure.StartsWith("item.cost-anomalies.", StringComparison.Ordinal))
            .Should().Be(uses.Count);
    }

    [Fact]
    public void Texts_and_formulas_count_as_claims_do() =>
        Of(SubjectKind.Drill, "drill-2").Should().Contain(u => u.StartsWith("the text ", StringComparison.Ordinal))
            .And.Contain(u => u.StartsWith("the sentence of ", StringComparison.Ordinal))
            .And.Contain(u => u.StartsWith("the figure ", StringComparison.Ordinal));

    [Fact]
    public void Every_kind_of_fact_is_found_by_the_figures_it_has()
    {
        var facts = DemoPackage.Facts;
        var readiness = Readiness.At(new LaunchBoard { Facts = facts, ChangeNumber = 1 }, ALaunch.Now);
        var claiming = facts with
        {
            Claims =
            [
                .. readiness.Figures.Select(f =>
                    new Claim { Key = f.Name, Figure = f.Name, Stated = "1", Place = "somewhere" }),
            ],
        };

        foreach (var (kind, key) in new[]
        {
            (SubjectKind.Category, facts.Categories[0].Key), (SubjectKind.Criterion, facts.Criteria[0].Key),
            (SubjectKind.Gate, facts.Gates[0].Key), (SubjectKind.Drill, facts.Drills[0].Key),
            (SubjectKind.Item, facts.Items[0].Key), (SubjectKind.Milestone, facts.Milestones[0].Key),
            (SubjectKind.Register, "budget"), (SubjectKind.RegisterRow, "budget/aws"),
        })
        {
            FigureUses.Of(claiming, new(kind, key)).Should().NotBeEmpty($"{kind} {key} has figures");
        }
    }

    [Fact]
    public void A_name_that_ends_like_another_is_another()
    {
        var facts = DemoPackage.Facts with
        {
            Claims = [],
            Figures = [],
            Gates = [],
            Narratives =
            [
                new() { Key = "a", Kind = NarrativeKind.Note, Title = "A", Text = "{{ai-budget.actual.total}}" },
            ],
        };

        FigureUses.Of(facts, new(SubjectKind.Register, "budget")).Should().BeEmpty();
        FigureUses.Of(facts, new(SubjectKind.Register, "ai-budget")).Should().Equal("the text A");
    }

    [Fact]
    public void What_nothing_names_is_used_by_nothing()
    {
        Of(SubjectKind.Item, "cost").Should().BeEmpty("a key that begins alike is another fact's");
        Of(SubjectKind.Risk, DemoPackage.Facts.Risks[0].Key).Should().BeEmpty();
    }

    private static List<string> Of(SubjectKind kind, string key) =>
        [.. FigureUses.Of(DemoPackage.Facts, new(kind, key))];
}
