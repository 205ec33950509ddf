using ReadinessPortal.Domain.Evidence;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.SignOffs;
using ReadinessPortal.Domain.Verdicts;
using ReadinessPortal.Domain.Waivers;
using ReadinessPortal.Reporting;
using UglyToad.PdfPig;

namespace ReadinessPortal.UnitTests.Reporting;

public sealed class PrintingADecidedLaunch
{
    private static readonly Lazy<(ReportInput Input, byte[] Pdf, string Text)> _report = new(() =>
    {
        var input = AReport.Decided();
        var pdf = AReport.Pdf(input);
        return (input, pdf, AReport.TextOf(pdf));
    });

    private static readonly string[] _figures =
        ["budget.actual.total", "budget.budget.total", "budget.utilisation.total", "tenants.tenants.total"];

    private static ReportInput Input => _report.Value.Input;

    [Fact]
    public void Every_criterion_with_every_measurement_and_validation_is_in_it() =>
        AllAreThere(Input.Revision.Facts.Criteria.SelectMany(c =>
            c.Measurements.Select(m => m.Metric)
                .Concat(c.Statements.Select(s => s.Text))
                .Concat(c.Validations.Select(v => v.Command))
                .Concat(c.Validations.Select(v => v.Output).OfType<string>())
                .Concat(c.Documents.Select(d => d.Href))
                .Prepend(c.Title)));

    [Fact]
    public void Every_gate_item_risk_and_waiver_is_in_it() =>
        AllAreThere(Input.Revision.Facts.Gates.Select(g => g.Title)
            .Concat(Input.Revision.Readiness.Gates.SelectMany(g => g.Why))
            .Concat(Input.Revision.Facts.Items.Select(i => i.Title))
            .Concat(Input.Revision.Facts.Risks.Select(r => r.Title))
            .Append(AReport.Waiver.Reason)
            .Append(AReport.Waiver.CompensatingControl));

    [Fact]
    public void Every_register_row_and_total_is_in_it() =>
        AllAreThere(Input.Revision.Readiness.Registers.SelectMany(t => t.Rows.SelectMany(r => r.Cells)
            .Concat(t.Totals ?? []).Select(c => c.Shown)));

    [Fact]
    public void Every_sign_off_withdrawal_and_condition_is_in_it() =>
        AllAreThere(Input.Record.SignOffs
            .SelectMany(s => new[] { s.Name, s.Comment, s.Stands ? s.Meaning : s.WithdrawnReason })
            .OfType<string>()
            .Concat(Input.Record.Conditions.Select(c => c.Text))
            .Append(Input.Sha256!));

    [Fact]
    public void A_time_is_printed_as_clocks_showed_it_then_although_they_were_changed_after_the_freeze()
    {
        var zone = Input.Revision.Facts.Launch.TimeZone;
        var (early, late) = (Input.Record.SignOffs[0].At, Input.Record.Decision!.At);

        AllAreThere([
            Format.Instant(early, TimeSpan.Zero, zone), Format.Instant(late, TimeSpan.FromHours(1), zone)]);
    }

    [Fact]
    public void The_decision_and_what_the_rules_say_stand_side_by_side_in_letters_of_one_size()
    {
        using var document = PdfDocument.Open(_report.Value.Pdf);
        var words = document.GetPage(1).GetWords().ToList();

        var yes = words.First(w => w.Text == "YES");
        var noGo = words.First(w => w.Text == "NO-GO");
        Math.Abs(yes.BoundingBox.Bottom - noGo.BoundingBox.Bottom).Should().BeLessThan(1, "they stand on one line");
        yes.Letters[0].PointSize.Should().Be(noGo.Letters[0].PointSize);
        AllAreThere(["Decided", "by the rules", "2 points overridden", "19 of 23 criteria proven"]);
    }

    [Fact]
    public void What_was_made_easier_names_both_people_and_the_reason() =>
        AllAreThere([AReport.Loosened.Summary, AReport.Loosened.Loosens[0], AReport.Loosened.Reason,
            AReport.Loosened.RequestedBy, AReport.Loosened.AnsweredBy!, AReport.Loosened.AnswerReason!]);

    [Fact]
    public void Every_move_of_the_target_date_is_in_it_with_its_reason() =>
        AllAreThere([
            "moved the target date from 24 Nov 2025 to 1 Dec 2025: " + AReport.Move.Reason, AReport.Move.By]);

    [Fact]
    public void Every_finding_shows_both_values() =>
        AllAreThere(Input.Revision.Readiness.Findings
            .SelectMany(f => new[] { f.Stated, f.Derived, f.StatedAt,
                Input.Revision.Readiness.Figure(f.Figure)!.Title }));

    [Fact]
    public void Every_piece_of_evidence_is_listed_with_its_hash_or_as_cited() =>
        AllAreThere(Input.Revision.Facts.Evidence.Select(e => e.Title)
            .Concat(Input.Revision.Facts.Evidence.Where(e => e.IsInHand).Select(e => e.Sha256![..4]))
            .Append("referenced, not uploaded"));

    [Fact]
    public void The_longest_name_of_a_file_is_broken_and_stays_on_its_page()
    {
        var revision = Input.Revision;
        var name = new string('W', FileName.Longest);
        var named = revision.Facts.Evidence.Select(e => e.IsInHand ? e with { FileName = name, CitedAs = null } : e);
        using var document = PdfDocument.Open(AReport.Pdf(Input with
        {
            Revision = revision with { Facts = revision.Facts with { Evidence = [.. named] } },
        }));

        var letters = document.GetPages().SelectMany(p => p.Letters.Where(l => l.Value == "W")
            .Select(l => (l.BoundingBox.Right, p.Width))).ToList();
        letters.Should().HaveCountGreaterThan(FileName.Longest).And.OnlyContain(l => l.Right < l.Width);
    }

    [Fact]
    public void An_override_is_printed_on_the_first_page_with_all_that_it_overrides()
    {
        using var document = PdfDocument.Open(_report.Value.Pdf);
        var first = AReport.Folded(document.GetPage(1).Text);
        foreach (var said in Input.Record.Decision!.Overridden.Append(Input.Record.Decision.OverrideReason!))
        {
            first.Should().Contain(AReport.Folded(said));
        }

        first.Should().Contain("YES").And.Contain("FINAL").And.Contain("94").And.Contain("19of23");
    }

    [Fact]
    public void The_decision_keeps_to_one_page_also_before_it_is_taken()
    {
        var record = new DecisionRecord { Revision = 1 };
        var (readiness, facts) = (Input.Revision.Readiness, Input.Revision.Facts);
        var open = Input with
        {
            Record = record,
            Verdict = Verdict.Of(readiness, facts, [], record, readiness.Today),
            Final = false,
        };
        foreach (var pdf in new[] { _report.Value.Pdf, AReport.Pdf(open) })
        {
            using var document = PdfDocument.Open(pdf);
            AReport.Folded(document.GetPage(2).Text).Should().Contain("Contents");
        }
    }

    [Fact]
    public void A_condition_that_has_lapsed_says_so_on_the_first_page()
    {
        var condition = Input.Record.Conditions.Single();
        var late = Verdict.Of(
            Input.Revision.Readiness, Input.Revision.Facts, [], Input.Record, condition.Due.AddDays(1));
        using var document = PdfDocument.Open(AReport.Pdf(Input with { Verdict = late }));
        AReport.Folded(document.GetPage(1).Text).Should()
            .Contain(AReport.Folded($"{condition.Owner}, {Format.Day(condition.Due)}, lapsed"));
    }

    [Fact]
    public void A_waiver_that_was_taken_back_says_by_whom_and_why_and_does_not_count()
    {
        var decided = AReport.Decided();
        var back = AReport.Waiver with
        {
            Answer = WaiverAnswer.Approved,
            AnsweredById = Guid.NewGuid(),
            AnsweredBy = "CTO (demo)",
            AnsweredAt = AReport.Frozen,
            WithdrawnAt = AReport.Frozen,
            WithdrawnBy = "QA lead (demo)",
            WithdrawnReason = "There are twenty of them.",
        };

        var text = AReport.Folded(AReport.TextOf(AReport.Pdf(
            decided with { Revision = decided.Revision with { Waivers = [back] } })));

        text.Should().Contain(AReport.Folded("Approved by CTO (demo)"))
            .And.Contain(
                AReport.Folded("Withdrawn by QA lead (demo), 23 Nov 2026, 10:00 (UTC): There are twenty of them."))
            .And.Contain(AReport.Folded("It does not count: the waiver asked for by QA lead (demo) was withdrawn"));
    }

    [Fact]
    public void The_figures_are_those_of_the_screens() =>
        AllAreThere(_figures
            .Select(name => Input.Revision.Readiness.Figure(name)?.Shown ?? $"no figure {name}")
            .Concat(Input.Revision.Readiness.Headrooms.Select(h => Format.Percent(h.Headroom))));

    [Fact]
    public void It_has_bookmarks_to_every_chapter_and_numbers_every_page()
    {
        using var document = PdfDocument.Open(_report.Value.Pdf);
        document.TryGetBookmarks(out var bookmarks).Should().BeTrue();
        bookmarks!.Roots.Select(b => b.Title).Should()
            .Contain(["2  Acceptance criteria", "9  Go/no-go matrix", "10  Findings", "12  Sign-off"])
            .And.Contain(["A  Acceptance summary", "B  Commands and their output"]);
        bookmarks.Roots.Single(b => b.Title == "2  Acceptance criteria").Children.Select(b => b.Title).Should()
            .Equal(Input.Revision.Facts.Categories.Select(c => c.Title));
        AReport.Folded(document.GetPage(2).Text).Should().Contain($"2of{document.NumberOfPages}");
    }

    [Fact]
    public void The_same_input_gives_the_same_bytes_also_side_by_side()
    {
        var others = Enumerable.Range(0, 4).AsParallel().Select(_ => AReport.Pdf(Input)).ToList();
        others.Should().OnlyContain(o => o.SequenceEqual(_report.Value.Pdf));
    }

    [Fact]
    public void It_stays_small_enough_to_mail() => _report.Value.Pdf.Length.Should().BeLessThan(400_000);

    private static void AllAreThere(IEnumerable<string> expected)
    {
        var missing = expected
            .Where(e => !_report.Value.Text.Contains(AReport.Folded(e), StringComparison.Ordinal)).ToList();
        missing.Should().BeEmpty();
    }
}
