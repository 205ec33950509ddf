using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Evidence;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Reporting.Look;

namespace ReadinessPortal.Reporting.Sections;

/// <summary>Commands and what they printed, word for word; criteria and gates only refer to them.</summary>
internal sealed class OutputsSection(ReportContent report) : ReportSection(report)
{
    public override string Id => "outputs";

    public override string Title => "Commands and their output";

    public override IReadOnlyList<string> Chapters => [];

    public override string? WhyEmpty => Report.Outputs.Count == 0 ? "no command is recorded" : null;

    protected override void Body(ColumnDescriptor column)
    {
        column.Lead("Recorded word for word; the portal runs nothing. Numbered as the criteria refer to them.");
        foreach (var output in Report.Outputs)
        {
            column.Item().PreventPageBreak().Column(block => Output(block, output));
        }
    }

    private void Output(ColumnDescriptor column, RecordedOutput output)
    {
        var validation = output.Validation;
        column.Item().Section(output.Section).PaddingTop(9).PaddingBottom(2.5f).Text(text =>
        {
            text.Span($"Output {output.Number}  {ProofRules.TitleOf(validation)}").SemiBold();
            text.Span($"  {Report.CriterionTitle(output.Criterion)} · {Recorded(validation)}").Style(Typography.Quiet);
        });
        if (validation.Note is { } note)
        {
            column.Note(note);
        }

        var standing = ValidationStanding.Of(validation);
        if (standing.Expected is { } expected)
        {
            column.Note($"Its output is compared with {expected}");
        }

        if (standing.Differs is { } differs)
        {
            column.Note(Counted.Capital(differs));
        }

        column.Verbatim(validation.Command);
        if (validation.Output is { } printed)
        {
            column.Verbatim(printed, Ink.Quiet);
        }
    }

    private static string Recorded(Validation validation)
    {
        var standing = ValidationStanding.Of(validation);
        var recorded = !validation.HasOutput ? "output not recorded"
            : validation.RecordedOn is not { } day ? "date not known"
            : $"recorded {Format.Day(day)}{(validation.DateAssumed ? " (date assumed)" : "")}";
        return standing.Outcome switch
        {
            ValidationOutcome.Changed => $"changed, {recorded}",
            ValidationOutcome.Reproduced => $"{standing.Word}, last {recorded}",
            _ => recorded,
        };
    }
}
