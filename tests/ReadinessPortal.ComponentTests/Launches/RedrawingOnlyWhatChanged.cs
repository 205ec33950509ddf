using System.Text.RegularExpressions;
using Bunit;
using Microsoft.AspNetCore.Components;
using ReadinessPortal.ComponentTests.Deployment;
using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Verdicts;
using ReadinessPortal.Web.Gates;
using ReadinessPortal.Web.Registers;
using ReadinessPortal.Web.Sections;

namespace ReadinessPortal.ComponentTests.Launches;

public sealed partial class RedrawingOnlyWhatChanged : BunitContext
{
    private static readonly LaunchBoard _failed = DemoLaunch.Board with
    {
        ChangeNumber = 2,
        Facts = DemoLaunch.Facts with
        {
            Criteria =
            [
                .. DemoLaunch.Facts.Criteria.Select((c, i) => i == 0 ? c with { Result = CriterionResult.Failed } : c),
            ],
        },
    };

    [Fact]
    public void A_part_whose_section_did_not_change_is_left_alone()
    {
        var register = DemoLaunch.Facts.Registers[0];
        var view = Render<RegisterView>(p => p.Add(c => c.LaunchKey, DemoLaunch.Key).Add(c => c.Register, register)
            .Add(c => c.Table, DemoLaunch.Readiness.Registers.First(t => t.Key == register.Key)));

        var next = Readiness.At(_failed, DemoLaunch.Now);
        view.Render(p => p.Add(c => c.Table, next.Registers.First(t => t.Key == register.Key)));

        view.Instance.Drawn.Should().Be(1);
    }

    [Fact]
    public void A_part_whose_section_changed_is_drawn_again()
    {
        var list = Render<GateList>(p => p.Add(c => c.LaunchKey, DemoLaunch.Key).Add(c => c.Facts, DemoLaunch.Facts)
            .Add(c => c.Readiness, DemoLaunch.Readiness));
        var reds = Reds(list);

        list.Render(p => p.Add(c => c.Facts, _failed.Facts)
            .Add(c => c.Readiness, Readiness.At(_failed, DemoLaunch.Now)));

        list.Instance.Drawn.Should().Be(2);
        Reds(list).Should().BeGreaterThan(reds);
    }

    [Fact]
    public void Whoever_looks_at_the_same_board_shares_one_drawing()
    {
        var drawings = new[] { DemoLaunch.Readiness, DemoLaunch.Readiness, DemoLaunch.Readiness with { } }
            .Select(readiness => Drawings.Of(readiness, typeof(GateList), ParameterView.FromDictionary(
                new Dictionary<string, object?> { [nameof(GateList.LaunchKey)] = DemoLaunch.Key }),
                builder => builder.AddContent(0, "GA & more")))
            .ToList();

        drawings.Should().AllBe("GA &amp; more");
        drawings[1].Should().BeSameAs(drawings[0]);
        drawings[2].Should().NotBeSameAs(drawings[0]);
    }

    [Fact]
    public void What_is_drawn_once_has_nothing_to_press_but_links_and_folds()
    {
        var web = Path.Combine(Repository.Root, "src", "ReadinessPortal.Web");
        var parts = Directory.EnumerateFiles(web, "*.razor", SearchOption.AllDirectories)
            .Where(f => Path.GetFileName(f) != "_Imports.razor")
            .ToDictionary(f => Path.GetFileNameWithoutExtension(f), File.ReadAllText, StringComparer.Ordinal);
        var drawn = parts.Where(p => p.Value.Contains("@inherits DrawnSection", StringComparison.Ordinal))
            .Select(p => p.Key).ToList();
        for (var i = 0; i < drawn.Count; i++) // with what stands in them
        {
            drawn.AddRange(Tag().Matches(parts[drawn[i]]).Select(m => m.Groups[1].Value)
                .Where(parts.ContainsKey).Except(drawn).ToList());
        }

        drawn.Should().Contain(nameof(GateList)).And.Contain("WhyTree");
        drawn.Where(name => Acts().IsMatch(parts[name])).Should().BeEmpty();
    }

    [GeneratedRegex("<([A-Z][A-Za-z]+)")]
    private static partial Regex Tag();

    [GeneratedRegex(
        @"@on[a-z]+=|@bind|@inject|\[Inject|\[Cascading|EventCallback|<(button|input|select|textarea|form)")]
    private static partial Regex Acts();

    private static int Reds(IRenderedComponent<GateList> list) =>
        list.FindAll("em").Count(e => e.TextContent.StartsWith("red", StringComparison.Ordinal));
}
