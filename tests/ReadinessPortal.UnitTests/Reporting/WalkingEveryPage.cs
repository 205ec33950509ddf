using ReadinessPortal.Domain;
using ReadinessPortal.Domain.Gates;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Registers;
using ReadinessPortal.Domain.Revisions;
using ReadinessPortal.Reporting;
using ReadinessPortal.UnitTests.Demo;
using UglyToad.PdfPig;

namespace ReadinessPortal.UnitTests.Reporting;

/// <summary>Every page of a draft, a final report, an empty launch and one ten times as large.</summary>
public sealed class WalkingEveryPage
{
    // A page that ends before this share of its height has been broken for nothing.
    private const double LeastFill = 0.35;

    private static readonly Dictionary<string, Func<ReportInput>> _reports = new(StringComparer.Ordinal)
    {
        ["draft"] = () => AReport.Live(DemoPackage.Facts),
        ["final"] = AReport.Decided,
        ["empty"] = () => AReport.Live(new LaunchFacts { Launch = DemoPackage.Facts.Launch }),
        ["tenfold"] = () => AReport.Live(Tenfold(DemoPackage.Facts)),
        ["wide"] = () => AReport.Live(DemoPackage.Facts with { Registers = [Wide()] }),
    };

    public static TheoryData<string> Reports => [.. _reports.Keys];

    [Theory]
    [MemberData(nameof(Reports))]
    public void Is_filled_and_breaks_no_word(string name)
    {
        var input = _reports[name]();
        var pdf = AReport.Pdf(input);
        Keep(name, pdf);
        using var document = PdfDocument.Open(pdf);
        var known = WordsOf(input);
        var faults = new List<string>();
        foreach (var page in document.GetPages())
        {
            var body = PageLines.Of(page);
            var isLast = page.Number == document.NumberOfPages;
            var isTurned = !isLast && document.GetPage(page.Number + 1).Width != page.Width;
            if (!isLast && !isTurned && body.Fill < LeastFill)
            {
                faults.Add($"page {page.Number} is filled to {body.Fill:P0} only");
            }

            if (body.Lines.Count < 3)
            {
                faults.Add($"page {page.Number} holds {body.Lines.Count} lines");
            }

            faults.AddRange(body.Broken(known).Select(broken => $"page {page.Number} breaks {broken}"));
        }

        faults.Should().BeEmpty();
    }

    [Theory]
    [InlineData("draft", 44)]
    [InlineData("empty", 4)]
    public void There_are_no_more_pages_than_it_takes(string name, int most)
    {
        using var document = PdfDocument.Open(AReport.Pdf(_reports[name]()));
        document.NumberOfPages.Should().BeLessThanOrEqualTo(most);
    }

    // For whoever wants to look at them.
    private static void Keep(string name, byte[] pdf)
    {
        if (Environment.GetEnvironmentVariable("PORTAL_SCREENSHOTS") is { Length: > 0 } folder)
        {
            File.WriteAllBytes(Path.Combine(folder, $"report-{name}.pdf"), pdf);
        }
    }

    [Theory]
    [MemberData(nameof(Reports))]
    public void The_boards_report_has_two_pages_with_what_a_board_decides_by(string name)
    {
        var input = _reports[name]();
        foreach (var paper in Enum.GetValues<ReportPaper>())
        {
            var pdf = AReport.Pdf(input with { Form = new(ReportProfile.Board, paper) });
            Keep($"{name}-board-{paper}".ToLowerInvariant(), pdf);
            using var document = PdfDocument.Open(pdf);
            document.NumberOfPages.Should().Be(2);
            document.GetPage(1).Width.Should().BeApproximately(paper == ReportPaper.Letter ? 612 : 595, 1);
            var (first, second) =
                (AReport.Folded(document.GetPage(1).Text), AReport.Folded(document.GetPage(2).Text));
            second.Should().Contain("Signatures").And.NotContain("Contents");
            var gates = input.Revision.Facts.Gates.Where(g => g.Kind == GateKind.Critical).ToList();
            foreach (var gate in gates.Where(_ => gates.Count <= 8))
            {
                first.Should().Contain(AReport.Folded(gate.Title));
            }

            foreach (var condition in input.Record.Conditions)
            {
                second.Should().Contain(AReport.Folded(condition.Text)).And.Contain(
                    AReport.Folded(condition.Owner));
            }
        }
    }

    [Theory]
    [InlineData(ReportPaper.A4)]
    [InlineData(ReportPaper.Letter)]
    public async Task However_much_people_wrote_the_two_pages_keep_every_role_and_condition_and_say_what_is_cut(
        ReportPaper paper)
    {
        var pdf = AReport.Pdf(await WordyAsync() with { Form = new(ReportProfile.Board, paper) });
        Keep($"wordy-{paper}".ToLowerInvariant(), pdf);
        using var document = PdfDocument.Open(pdf);

        document.NumberOfPages.Should().Be(2);
        var (first, second) = (AReport.Folded(document.GetPage(1).Text), AReport.Folded(document.GetPage(2).Text));
        first.Should().Contain("Infull:thefullreport").And.Contain("LEASTHEADROOM").And.Contain("FINDINGS")
            .And.Contain("statedvaluescontradict").And.Contain("Andtenmoreconditions")
            .And.Contain("5of8").And.Contain("19of23");
        second.Should().Contain("Andninemoreconditionsinthefullreport").And.Contain("Outstandingitems");
        foreach (var role in DemoPackage.Facts.Roles)
        {
            first.Should().Contain(AReport.Folded(role.Title));
            second.Should().Contain(AReport.Folded(role.Title));
        }
    }

    [Theory]
    [InlineData(ReportPaper.A4, 4)]
    [InlineData(ReportPaper.Letter, 4)]
    [InlineData(ReportPaper.Letter, 2)]
    public void An_override_with_conditions_keeps_to_two_pages(ReportPaper paper, int conditions)
    {
        var input = AReport.Decided();
        var first = input.Record.Conditions[0];
        var pdf = AReport.Pdf(input with
        {
            Form = new(ReportProfile.Board, paper),
            Record = input.Record with
            {
                Conditions =
                [
                    .. Enumerable.Range(1, conditions).Select(i => first with
                    {
                        Text = i > 1 ? $"Condition {i}"
                            : string.Join(' ', Enumerable.Repeat("Renew the certificate", 9)),
                    }),
                ],
                Decision = input.Record.Decision! with
                {
                    OverrideReason = "The customer is waiting, both failures are known, and the page is switched off "
                        + "for everybody but the two pilots.",
                    Overridden =
                    [
                        "E2E Test Coverage: End-to-end tests that failed: 2, target 0 (implied)",
                        "25 stated values in the summary or the matrix contradict the facts",
                        "DR drills completed: Drill 2 has two logs, 14:23 and 15:00, against less than 15:00",
                        "CTO has not signed",
                    ],
                },
            },
        });
        Keep($"override-{paper}-{conditions}".ToLowerInvariant(), pdf);

        using var document = PdfDocument.Open(pdf);
        document.NumberOfPages.Should().Be(2);
        AReport.Folded(document.GetPage(1).Text).Should().Contain("CTOhasnotsigned");
    }

    [Theory]
    [InlineData(ReportProfile.Full)]
    [InlineData(ReportProfile.Board)]
    public void A_budget_without_lines_or_totals_stops_no_report(ReportProfile profile)
    {
        var facts = DemoPackage.Facts;
        var budget = facts.Registers.First(r => r.Key == "budget");
        var bare = budget with
        {
            Rows = [],
            Columns = [.. budget.Columns.Select(c => c with { Total = ColumnTotal.None, TotalFormula = null })],
        };

        AReport.TextOf(AReport.Pdf(AReport.Live(facts with { Registers = [bare] }) with { Form = new(profile) }))
            .Should().Contain("DRAFT");
    }

    [Fact]
    public async Task However_much_people_wrote_the_decision_keeps_to_its_page()
    {
        var pdf = AReport.Pdf(await WordyAsync());

        using var document = PdfDocument.Open(pdf);
        AReport.Folded(document.GetPage(2).Text).Should().Contain("Contents");
        AReport.TextOf(pdf).Should().Contain("ENDOFREASON");
    }

    // An override, comments and conditions as long as their fields take, below a logo.
    private static async Task<ReportInput> WordyAsync()
    {
        var input = AReport.Decided();
        var words = string.Concat(Enumerable.Repeat("because the market window closes in December ", 80));
        var record = input.Record;
        return input with
        {
            Logo = await APicture.ReadAsync(APicture.Of(300, 100), "image/png"),
            Record = record with
            {
                SignOffs = [.. record.SignOffs.Select(s => s with { Comment = words })],
                Conditions =
                [
                    .. Enumerable.Range(1, 12).Select(i => record.Conditions[0] with
                    {
                        Text = $"{i} {words}", Owner = $"Team {words}",
                    }),
                ],
                Decision = record.Decision! with
                {
                    OverrideReason = $"{words} END OF REASON",
                    Overridden = [.. Enumerable.Range(1, 12).Select(i => $"Point {i}: {words}")],
                },
            },
        };
    }

    private static SortedSet<string> WordsOf(ReportInput input) => new(
        RevisionJson.Write(input.Revision).Text
            .Split([' ', '"', '\\', '\n', '\u00A0'], StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(w => new[] { w, w.Trim('(', ')', ',', ';', '.', ':') }),
        StringComparer.Ordinal);

    private static LaunchFacts Tenfold(LaunchFacts facts) => facts with
    {
        Criteria = Times(facts.Criteria, (c, n) => c with { Key = $"{c.Key}-{n}" }),
        Gates = Times(facts.Gates, (g, n) => g with
        {
            Key = $"{g.Key}-{n}",
            Title = $"{g.Title} {n}",
            Criteria = [.. g.Criteria.Select(c => $"{c}-{n}")],
        }),
        Items = Times(facts.Items, (i, n) => i with { Key = $"{i.Key}-{n}" }),
        Risks = Times(facts.Risks, (r, n) => r with { Key = $"{r.Key}-{n}" }),
        Milestones = Times(facts.Milestones, (m, n) => m with { Key = $"{m.Key}-{n}" }),
        Contacts = Times(facts.Contacts, (c, n) => c with { Key = $"{c.Key}-{n}" }),
        Drills = Times(facts.Drills, (d, n) => d with { Key = $"{d.Key}-{n}" }),
        Evidence = Times(facts.Evidence, (e, n) => e with { Key = $"{e.Key}-{n}" }),
        Registers = Times(facts.Registers, (r, n) => r with { Key = $"{r.Key}-{n}" }),
        Roles = Times(facts.Roles, (r, n) => r with { Key = $"{r.Key}-{n}", Title = $"{r.Title} {n}" }),
    };

    private static EquatableArray<T> Times<T>(EquatableArray<T> all, Func<T, int, T> copy) =>
        [.. all.Concat(Enumerable.Range(2, 9).SelectMany(n => all.Select(fact => copy(fact, n))))];

    private static Register Wide() => new()
    {
        Key = "wide",
        Title = "Ten money columns",
        Chapter = "finance",
        Columns =
        [
            new() { Key = "id", Title = "Line", Kind = ColumnKind.Text },
            .. Enumerable.Range(1, 10).Select(n => new RegisterColumn
            {
                Key = $"m{n}", Title = $"Internationalization {n}", Kind = ColumnKind.Money, Unit = "CHF",
            }),
        ],
        Rows =
        [
            .. Enumerable.Range(1, 12).Select(row => new RegisterRow
            {
                Key = $"row-{row}",
                Position = row,
                Cells = new EquatableMap<string>()
                    .Add("id", row == 3 ? new string('x', 200) : $"LINE-2025-{row:0000}")
                    .SetItems(Enumerable.Range(1, 10).Select(n =>
                        KeyValuePair.Create($"m{n}", $"{7_500_000 + (row * n)} CHF"))),
            }),
        ],
    };
}
