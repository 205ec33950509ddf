using System.Text.RegularExpressions;
using FluentAssertions.Execution;
using ReadinessPortal.Application.Packages;

namespace ReadinessPortal.UnitTests.Packages;

public sealed class ReadingAPackage
{
    [Fact]
    public void The_smallest_package_is_a_launch_with_a_key_a_title_and_a_date() =>
        APackage.Read(APackage.Smallest).Launch.TargetDate.Should().Be(new DateOnly(2025, 12, 1));

    [Fact]
    public void Facts_keep_the_order_of_the_file()
    {
        var facts = APackage.With("""
            categories:
              - { key: b, title: Second letter }
              - { key: a, title: First letter }
            """);

        facts.Categories.Select(c => (c.Key, c.Position)).Should().Equal(("b", 0), ("a", 1));
    }

    [Fact]
    public void An_unknown_key_names_file_line_and_key_and_what_was_probably_meant()
    {
        var problem = APackage.ProblemsWith("""
            categories:
              - key: infrastructure
                titel: Infrastructure
                title: Infrastructure
            """).Should().ContainSingle().Subject;

        using var all = new AssertionScope();
        problem.File.Should().Be("launch.yaml");
        problem.Line.Should().Be(8);
        problem.Key.Should().Be("categories[infrastructure].titel");
        problem.Text.Should().Contain("'title'");
    }

    [Fact]
    public void All_that_is_wrong_is_told_at_once() =>
        APackage.ProblemsWith("""
            categories:
              - { key: a, title: A, weight: heavy }
              - { key: b }
            gates:
              - { key: c, title: C, kind: criticle }
            """).Select(p => (p.Line, p.Key)).Should().Equal(
            (7, "categories[a].weight"), (8, "categories[b]"), (10, "gates[c].kind"));

    [Theory]
    [InlineData("risks: [{ key: a, title: A, impact: hgih }]", "risks[a].impact", "'high'")]
    [InlineData("milestones: [{ key: a, title: A, when: 2025-13-01 }]", "milestones[a].when", "2025-12-01")]
    [InlineData("drills: [{ key: a, title: A, scenario: A, heldOn: 0001-01-01 }]", "drills[a].heldOn", "likely")]
    [InlineData("drills: [{ key: a, title: A, scenario: A, heldOn: 2025-01-01, rpo: soon }]",
        "drills[a].rpo", "number")]
    [InlineData("categories: [{ key: a, title: A, weight: 1e400 }]", "categories[a].weight", "number")]
    [InlineData("roles: [{ key: a, title: A, accountable: yes }]", "roles[a].accountable", "true nor false")]
    [InlineData("gates: [{ key: a, title: A, confidence: \"12\" }]", "gates[a].confidence", "whole number")]
    [InlineData("gates: [{ key: a, title: A, confidence: 99999999999 }]", "gates[a].confidence", "whole number")]
    [InlineData("gates: [{ key: a, title: ~ }]", "gates[a].title", "no value")]
    [InlineData("gates: [{ key: a, title: \" \" }]", "gates[a].title", "blank")]
    [InlineData("gates: { key: a }", "gates", "list")]
    [InlineData("gates: [a]", "gates[1]", "map")]
    [InlineData("gates: [{ key: a, title: [A] }]", "gates[a].title", "single value")]
    public void A_value_of_the_wrong_kind_says_what_was_expected(string yaml, string key, string hint)
    {
        var problem = APackage.ProblemsWith(yaml).Should().ContainSingle().Subject;

        problem.Key.Should().Be(key);
        problem.Text.Should().Contain(hint);
    }

    [Theory]
    [InlineData("819492001.10 USD", "819492001.1")]
    [InlineData("$25,000", "25000")]
    [InlineData("25000", "25000")]
    public void A_cell_is_kept_as_if_it_had_been_typed(string written, string kept) =>
        APackage.With($$"""
            registers:
              - key: budget
                title: Budget
                chapter: Finance
                columns: [{ key: spent, title: Spent, kind: money, unit: USD }]
                rows: [{ key: a, cells: { spent: "{{written}}" } }]
            """).Registers[0].Rows[0].Cells["spent"].Should().Be(kept);

    [Theory]
    [InlineData("")]
    [InlineData("launch: { key: GA-1 }")]
    [InlineData("format: readiness-package/2")]
    [InlineData("- format: readiness-package/2")]
    [InlineData("# nothing but a remark")]
    public void What_is_not_this_format_is_refused(string yaml) =>
        APackage.ProblemsOf(yaml).Should().ContainSingle();

    [Theory]
    [InlineData("Big")]
    [InlineData("under_score")]
    [InlineData("-dash")]
    [InlineData("with space")]
    public void Keys_are_plain_words(string key) =>
        APackage.ProblemsWith($"risks: [{{ key: {key}, title: A }}]")
            .Should().ContainSingle(p => p.Text.Contains("a-z"));

    [Fact]
    public void Siblings_have_different_keys() =>
        APackage.ProblemsWith("""
            risks:
              - { key: a, title: A }
              - { key: a, title: B }
            """).Should().ContainSingle()
            .Which.Should().Match<PackageProblem>(p => p.Line == 8 && p.Text.Contains("line 7"));

    [Fact]
    public void The_first_format_knew_a_budget_by_its_keys_and_the_second_by_what_its_columns_say()
    {
        var text = LaunchPackage.WriteText(Demo.DemoPackage.Facts);
        var old = Regex.Replace(text, @",? ?budgetRole: \w+|\n *budgetRole: \w+", "")
            .Replace(LaunchPackage.Format, LaunchPackage.FirstFormat, StringComparison.Ordinal);

        old.Should().NotContain("budgetRole").And.StartWith("format: readiness-package/1");
        Roles(old).Should().Equal(Roles(text).Where(r => !r.EndsWith("Projected", StringComparison.Ordinal)))
            .And.HaveCount(3);
        Roles(old.Replace("package/1", "package/2", StringComparison.Ordinal)).Should().BeEmpty();

        static IEnumerable<string> Roles(string yaml) => LaunchPackage.ReadText(yaml).Registers
            .SelectMany(r => r.Columns).Where(c => c.BudgetRole is not null).Select(c => $"{c.Key} {c.BudgetRole}");
    }
}
