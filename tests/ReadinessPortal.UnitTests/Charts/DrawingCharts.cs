using System.Globalization;
using System.Xml.Linq;
using ReadinessPortal.Domain.Charts;
using ReadinessPortal.Domain.Drills;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Items;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Risks;
using ReadinessPortal.Domain.Verdicts;
using ReadinessPortal.UnitTests.Demo;

namespace ReadinessPortal.UnitTests.Charts;

public sealed class DrawingCharts
{
    private static readonly string[] _known = ["svg", "g", "rect", "line", "circle", "path", "text"];

    [Theory]
    [InlineData(320)]
    [InlineData(700)]
    public void A_timeline_draws_every_log_with_every_event_inside_its_width(float width)
    {
        foreach (var drill in DemoPackage.Facts.Drills)
        {
            var svg = XElement.Parse(
                DrillTimelineSvg.Draw(drill, DrillRules.Of(drill, [], []), ChartPalette.Print, width));

            Of(svg, "circle").Should().HaveCount(drill.Logs.Sum(l => l.Events.Length));
            Of(svg, "circle").Select(c => Number(c, "cx")).Should().OnlyContain(x => x > 0 && x < width);
            svg.DescendantsAndSelf().Select(e => e.Name.LocalName).Should().BeSubsetOf(_known);
        }
    }

    [Theory]
    [InlineData(400)]
    [InlineData(700)]
    public void Milestones_stand_in_the_order_of_their_days_inside_the_width(float width)
    {
        var facts = DemoPackage.Facts;
        var svg = XElement.Parse(MilestonesSvg.Draw(
            facts.Milestones, facts.Launch.TargetDate, ALaunch.Today, ChartPalette.Print, width));

        var marks = Of(svg, "rect").ToList();
        marks.Should().HaveCount(facts.Milestones.Length);
        marks.Select(m => Number(m, "x")).Should().BeInAscendingOrder().And.OnlyContain(x => x >= 0);
        marks.Should().OnlyContain(m => Number(m, "x") + Number(m, "width") <= width);
        Of(svg, "text").Select(t => t.Value).Should().Contain("target 1 Dec 2025");
    }

    [Fact]
    public void A_risk_stands_in_the_matrix_whatever_its_levels_are()
    {
        var levels = Enum.GetValues<ItemLevel>().Where(l => l != ItemLevel.NotStated).ToList();
        var risks = levels.SelectMany(impact => levels.Select(likelihood => new Risk
        {
            Key = $"{impact}-{likelihood}", Title = "Risk", Impact = impact, Likelihood = likelihood,
        })).ToList();

        var svg = XElement.Parse(RiskMatrixSvg.Draw(risks, ChartPalette.Print, 400));

        Of(svg, "text").Select(t => t.Value).Should().Contain(
            Enumerable.Range(1, risks.Count).Select(n => n.ToString(CultureInfo.InvariantCulture)));
        Of(svg, "rect").Should().OnlyContain(r => Number(r, "y") + Number(r, "height") <= RiskMatrixSvg.Height);
    }

    [Fact]
    public void A_risk_stands_where_its_likelihood_and_its_impact_meet_by_its_number()
    {
        Risk[] risks =
        [
            new() { Key = "a", Title = "Unknown", Impact = ItemLevel.High },
            new() { Key = "b", Title = "Worst", Impact = ItemLevel.Critical, Likelihood = ItemLevel.Critical },
            new() { Key = "c", Title = "Least", Impact = ItemLevel.Low, Likelihood = ItemLevel.Low },
            new() { Key = "d", Title = "Least, too", Impact = ItemLevel.Low, Likelihood = ItemLevel.Low },
        ];

        var texts = Of(XElement.Parse(RiskMatrixSvg.Draw(risks, ChartPalette.Print, 400)), "text").ToList();

        var (worst, least) = (texts.Single(t => t.Value == "2"), texts.Single(t => t.Value == "3, 4"));
        Number(worst, "x").Should().BeGreaterThan(Number(least, "x"));
        Number(worst, "y").Should().BeLessThan(Number(least, "y"));
        texts.Should().NotContain(t => t.Value == "1");
        RiskMatrixSvg.Holds(risks[0]).Should().BeFalse();
    }

    [Fact]
    public void What_happened_before_the_start_stands_left_of_it_even_over_midnight()
    {
        var log = ALaunch.Log("log-1", "00:01:00", "14:00");
        var drill = ALaunch.Drill("1") with
        {
            Logs =
            [
                log with { Events = [new() { Key = "quiet", At = new(23, 59), Text = "All well" }, .. log.Events] },
            ],
        };

        var svg = XElement.Parse(DrillTimelineSvg.Draw(drill, DrillRules.Of(drill, [], []), ChartPalette.Print, 640));

        var places = Of(svg, "circle").Select(c => Number(c, "cx")).ToList();
        places.Should().BeInAscendingOrder().And.OnlyContain(x => x > 0 && x < 640);
        ((places[1] - places[0]) / (places[2] - places[1])).Should().BeApproximately(2.0 / 14, 0.01);
    }

    [Fact]
    public void A_timeline_says_what_the_target_is() =>
        DrillTimelineSvg.Draw(DemoPackage.Facts.Drills[1], DrillRules.Of(DemoPackage.Facts.Drills[1], [], []),
            ChartPalette.Print, 640).Should().Contain("target below 15:00").And.Contain("15:00 or 14:23");

    [Theory]
    [InlineData(287, 290, 412)]
    [InlineData(5, 5, 5)]
    public void A_trend_stays_in_its_line_and_ends_in_a_dot(int first, int second, int third)
    {
        var svg = XElement.Parse(SparklineSvg.Draw([first, second, third], "Over 3 deliveries", ChartPalette.Print));
        var (width, height) = (Number(svg, "width"), Number(svg, "height"));

        Of(svg, "line").Should().HaveCount(2).And.OnlyContain(l => Number(l, "y1") > 0 && Number(l, "y1") < height
            && Number(l, "y2") > 0 && Number(l, "y2") < height && Number(l, "x2") > Number(l, "x1"));
        Of(svg, "circle").Should().ContainSingle(c => Number(c, "cx") < width);
        svg.Attribute("aria-label")!.Value.Should().Be("Over 3 deliveries");
    }

    [Theory]
    [InlineData(330, BurnSvg.Tall)]
    [InlineData(500, BurnSvg.Low)]
    public void The_spend_of_a_period_stands_against_its_plan_and_what_is_projected(float width, float height)
    {
        var burn = MoneyLine.Of(DemoPackage.Facts, Readiness.At(
            new LaunchBoard { Facts = DemoPackage.Facts, ChangeNumber = 1 }, ALaunch.Now))!.Burn!;
        var svg = XElement.Parse(BurnSvg.Draw(burn, ChartPalette.Print, width, height));

        (burn.Day, burn.Days, Format.Quantity(burn.Plan)).Should().Be((15, 30, "$23,500"));
        burn.InShort.Should().Be("As of 15 Nov 2025, day 15 of 30: run rate $75,136 for the period, projected $45,200, "
            + "which leaves $7,632 for the other 15 days");
        (burn with { Projected = Quantity.Parse("30000 USD") }).Supposes.Should().Be("less than is spent already");
        (burn with { Projected = Quantity.Parse("80000 USD") }).Supposes.Should().BeNull();
        Of(svg, "text").Select(t => t.Value).Should().Contain(
            ["70 %", "100 %", "plan $23,500", "spent $37,568", "budget $47,000", "projected $45,200"]);
        Of(svg, "circle").Should().OnlyContain(c => Number(c, "cx") > 0 && Number(c, "cx") < width
            && Number(c, "cy") > 0 && Number(c, "cy") < height);
        svg.DescendantsAndSelf().Select(e => e.Name.LocalName).Should().BeSubsetOf(_known);
    }

    [Theory]
    [InlineData("2025-11-01", "2025-11-01", "2025-11-01", "60000", "0")]
    [InlineData("2025-11-01", "2026-10-31", "2026-10-31", "1", "90000000")]
    [InlineData("2025-11-01", "2025-11-30", "2025-11-02", "0", null)]
    public void Whatever_is_spent_stays_inside_the_drawing(
        string from, string to, string on, string spent, string? projected)
    {
        var burn = new BudgetBurn(Day(from), Day(to), Day(on), Quantity.Of(47_000, "USD"),
            Quantity.Parse($"{spent} USD"), projected is null ? null : Quantity.Parse($"{projected} USD"));

        var svg = XElement.Parse(BurnSvg.Draw(burn, ChartPalette.Print, 330, BurnSvg.Low));

        Of(svg, "line").SelectMany(l => new[] { Number(l, "y1"), Number(l, "y2") })
            .Should().OnlyContain(y => y >= 0 && y <= BurnSvg.Low);
        Of(svg, "line").SelectMany(l => new[] { Number(l, "x1"), Number(l, "x2") })
            .Should().OnlyContain(x => x >= 0 && x <= 330);
    }

    [Theory]
    [InlineData(-0.5, 1.5)]
    [InlineData(0.4, 128)]
    [InlineData(1.3, 320)]
    public void A_bar_stays_inside_its_track_and_is_never_nothing(double share, double expected)
    {
        var svg = XElement.Parse(BarSvg.Draw((decimal)share, "#000000", [0.8m], ChartPalette.Print, 320, 8, "Spent"));

        Number(Of(svg, "rect").Last(), "width").Should().Be(expected);
    }

    [Fact]
    public void Numbers_have_at_most_two_decimals_and_text_is_escaped()
    {
        var svg = BarSvg.Draw(1m / 3, "#000000", [1m / 7], ChartPalette.Print, 320, 8, "<b>\"&");

        svg.Should().NotMatchRegex(@"\d\.\d{3}").And.Contain("&lt;b&gt;&quot;&amp;");
    }

    private static IEnumerable<XElement> Of(XElement svg, string name) =>
        svg.Descendants().Where(e => e.Name.LocalName == name);

    private static DateOnly Day(string day) => DateOnly.Parse(day, CultureInfo.InvariantCulture);

    private static double Number(XElement element, string attribute) =>
        double.Parse(element.Attribute(attribute)!.Value, CultureInfo.InvariantCulture);
}
