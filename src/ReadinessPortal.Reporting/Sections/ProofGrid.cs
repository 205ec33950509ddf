using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Evidence;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Reporting.Look;

namespace ReadinessPortal.Reporting.Sections;

/// <summary>What proves a criterion and what does not; a recorded command leads to its output.</summary>
internal sealed class ProofGrid(ReportContent report, Criterion criterion, CriterionStanding standing) : IComponent
{
    public void Compose(IContainer container)
    {
        // Two commands of one title stand in the order in which they were recorded.
        var outputs = report.Outputs.Where(o => o.Criterion == criterion.Key).ToList();
        container.Component(new Grid(
            [new("Proof", 2.6f), new("Counts", 0.9f), new("Because", 4.6f), new("Output", 0.9f)],
            [
                .. standing.Proofs.Select(proof =>
                    Row(proof, proof.Subject.Kind == SubjectKind.Criterion ? Taken(outputs, proof) : null)),
            ]));
    }

    private static RecordedOutput? Taken(List<RecordedOutput> outputs, ProofLine proof)
    {
        var index = outputs.FindIndex(o => ProofRules.TitleOf(o.Validation) == proof.Title);
        if (index < 0)
        {
            return null;
        }

        var taken = outputs[index];
        outputs.RemoveAt(index);
        return taken;
    }

    private static GridCell[] Row(ProofLine proof, RecordedOutput? output) =>
    [
        new(proof.Title),
        new(proof.Proves ? "proves" : "no", proof.Proves ? StatusMark.Go : StatusMark.Open),
        new(proof.Why, Colour: Ink.Quiet),
        output is null ? "" : new GridCell($"output {output.Number}", Link: output.Section, Colour: Ink.Link),
    ];
}
