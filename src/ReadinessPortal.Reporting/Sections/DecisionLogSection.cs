using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Reporting.Look;

namespace ReadinessPortal.Reporting.Sections;

/// <summary>
/// Every move of the target date before the freeze, and everything that was signed, withdrawn and decided on this
/// revision, in order of time.
/// </summary>
internal sealed class DecisionLogSection(ReportContent report) : ReportSection(report)
{
    public override string Id => "decision-log";

    public override string Title => "Decision log";

    public override IReadOnlyList<string> Chapters => [];

    public override string? WhyEmpty =>
        Report.IsFrozen || !Report.Input.Revision.TargetMoves.IsEmpty
            ? null : Report.WhyUnsigned ?? "nothing has been frozen, so nothing could be decided";

    protected override void Body(ColumnDescriptor column)
    {
        if (!Report.IsFrozen)
        {
            column.Note(Report.WhyUnsigned is { } why ? $"{Counted.Capital(why)}."
                : "Nothing has been frozen, so nothing could be decided.");
        }

        column.Item().Component(new Grid(
            [new("When"), new("Who"), new("What")],
            [.. Entries().OrderBy(e => e.At).Select(e => new GridCell[] { Report.At(e.At), e.Who, e.What })]));
    }

    private IEnumerable<Entry> Entries()
    {
        var revision = Report.Input.Revision;
        foreach (var move in revision.TargetMoves)
        {
            yield return new(move.At, move.By,
                $"moved the target date from {Format.Day(move.From)} to {Format.Day(move.To)}: {move.Reason}");
        }

        if (!Report.IsFrozen)
        {
            yield break;
        }

        yield return new(revision.FrozenAt, revision.FrozenBy,
            $"froze revision {revision.Number} with readiness {Format.Word(Report.Readiness.Level)}, "
                + Report.Readiness.Tally.InShort);
        foreach (var signed in Report.Record.SignOffs)
        {
            var role = Report.RoleTitle(signed.Role);
            var said = signed.Comment is { } comment ? $", “{comment}”" : "";
            yield return new(signed.At, signed.PrintedName,
                $"signed as {role}: {Format.Word(signed.Decision)}{said}");
            if (signed.WithdrawnAt is { } at)
            {
                yield return new(at, signed.PrintedName, $"withdrew the sign-off as {role}: {signed.WithdrawnReason}");
            }
        }

        if (Report.Record.Decision is { } decision)
        {
            var overriding = decision.OverrideReason is { } why ? $", overriding: {why}" : "";
            yield return new(decision.At, Report.Record.Decider?.PrintedName ?? "",
                $"decided {(decision.Proceed ? "YES" : "NO")}{overriding}");
        }
    }

    private sealed record Entry(DateTimeOffset At, string Who, string What);
}
