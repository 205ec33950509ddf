using ReadinessPortal.Domain.Claims;
using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Gates;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Verdicts;

namespace ReadinessPortal.UnitTests.Demo;

public sealed class ReadinessOfTheDemo
{
    private static readonly DateTimeOffset _whenever = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    private static readonly Readiness _readiness = Readiness.At(
        new LaunchBoard { Facts = DemoPackage.Facts, ChangeNumber = 1 }, _whenever);

    [Theory]
    [InlineData("multi-region", GateColour.Green)]
    [InlineData("data-residency", GateColour.Green)]
    [InlineData("security-hardening", GateColour.Green)]
    [InlineData("dr-tested", GateColour.Yellow)]
    [InlineData("monitoring", GateColour.Green)]
    [InlineData("runbooks", GateColour.Yellow)]
    [InlineData("budget-controls", GateColour.Green)]
    [InlineData("e2e-tests", GateColour.Red)]
    [InlineData("soc2-type-2", GateColour.Yellow)]
    [InlineData("apac", GateColour.Red)]
    [InlineData("full-e2e-coverage", GateColour.Yellow)]
    [InlineData("advanced-cost-optimisation", GateColour.Yellow)]
    public void Gates_have_the_colours_that_the_rules_give(string gate, GateColour colour)
    {
        var standing = _readiness.Gate(gate);

        standing.Colour.Should().Be(colour, string.Join("; ", standing.Why));
    }

    [Fact]
    public void It_is_94_as_scored_and_no_go()
    {
        _readiness.Score.Value.Should().Be(94);
        _readiness.Level.Should().Be(ReadinessLevel.NoGo);
    }

    [Fact]
    public void Nineteen_of_23_criteria_are_proven_and_four_are_not()
    {
        _readiness.Criteria.Should().HaveCount(23);
        _readiness.Criteria.Where(c => !c.IsProven).Select(c => (c.Key, c.State)).Should().BeEquivalentTo(new[]
        {
            ("e2e-tests", CriterionState.Failed),
            ("dr-drills", CriterionState.Disputed),
            ("runbooks", CriterionState.Unproven),
            ("soc2-controls", CriterionState.InProgress),
        });
    }

    [Fact]
    public void What_passes_has_proof_and_no_missed_target()
    {
        foreach (var criterion in _readiness.Criteria.Where(c => c.IsProven))
        {
            criterion.Proofs.Should().Contain(p => p.Proves, criterion.Key);
            criterion.Measurements.Should().NotContain(m => m.Met == false, criterion.Key);
        }
    }

    [Theory]
    [InlineData("budget.actual.total", "$37,568")]
    [InlineData("budget.budget.total", "$47,000")]
    [InlineData("budget.utilisation.total", "79.9 %")]
    [InlineData("tenants.tenants.total", "70")]
    [InlineData("soc2-controls.implemented.total", "50")]
    [InlineData("soc2-controls.controls.total", "53")]
    [InlineData("cost-drivers.amount.total", "$33,991")]
    [InlineData("savings.saved.total", "$15,674")]
    [InlineData("drill.drill-1.rto", "14:00")]
    [InlineData("drill.drill-2.rto", "15:00 or 14:23")]
    [InlineData("regions.nodes.total", "22")]
    [InlineData("regions.pods.total", "89")]
    [InlineData("tenants-elsewhere", "0")]
    public void Totals_are_those_of_the_facts(string figure, string shown) =>
        _readiness.Figure(figure)!.Shown.Should().Be(shown);

    [Fact]
    public void The_thinnest_headrooms_are_the_drills_then_nats_then_postgres() =>
        _readiness.Headrooms.Take(4)
            .Select(h => $"{h.Subject} {Format.Percent(Math.Round(h.Headroom, 3, MidpointRounding.AwayFromZero))}")
            .Should().Equal(
                "drill:drill-2 0 %",
                "drill:drill-1 6.7 %",
                "criterion:database-replication 11 %",
                "criterion:database-replication 18 %");

    [Fact]
    public void A_third_of_its_claims_does_not_agree_with_its_facts()
    {
        DemoPackage.Facts.Claims.Should().HaveCount(303);
        _readiness.Findings.Should().HaveCount(99);
    }

    [Fact]
    public void Headlines_that_the_facts_do_not_give_are_findings_of_high_severity() =>
        _readiness.Findings.Where(f => f.Severity == FindingSeverity.High).Select(f => f.Claim).Should().Equal(
            "summary-under-budget", "summary-soc2-date", "gate-dr-tested", "gate-runbooks", "gate-e2e-tests",
            "matrix-critical-met", "matrix-nice-in-progress", "matrix-dashboards",
            "summary-status-operational-readiness", "summary-status-data-compliance", "summary-status-quality",
            "summary-soc2-audit", "summary-drills", "summary-ccpa", "summary-soc2", "summary-failover",
            "summary-runbooks", "summary-active-active", "summary-partitioning", "summary-rto", "summary-e2e",
            "summary-items", "matrix-dr-targets", "matrix-drills-successful", "matrix-e2e-critical");

    [Fact]
    public void What_the_report_prints_elsewhere_and_its_facts_do_not_give_is_a_finding_too() =>
        _readiness.Findings.Where(f => f.Severity != FindingSeverity.High).Select(f => f.Claim).Should().Equal(
            "appendix-criteria", "appendix-met", "appendix-failed", "appendix-pass-rate", "recommendation-met",
            "recommendation-pass-rate", "database-eu-role", "lag-postgres", "lag-clickhouse", "tenants-apac",
            "soc2-implemented", "soc2-controls", "soc2-share", "drill-1-minutes", "drill-1-rto", "drill-2-minutes",
            "drill-2-rto", "drill-2-issues", "drill-2-risk", "monitoring-dashboards", "budget-total",
            "budget-checklist", "budget-cost-tool", "budget-share", "budget-share-checklist", "budget-share-controls",
            "ai-spend", "rds-costs", "savings-share", "drivers-total", "drivers-share", "drivers-order",
            "driver-share-eks-us", "driver-share-rds-us", "driver-share-eks-eu", "driver-share-anthropic",
            "e2e-coverage-qa", "e2e-coverage", "status-dr-drills", "status-runbooks", "status-e2e-tests",
            "retention-clickhouse", "encryption-s3", "mtls-database", "mtls-clickhouse", "mtls-strict-database",
            "mtls-strict-clickhouse", "high-findings-assessment", "gdpr-region", "drill-1-direction",
            "drill-2-rto-check", "drill-2-rto-result", "drill-2-start", "drill-2-routed", "drill-2-operational",
            "drill-2-database", "drill-2-within-limits", "drill-1-pool", "drills-database-lead", "slo-latency-window",
            "slo-error-window", "alert-level", "savings-plan-period", "drivers-ninth", "e2e-critical",
            "e2e-critical-qa", "load-statistic", "rds-instances", "rds-primaries", "rds-standbys", "finops-dashboard",
            "appendix-criterion", "items-priority", "items-dates");

    [Fact]
    public void What_the_report_prints_and_gives_no_fact_for_is_unfounded() =>
        _readiness.Findings.Where(f => f.Rule == ClaimChecker.Unfounded).Select(f => f.Claim).Should().Equal(
            "summary-under-budget", "savings-share", "e2e-coverage-qa", "e2e-coverage", "summary-ccpa");

    [Fact]
    public void Every_claim_speaks_of_a_figure_that_is_there() =>
        DemoPackage.Facts.Claims.Where(c => _readiness.Figure(c.Figure) is null).Select(c => c.Figure)
            .Should().BeEmpty();

    [Fact]
    public void Every_defined_figure_can_be_computed_but_for_those_that_the_report_gives_no_fact_for() =>
        _readiness.Figures.Where(f => DemoPackage.Facts.Figures.Any(d => d.Key == f.Name) && f.Problem is not null)
            .Select(f => $"{f.Name}: {f.Problem}").Should().Equal(
                "e2e-coverage: There is no value for it", "quarter-reduction: There is no value for it",
                "quarter-under-budget: There is no value for it", "requirements-ccpa: There is no value for it");

    [Fact]
    public void No_cell_has_a_problem() =>
        _readiness.Registers
            .SelectMany(r => r.Rows.SelectMany(row => row.Cells.Select(c => (r.Key, row.Key, c.Problem))))
            .Where(c => c.Problem is not null).Should().BeEmpty();

    [Fact]
    public void Every_text_finds_the_figures_that_it_quotes()
    {
        _readiness.Narratives.Values.Should().NotContain(t => t.Contains('«') || t.Contains("not known"));
        _readiness.Gates.Select(g => g.Sentence).OfType<string>()
            .Should().NotContain(t => t.Contains('«') || t.Contains("not known"));
    }
}
