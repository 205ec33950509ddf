using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Revisions;
using ReadinessPortal.Domain.Verdicts;
using ReadinessPortal.UnitTests.Demo;

namespace ReadinessPortal.UnitTests.Reporting;

public sealed class PrintingRuns
{
    [Fact]
    public void The_appendix_says_what_was_reproduced_and_what_has_changed_and_how()
    {
        var facts = DemoPackage.Facts;
        var criterion = facts.Criteria[0];
        Validation first = criterion.Validations[0] with { Expects = "contains: Ready" },
            second = criterion.Validations[1] with { Expects = "contains: Ready" };
        var board = new LaunchBoard
        {
            ChangeNumber = 7,
            Facts = facts with
            {
                Criteria = facts.Criteria.SetItem(0, criterion with
                {
                    Validations = [Run(Run(first, "12 Ready", 6), "12 Ready", 7), Run(second, "9 Ready, 1 not", 6, 1)],
                }),
            },
        };

        // Read back as it was frozen: what the report says of runs is in the revision.
        var frozen = RevisionJson.Read(RevisionJson.Write(
            RevisionContent.Of(board, Readiness.At(board, AReport.Frozen), 1, "Mia", AReport.Frozen)).Text);
        var text = AReport.Folded(AReport.TextOf(AReport.Pdf(AReport.Decided() with { Revision = frozen })));

        text.Should().Contain(AReport.Folded("reproduced twice, last recorded 15 Nov 2025"))
            .And.Contain(AReport.Folded("changed, recorded 15 Nov 2025"))
            .And.Contain(AReport.Folded("The command ended with exit code 1"))
            .And.Contain(AReport.Folded("Its output is compared with 'Ready' somewhere in it"));
    }

    private static Validation Run(Validation validation, string output, int hour, int exitCode = 0) =>
        ValidationStanding.After(validation,
            validation with { ExitCode = exitCode, RecordedOn = new(2025, 11, 15) }, output,
            new() { At = new(2025, 11, 15, hour, 0, 0, TimeSpan.Zero), By = "Token ci" });
}
