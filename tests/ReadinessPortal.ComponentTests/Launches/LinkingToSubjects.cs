using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Web.Shell;

namespace ReadinessPortal.ComponentTests.Launches;

public sealed class LinkingToSubjects
{
    [Theory]
    [InlineData("criterion:load-testing", "/launches/GA-1/criteria/load-testing")]
    [InlineData("registerRow:budget/aws", "/launches/GA-1/registers/budget?row=aws#row-aws")]
    [InlineData("figure:budget.actual.total", "/launches/GA-1/figures/budget.actual.total")]
    [InlineData("evidence:e2e", "/launches/GA-1/evidence/e2e")]
    [InlineData("launch:GA-1", "/launches/GA-1")]
    public void A_subject_has_one_address(string subject, string address) =>
        Links.To("GA-1", SubjectRef.Parse(subject)).Should().Be(address);

    [Fact]
    public void Every_kind_of_subject_has_an_address() =>
        Enum.GetValues<SubjectKind>().Should()
            .OnlyContain(kind => Links.To("GA-1", new(kind, "key")).StartsWith("/launches/GA-1"));
}
