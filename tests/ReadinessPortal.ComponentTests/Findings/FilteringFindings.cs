using ReadinessPortal.Domain.Claims;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Web.Findings;

namespace ReadinessPortal.ComponentTests.Findings;

public sealed class FilteringFindings
{
    private static readonly Finding[] _findings =
    [
        Finding("a", FindingSeverity.Medium, "82 %"), Finding("b", FindingSeverity.High, "$38,500"),
        Finding("c", FindingSeverity.High, "47", FindingStatus.Accepted),
    ];

    [Theory]
    [InlineData(null, null, "b c a")]
    [InlineData("high", null, "b")]
    [InlineData("MEDIUM", null, "a")]
    [InlineData("accepted", null, "c")]
    [InlineData("accepted", "nowhere", "")]
    [InlineData("no-such", "", "b a c")]
    [InlineData(null, "  38,500 section", "b")]
    [InlineData(null, "STATED", "b a c")]
    public void Shows_what_was_asked_for_what_is_open_first_and_worst_first(string? show, string? find, string keys)
    {
        var shown = new FindingFilter(show, find).Of(_findings, []);

        string.Join(' ', shown.Select(f => f.Claim)).Should().Be(keys);
    }

    [Fact]
    public void Begins_with_the_worst_25_and_leaves_one_where_it_is_when_it_is_accepted()
    {
        Finding[] many = [.. Enumerable.Range(0, 30).Select(n => Finding($"f{n}", FindingSeverity.High, "1"))];
        Finding[] accepted = [many[0] with { Status = FindingStatus.Accepted }, .. many[1..]];

        new FindingFilter(null, null).Of(many, []).Should().HaveCount(25);
        new FindingFilter(null, null).Of(accepted, [])[0].Claim.Should().Be("f0");
        new FindingFilter(FindingFilter.All, null).Of(many, []).Should().HaveCount(30);
    }

    private static Finding Finding(
        string claim, FindingSeverity severity, string stated, FindingStatus status = FindingStatus.Open) => new(
            $"claim-differs:{claim}", "claim-differs", severity, status, claim, "figure", stated, "1", "section 1",
            new SubjectRef(SubjectKind.Figure, "figure"), $"Section 1: {stated} is stated, the facts give 1");
}
