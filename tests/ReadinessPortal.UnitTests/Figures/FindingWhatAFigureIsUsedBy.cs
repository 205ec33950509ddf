using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;
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
    public void What_nothing_names_is_used_by_nothing()
    {
        Of(SubjectKind.Item, "cost").Should().BeEmpty("a key that begins alike is another fact's");
        Of(SubjectKind.Risk, DemoPackage.Facts.Risks[0].Key).Should().BeEmpty();
    }

    private static List<string> Of(SubjectKind kind, string key) =>
        [.. FigureUses.Of(DemoPackage.Facts, new(kind, key))];
}
