using ReadinessPortal.Domain.Claims;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.UnitTests.Claims;

public sealed class CheckingClaims
{
    private static readonly Figure[] _figures =
    [
        Figure("budget.actual.total", "37568 USD", "$37,568",
            new("Actual, total", "$37,568", [], new(SubjectKind.Register, "budget"), "sum of 6 rows")),
        Figure("utilisation", "79.93191489361702127659574468 %", "79.9 %"),
        Figure("pass-rate", "0.8260869565217391304347826087", "0.8261"),
        Figure("criteria.proven", "19", "19"),
        Figure("drill.drill-1.rto", "840 s", "14:00"),
        Figure("gate.dr.colour", "yellow", "yellow"),
        Figure("criterion.soc2.state", "in progress", "in progress"),
        Figure("item.soc2.target", "2026-Q3", "Q3 2026"),
        Figure("audit.window", "2026-02-01..2026-02-15", "1–15 Feb 2026"),
        Figure("runbooks", "70", "70"),
        Figure("lag", "4.8 s", "4.8 s"),
        new("broken", "Broken", null, "not known", "divides by zero (character 3 of the formula)", Why),
    ];

    private static Explanation Why => new("Figure", "value", []);

    [Theory]
    [InlineData("budget.actual.total", "37568 USD")]
    [InlineData("budget.actual.total", "$37,568")]
    [InlineData("budget.actual.total", "37568")]
    [InlineData("utilisation", "80 %")]
    [InlineData("utilisation", "79.9 %")]
    [InlineData("utilisation", "79.93 %")]
    [InlineData("pass-rate", "83 %")]
    [InlineData("drill.drill-1.rto", "14 min")]
    [InlineData("drill.drill-1.rto", "14:00")]
    [InlineData("gate.dr.colour", "Yellow")]
    [InlineData("criterion.soc2.state", "inProgress")]
    [InlineData("item.soc2.target", "2026-Q3")]
    [InlineData("audit.window", "2026-Q1")]
    [InlineData("runbooks", "70+")]
    [InlineData("runbooks", "at least 70")]
    [InlineData("lag", "below 5 s")]
    [InlineData("lag", "< 5 min")]
    [InlineData("utilisation", "≥ 79.9 %")]
    [InlineData("budget.actual.total", "less than $47,000")]
    public void A_claim_that_agrees_at_its_printed_precision_gives_no_finding(string figure, string stated) =>
        Check(figure, stated).Should().BeEmpty();

    [Theory]
    [InlineData("budget.actual.total", "38568 USD", "$38,568", "$37,568")]
    [InlineData("budget.actual.total", "38500 USD", "$38,500", "$37,568")]
    [InlineData("utilisation", "82 %", "82 %", "79.9 %")]
    [InlineData("utilisation", "79.8 %", "79.8 %", "79.9 %")]
    [InlineData("utilisation", "79.92 %", "79.92 %", "79.93 %")]
    [InlineData("pass-rate", "96 %", "96 %", "82.6 %")]
    [InlineData("criteria.proven", "23", "23", "19")]
    [InlineData("drill.drill-1.rto", "735 s", "12:15", "14:00")]
    [InlineData("drill.drill-1.rto", "12 min", "12 min", "14:00")]
    [InlineData("gate.dr.colour", "green", "green", "yellow")]
    [InlineData("item.soc2.target", "2026-Q1", "Q1 2026", "Q3 2026")]
    [InlineData("criteria.proven", "5 s", "5 s", "19")]
    [InlineData("item.soc2.target", "2026-07-01..2026-08-31", "1 Jul – 31 Aug 2026", "Q3 2026")]
    [InlineData("audit.window", "2026-Q2", "Q2 2026", "1–15 Feb 2026")]
    [InlineData("runbooks", "more than 70", "more than 70", "70")]
    [InlineData("lag", "below 4.8 s", "below 4.8 s", "4.8 s")]
    [InlineData("drill.drill-1.rto", "below 14 min", "below 14 min", "14:00")]
    [InlineData("gate.dr.colour", "below 5 s", "below 5 s", "yellow")]
    [InlineData("gate.dr.colour", "green in 8 of 8", "green in 8 of 8", "yellow")]
    public void A_claim_that_differs_is_shown_beside_the_figure(
        string figure, string stated, string shown, string derived) =>
        Check(figure, stated).Should().ContainSingle().Which.Should().BeEquivalentTo(new
        {
            Rule = ClaimChecker.Differs, Stated = shown, Derived = derived, Status = FindingStatus.Open,
        });

    [Fact]
    public void The_sentence_says_both_values_and_where_they_stand()
    {
        var finding = Check("budget.actual.total", "38568 USD")[0];

        finding.Text.Should().Be("Section 5.1: $38,568 is stated, the sum of 6 rows is $37,568");
        finding.StatedAt.Should().Be("section 5.1");
        finding.DerivedAt.Should().Be(new SubjectRef(SubjectKind.Register, "budget"));
        finding.Key.Should().Be("claim-differs:c");
    }

    [Fact]
    public void Headline_claims_weigh_more_and_slight_differences_less()
    {
        Check("budget.actual.total", "37569 USD")[0].Severity.Should().Be(FindingSeverity.Low);
        Check("budget.actual.total", "38568 USD")[0].Severity.Should().Be(FindingSeverity.Medium);
        Check("budget.actual.total", "37569 USD", headline: true)[0].Severity.Should().Be(FindingSeverity.High);
    }

    [Theory]
    [InlineData("nobody", "no figure is named nobody")]
    [InlineData("broken", "divides by zero (character 3 of the formula)")]
    public void A_claim_that_nothing_backs_is_a_finding_too(string figure, string why)
    {
        var finding = Check(figure, "5 %").Should().ContainSingle().Subject;

        finding.Rule.Should().Be(ClaimChecker.Unfounded);
        finding.Text.Should().Be($"Section 5.1: 5 % is stated without support: {why}");
    }

    private static System.Collections.Immutable.ImmutableArray<Finding> Check(
        string figure, string stated, bool headline = false) =>
        ClaimChecker.Check(
            new()
            {
                Launch = new() { Key = "GA-1", Title = "Launch", TargetDate = new(2025, 12, 1) },
                Claims = [new() { Key = "c", Figure = figure, Stated = stated, Place = "section 5.1",
                    Headline = headline }],
            },
            _figures);

    private static Figure Figure(string name, string value, string shown, Explanation? why = null) =>
        new(name, name, value, shown, null, why ?? Why);
}
