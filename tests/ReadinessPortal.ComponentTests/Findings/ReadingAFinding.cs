using Bunit;
using ReadinessPortal.Web.Findings;

namespace ReadinessPortal.ComponentTests.Findings;

public sealed class ReadingAFinding : BunitContext
{
    [Fact]
    public void Both_values_stand_side_by_side_and_the_derived_one_opens_its_arithmetic()
    {
        var list = Render<FindingList>(p => p.Add(c => c.LaunchKey, DemoLaunch.Key)
            .Add(c => c.Findings, DemoLaunch.Readiness.Findings).Add(c => c.Figures, DemoLaunch.Readiness.Figures));

        var rows = list.FindAll("tbody tr");
        rows.Should().HaveCount(DemoLaunch.Readiness.Findings.Length);
        rows.Should().OnlyContain(r => r.QuerySelector("a[href^='/launches/GA-2025-001/figures/']") != null);
    }
}
