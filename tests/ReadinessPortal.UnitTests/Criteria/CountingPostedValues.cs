using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Evidence;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;
using static ReadinessPortal.UnitTests.ALaunch;

namespace ReadinessPortal.UnitTests.Criteria;

/// <summary>What a pipeline posts without a file is shown, and neither proves nor fails anything.</summary>
public sealed class CountingPostedValues
{
    private static readonly EvidenceItem _report = File("report");

    private static readonly EvidenceItem _posted = File("posted") with
    {
        Reading = new()
        {
            Format = "posted", Figures = [new("tests.failed", Quantity.Parse("0", null))],
        },
    };

    [Fact]
    public void Without_a_file_it_proves_nothing_and_is_no_value()
    {
        var standing = Standing(_posted);

        standing.State.Should().Be(CriterionState.Unproven);
        standing.Measurements[0].ValueShown.Should().Be("not measured");
        standing.Proofs.Should().Contain(p => !p.Proves && p.Why == "posted without a file: tests.failed = 0");
    }

    [Fact]
    public void With_a_file_it_counts_for_as_long_as_that_stands_behind_it()
    {
        var posted = _posted with { PostedWith = "report" };

        Standing(_report, posted).State.Should().Be(CriterionState.Passed);
        Standing(posted).State.Should().Be(CriterionState.Unproven);
        Standing(posted).Proofs.Should().Contain(p => p.Why.StartsWith("posted with a file that is no longer there"));
        Standing(_report with { ArchivedAt = Now }, posted).State.Should().Be(CriterionState.Unproven);
        Standing(_report with { Reading = new() { Format = "junit", Error = "Cut." } }, posted).State
            .Should().Be(CriterionState.Unproven);
    }

    [Fact]
    public void Bare_it_takes_nothing_away_from_what_a_file_says()
    {
        var read = _posted with { Key = "read", Reading = _posted.Reading! with { Format = "junit" } };
        var worse = _posted with
        {
            Reading = _posted.Reading! with { Figures = [new("tests.failed", Quantity.Parse("7", null))] },
        };

        Standing(read, worse).State.Should().Be(CriterionState.Passed);
    }

    private static CriterionStanding Standing(params EvidenceItem[] files)
    {
        var measurement = Measurement(null, Comparator.Equal, "0") with { Reading = "tests.failed" };
        var facts = Facts(Criterion() with { Measurements = [measurement], Validations = [] })
            with
        { Evidence = [.. files] };
        return CriterionRules.Weigh(facts.Criteria[0], facts, [], [], Today).Standing;
    }

    private static EvidenceItem File(string key) => new()
    {
        Key = key, Title = key, FileName = key, Sha256 = "ab", Size = 9, CapturedOn = Today,
        Supports = [new(SubjectKind.Criterion, Criterion().Key)],
    };
}
