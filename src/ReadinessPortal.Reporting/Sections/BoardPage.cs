using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Gates;
using ReadinessPortal.Domain.Verdicts;
using ReadinessPortal.Reporting.Look;

namespace ReadinessPortal.Reporting.Sections;

/// <summary>The second and last page of the board's report: what the decision on the first one stands on.</summary>
internal sealed class BoardPage(ReportContent report) : IComponent
{
    public const string Id = "board";

    public const string Title = "Basis of the decision";

    // What the page has room for; the rest is counted and stands in the full report.
    private const int MostGates = 4;
    private const int MostRoles = 9;
    private const int MostConditions = 3;
    private const int MostOfComment = 60;

    // Of all comments together, while each has at least the length above.
    private const int MostOfComments = 360;
    private const int MostOfName = 30;

    private readonly int _mostItems = report.IsShort ? 3 : 5;
    private readonly int _mostLines = report.IsShort ? 5 : 7;

    private readonly int _mostOfComment = Math.Max(MostOfComment, MostOfComments / Math.Max(1,
        report.Facts.Roles.Count(r => report.Record.Standing(r.Key)?.Comment is not null)));

    /// <summary>One page; more only where titles and names are so long that it cannot be, because nothing is dropped
    /// without a word.</summary>
    public void Compose(IContainer container) => container.Section(Id).Column(column =>
    {
        column.Item().PaddingTop(10).Text(Title).Style(Typography.Heading.FontColor(report.Accent));
        column.Item().PaddingTop(3).Text("The two pages for the board. Every criterion, its evidence and all findings "
            + $"are in the full report{Hash()}.").Style(Typography.Quiet);
        Gates(column);
        Money(column);
        Signatures(column);
        Conditions(column);
        Items(column);
    });

    private string Hash() => report.IsFrozen ? $" of the same revision, SHA-256 {report.Input.Sha256}" : "";

    private void Gates(ColumnDescriptor column)
    {
        var open = report.CriticalGates.Where(g => report.Of(g).Colour != GateColour.Green).ToList();
        column.Subheading("Critical gates that are not green");
        if (open.Count == 0)
        {
            column.Note(report.CriticalGates.Any() ? "Every critical gate is green." : "There is no critical gate.");
            return;
        }

        Table(column, open, MostGates, "gate",
            [new("Gate"), new("Color"), new("Why"), new("Lead's confidence", Right: true)],
            gate =>
            [
                new(gate.Title, Bold: true),
                new(Format.Word(report.Of(gate).Colour), StatusMarks.Of(report.Of(gate).Colour)),
                Shortened.To(2 * MostOfComment, string.Join("; ", report.Of(gate).Why)),
                ReportContent.Confidence(gate),
            ]);
    }

    private void Money(ColumnDescriptor column)
    {
        if (report.Budgets.FirstOrDefault() is { } budget)
        {
            column.Subheading(budget.Register.Title, BudgetBars.Note);
            column.Item().Component(new BudgetBars(report, budget) { Most = _mostLines });
            if (MoneyLine.Of(report.Facts, report.Readiness) is { Burn: { } burn } money
                && money.Register.Key == budget.Register.Key)
            {
                column.Note(burn.InShort);
            }
        }
    }

    private void Signatures(ColumnDescriptor column)
    {
        column.Subheading("Signatures");
        if (report.WhyUnsigned is { } why)
        {
            column.Note($"{Counted.Capital(why)}.");
            return;
        }

        if (report.Facts.Roles.IsEmpty)
        {
            column.Note("No role signs.");
            return;
        }

        Table(column, report.Facts.Roles, MostRoles, "role",
            [new("Role"), new("Name"), new("Decision"), new("When"), new("Comment")],
            role => report.Record.Standing(role.Key) is { } signed
                ?
                [
                    Shortened.To(MostOfName, role.Title), Shortened.To(MostOfName, report.NameOf(role)),
                    new(Format.Word(signed.Decision), StatusMarks.Of(signed.Decision)), report.Day(signed.At),
                    signed.Comment is { } comment ? Shortened.To(_mostOfComment, comment) : "",
                ]
                : [
                    Shortened.To(MostOfName, role.Title), Shortened.To(MostOfName, report.NameOf(role)),
                    new("not signed", StatusMark.Open), "", "",
                ]);
    }

    private void Conditions(ColumnDescriptor column)
    {
        if (report.Conditions.Count == 0)
        {
            return;
        }

        column.Subheading("Conditions");
        Table(column, report.Conditions, MostConditions, "condition",
            [new("Condition"), new("Owner"), new("Due"), new("State")],
            condition =>
            [
                Shortened.To(MostOfComment, condition.Text), Shortened.To(MostOfName, condition.Owner),
                Format.Day(condition.Due),
                new(report.StateOf(condition).Word, report.StateOf(condition).Mark),
            ]);
    }

    private void Items(ColumnDescriptor column)
    {
        var open = report.OpenItems;
        if (open.Count == 0)
        {
            return;
        }

        if (report.Conditions.Count > 0)
        {
            // The conditions took their room.
            column.Note($"Outstanding items: {open.Count} open, {open.Count(i => i.Blocking)} blocking, listed in the "
                + "full report.");
            return;
        }

        column.Subheading("Outstanding items");
        Table(column, open, _mostItems, "item", OpenItems.Columns, OpenItems.Row);
    }

    private static void Table<T>(
        ColumnDescriptor column, IReadOnlyList<T> all, int most, string noun, GridColumn[] columns,
        Func<T, GridCell[]> row)
    {
        column.Item().Component(new Grid(columns, [.. all.Take(most).Select(row)]));
        if (all.Count > most)
        {
            column.Note($"And {Counted.Of(all.Count - most, $"more {noun}")} in the full report.");
        }
    }
}
