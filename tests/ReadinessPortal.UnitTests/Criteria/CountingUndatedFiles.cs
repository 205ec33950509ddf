using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Evidence;
using ReadinessPortal.Domain.Launches;
using static ReadinessPortal.UnitTests.ALaunch;
using static ReadinessPortal.UnitTests.Criteria.ReadingValuesFromFiles;

namespace ReadinessPortal.UnitTests.Criteria;

/// <summary>A file whose day nobody knows proves nothing; what it shows against a criterion counts all the same.
/// </summary>
public sealed class CountingUndatedFiles
{
    private static readonly EvidenceItem _dated =
        File("tests.failed", "0", "dated") with { ReceivedAt = Now.AddHours(-1) };

    [Fact]
    public void A_worse_run_that_came_later_fails_the_criterion()
    {
        var standing = Standing(Failed(), _dated, Undated("tests.failed", "2"));

        standing.State.Should().Be(CriterionState.Failed);
        standing.Measurements[0].ReadFrom.Should().Be("undated");
    }

    [Fact]
    public void A_good_one_takes_nothing_from_the_proof_there_is()
    {
        var standing = Standing(Failed(), _dated, Undated("tests.failed", "0"));

        standing.State.Should().Be(CriterionState.Passed);
        standing.Measurements[0].ReadFrom.Should().Be("dated");
        standing.Proofs.Should().Contain(p => p.Subject.Key == "dated" && p.Proves)
            .And.Contain(p => p.Subject.Key == "undated" && !p.Proves);
    }

    [Fact]
    public void Without_a_target_failures_in_it_take_the_place_of_older_proof()
    {
        Standing(Measurement("1 s"), _dated, Undated("tests.failed", "2")).Proofs.Should()
            .Contain(p => p.Subject.Key == "dated" && p.Why == "superseded by File undated")
            .And.NotContain(p => p.Subject.Kind == SubjectKind.Evidence && p.Proves);
    }

    [Fact]
    public void What_was_captured_after_it_came_follows_it()
    {
        var later = File("tests.failed", "0", "later", hours: 48) with { CapturedOn = Today.AddDays(1) };

        Standing(Failed(), Undated("tests.failed", "2"), later with { CapturedOn = Today }).State
            .Should().Be(CriterionState.Passed);
    }

    [Fact]
    public void A_target_of_one_slot_does_not_excuse_a_file_of_another()
    {
        var container = Measurement(null, Comparator.Equal, "0") with
        {
            Reading = "vulnerabilities.critical",
            Slot = "container",
        };

        var standing = Standing(container, File("vulnerabilities.critical", "0", "in") with { Slot = "container" },
            File("vulnerabilities.critical", "2", "beside"));

        standing.State.Should().Be(CriterionState.Passed);
        standing.Proofs.Single(p => p.Subject.Key == "beside").Why.Should()
            .Be("it shows vulnerabilities.critical = 2, and no target says how many may be");
    }

    private static EvidenceItem Undated(string metric, string value)
    {
        var file = File(metric, value, "undated") with { CapturedOn = null, ReceivedAt = Now };
        return file with { Reading = file.Reading! with { CapturedAt = null } };
    }
}
