using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.SignOffs;
using ReadinessPortal.Reporting.Look;

namespace ReadinessPortal.Reporting.Sections;

/// <summary>Who decided what on exactly this revision, and what the source only recommended.</summary>
internal sealed class SignOffSection(ReportContent report) : ReportSection(report)
{
    public const string Destination = "sign-off";

    public override string Id => Destination;

    public override string Title => "Sign-off";

    public override IReadOnlyList<string> Chapters => ["sign-off"];

    protected override void Body(ColumnDescriptor column)
    {
        column.Paragraph(Report.IsFrozen
            ? $"Every signature below is on revision {Report.Input.Revision.Number}, SHA-256 {Report.Input.Sha256}."
            : Report.WhyUnsigned is { } why ? $"{Counted.Capital(why)}."
            : "Nothing can be signed before a revision is frozen.");
        if (Report.WhyUnsigned is null)
        {
            Kind(column, RoleKind.Technical, "Technical sign-off");
            Kind(column, RoleKind.Business, "Business sign-off");
            Withdrawn(column);
            Decision(column);
        }

        Conditions(column);
        Advice(column);
    }

    private void Advice(ColumnDescriptor column)
    {
        if (Report.Facts.Recommendations.IsEmpty)
        {
            return;
        }

        column.Subheading("Unsigned recommendations in the source", "none of them counts as a sign-off");
        column.Item().Component(new Grid(
            [new("By"), new("Advice"), new("Comment"), new("Date"), new("Source")],
            [.. Report.Facts.Recommendations.Select(r => new GridCell[]
            {
                r.By, r.Advice, r.Comment, r.On is { } day ? Format.Day(day) : "not stated",
                new(r.Source, Colour: Ink.Quiet),
            })]));
    }

    private void Kind(ColumnDescriptor column, RoleKind kind, string heading)
    {
        var roles = Report.Facts.Roles.Where(r => r.Kind == kind).ToList();
        if (roles.Count == 0)
        {
            return;
        }

        column.Subheading(heading);
        foreach (var role in roles)
        {
            column.Item().BorderTop(0.4f).BorderColor(Ink.Hair).PaddingVertical(5).ShowEntire()
                .Element(box => Role(box, role));
        }
    }

    private void Role(IContainer container, Role role)
    {
        var holding = Report.Input.Revision.Holdings.FirstOrDefault(h => h.Role == role.Key);
        var signed = Report.Record.Standing(role.Key);
        container.Row(row =>
        {
            row.ConstantItem(13).PaddingTop(2.6f).Height(8.6f).Width(8.6f)
                .Svg((signed is null ? StatusMark.Open : StatusMarks.Of(signed.Decision)).Svg());
            row.RelativeItem(1.4f).PaddingRight(8).Column(who =>
            {
                who.Item().Text(role.Title).SemiBold();
                who.Item().Text(Report.NameOf(role)).Style(Typography.Small);
                if (holding?.NotRequiredReason is { } reason)
                {
                    who.Item().Text($"Not required: {reason}").Style(Typography.Small.FontColor(Ink.Hold));
                }
            });
            row.RelativeItem(3).Column(what => What(what, signed));
        });
    }

    private void What(ColumnDescriptor column, SignOff? signed)
    {
        if (signed is null)
        {
            column.Item().Text("Not signed").Style(Typography.Body.FontColor(Ink.Quiet));
            return;
        }

        column.Item().Text(text =>
        {
            text.Span(Format.Word(signed.Decision)).SemiBold().FontColor(StatusMarks.Of(signed.Decision).Colour());
            text.Span($"  {Report.At(signed.At)}, authenticated by {signed.Authentication}").Style(Typography.Quiet);
        });
        if (signed.Comment is { } comment)
        {
            column.Item().Text($"“{comment}”").Style(Typography.Small);
        }

        column.Item().Text(signed.Meaning).Style(Typography.Quiet);
        column.Item().Text($"Revision hash {signed.RevisionSha256}")
            .Style(Typography.Mono.FontColor(Ink.Quiet).FontSize(6.4f));
    }

    private void Withdrawn(ColumnDescriptor column)
    {
        var withdrawn = Report.Record.SignOffs.Where(s => !s.Stands).ToList();
        if (withdrawn.Count == 0)
        {
            return;
        }

        column.Subheading("Withdrawn");
        column.Lines(withdrawn, s => (StatusMark.Open, Withdrawal(s), s.WithdrawnAt is { } at ? Report.At(at) : null));
    }

    private string Withdrawal(SignOff signed)
    {
        var said = signed.Comment is { } comment ? $", “{comment}”" : "";
        return $"{Report.RoleTitle(signed.Role)}, {signed.PrintedName}: {Format.Word(signed.Decision)} "
            + $"of {Report.At(signed.At)}{said}. Withdrawn because: {signed.WithdrawnReason}";
    }

    private void Decision(ColumnDescriptor column)
    {
        column.Subheading("Final decision");
        if (Report.Record.Decision is not { } decision)
        {
            column.Note("Not taken on this revision.");
            return;
        }

        var said = decision.Proceed ? "YES, proceed" : "NO, do not proceed";
        column.Line(decision.Proceed ? StatusMark.Go : StatusMark.No,
            $"{said}: {Report.Record.Decider?.PrintedName}", Report.At(decision.At), first: true);
        if (decision.OverrideReason is { } reason)
        {
            column.Alarm(text =>
            {
                text.Line("This decision overrides:").Bold();
                foreach (var overridden in decision.Overridden)
                {
                    text.Line($"– {overridden}");
                }

                text.Span($"Reason given: {reason}").SemiBold();
            });
        }
    }

    private void Conditions(ColumnDescriptor column)
    {
        column.Subheading("Conditions");
        var all = Report.Record.Conditions.Concat(Report.Input.Earlier?.Unmet ?? []);
        if (!all.Any())
        {
            column.Note("None requested.");
            return;
        }

        column.Item().Component(new Grid(
            [new("Condition"), new("Asked by"), new("Owner"), new("Due"), new("Criterion"), new("State")],
            [.. all.Select(Row)]));
    }

    private string Shown(Condition condition) => condition.MetEvidence is { } key
        ? $" (evidence {Report.Facts.Evidence.FirstOrDefault(e => e.Key == key)?.Title ?? key})"
        : "";

    private GridCell[] Row(Condition condition)
    {
        var isEarlier = condition.Revision != Report.Record.Revision;
        var asked = (isEarlier ? Report.Input.Earlier! : Report.Record).SignOffs
            .FirstOrDefault(s => s.Id == condition.SignOffId);
        var (mark, word) = Report.StateOf(condition);
        return
        [
            new(condition.Text, Note: condition.MetBy is { } by ? $"Met, says {by}: "
                + $"{condition.MetNote}{Shown(condition)}" : null),
            (asked is null ? "" : Report.RoleTitle(asked.Role))
                + (isEarlier ? $", on revision {condition.Revision}" : ""),
            condition.Owner,
            Format.Day(condition.Due),
            condition.Criterion is { } criterion ? Report.CriterionTitle(criterion) : "",
            new(word, mark),
        ];
    }
}
