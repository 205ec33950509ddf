using Bunit;
using ReadinessPortal.Web.Registers;

namespace ReadinessPortal.ComponentTests.Registers;

public sealed class ReadingARegister : BunitContext
{
    [Fact]
    public void The_budget_shows_its_total_with_the_arithmetic_behind_it()
    {
        var budget = View("budget");

        var total = budget.FindAll("tfoot details")
            .First(d => d.TextContent.Contains("$37,568", StringComparison.Ordinal));
        total.QuerySelectorAll(".why li").Should().HaveCountGreaterThan(5);
    }

    [Fact]
    public void Rows_and_columns_have_heads_that_assistive_technology_reads()
    {
        var budget = View("budget");

        budget.FindAll("thead th").Should().OnlyContain(th => th.GetAttribute("scope") == "col");
        budget.FindAll("tbody tr > :first-child").Should().OnlyContain(th => th.GetAttribute("scope") == "row");
    }

    [Fact]
    public void Every_register_of_the_demo_can_be_drawn()
    {
        foreach (var register in DemoLaunch.Facts.Registers)
        {
            View(register.Key).FindAll("tbody tr").Should().HaveCount(register.Rows.Length, register.Key);
        }
    }

    private IRenderedComponent<RegisterView> View(string key) => Render<RegisterView>(p => p
        .Add(c => c.LaunchKey, DemoLaunch.Key)
        .Add(c => c.Register, DemoLaunch.Facts.Registers.First(r => r.Key == key))
        .Add(c => c.Table, DemoLaunch.Readiness.Registers.First(t => t.Key == key)));
}
