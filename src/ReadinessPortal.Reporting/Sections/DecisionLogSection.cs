using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Reporting.Look;

namespace ReadinessPortal.Reporting.Sections;

/// <summary>Everything that was signed, withdrawn and decided on this revision, in order of time.</summary>
internal sealed class DecisionLogSection(ReportContent report) : ReportSection(report)
{
    public override string Id => "decision-log";

    public override string Title => "Decision log";

    protected override void Body(ColumnDescriptor column)
    {
        if (!Report.IsFrozen)
        {
            column.Note("Nothing has been frozen, so nothing could be decided.");
            return;
        }

        column.Item().Component(new Grid(
            [new("When", 1.8f), new("Who", 2), new("What", 5)],
            [.. Entries().OrderBy(e => e.At).Select(e => new GridCell[] { Report.At(e.At), e.Who, e.What })]));
    }

    private IEnumerable<(DateTimeOffset At, string Who, string What)> Entries()
    {
        yield return (Report.Input.Revision.FrozenAt, Report.Input.Revision.FrozenBy,
            $"froze revision {Report.Input.Revision.Number} with readiness {Format.Word(Report.Readiness.Level)}");
        foreach (var signed in Report.Record.SignOffs)
        {
            yield return (signed.At, signed.PrintedName,
                $"signed as {Report.RoleTitle(signed.Role)}: {Format.Word(signed.Decision)}{(signed.Comment is { } said ? $", “{said}”" : "")}");
            if (signed.WithdrawnAt is { } at)
            {
                yield return (at, signed.PrintedName, $"withdrew the sign-off as {Report.RoleTitle(signed.Role)}: {signed.WithdrawnReason}");
            }
        }

        if (Report.Record.Decision is { } decision)
        {
            yield return (decision.At, Report.Record.Decider?.PrintedName ?? "",
                $"decided {(decision.Proceed ? "YES" : "NO")}{(decision.OverrideReason is { } why ? $", overriding: {why}" : "")}");
        }
    }
}
