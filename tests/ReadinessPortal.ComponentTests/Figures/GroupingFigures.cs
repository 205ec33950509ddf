using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Registers;
using ReadinessPortal.Web.Figures;

namespace ReadinessPortal.ComponentTests.Figures;

/// <summary>Hundreds of figures, folded by where they come from.</summary>
public sealed class GroupingFigures
{
    private static readonly LaunchFacts _facts = new()
    {
        Launch = new Launch { Key = "GA-1", Title = "A launch", TargetDate = new(2025, 12, 1) },
        Registers = [new Register { Key = "budget", Title = "Budget", Chapter = "Finance" }],
        Figures = [new FigureDefinition { Key = "spend.share", Title = "Share spent", Formula = "1" }],
    };

    [Fact]
    public void Each_stands_in_one_group_and_none_is_lost()
    {
        var groups = FigureGroup.Of(_facts, Figures(), find: null);

        groups.Select(g => g.Title).Should().Equal("Register: Budget", "Named in this launch", "Gates", "Launch");
        groups.SelectMany(g => g.Figures).Should().HaveCount(Figures().Length);
    }

    [Theory]
    [InlineData("budget TOTAL", 1)]
    [InlineData("$37,568", 1)]
    [InlineData("nothing like it", 0)]
    [InlineData(" ", 4)]
    public void All_words_have_to_stand_in_title_name_or_value(string find, int shown) =>
        FigureGroup.Of(_facts, Figures(), find).Sum(g => g.Figures.Length).Should().Be(shown);

    private static Figure[] Figures() =>
    [
        Of("budget.actual.total", "Budget: actual, total", "$37,568"), Of("spend.share", "Share spent", "79.9 %"),
        Of("gates.green", "Green gates", "5"), Of("launch.days", "Days left", "16"),
    ];

    private static Figure Of(string name, string title, string shown) =>
        new(name, title, shown, shown, null, new(title, shown, []));
}
