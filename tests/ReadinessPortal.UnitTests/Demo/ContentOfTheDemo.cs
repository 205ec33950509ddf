using System.Text;
using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Gates;
using ReadinessPortal.Domain.Items;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.UnitTests.Demo;

public sealed class ContentOfTheDemo
{
    private static LaunchFacts Facts => DemoPackage.Facts;

    [Fact]
    public void It_has_every_part_of_the_report()
    {
        Facts.Categories.Should().HaveCount(6);
        Facts.Criteria.Should().HaveCount(23);
        Facts.Gates.Count(g => g.Kind == GateKind.Critical).Should().Be(8);
        Facts.Gates.Count(g => g.Kind == GateKind.NiceToHave).Should().Be(4);
        Facts.Roles.Should().HaveCount(7).And.ContainSingle(r => r.Accountable)
            .And.OnlyContain(r => r.PrintedName == null);
        Facts.Recommendations.Should().HaveCount(5);
        Facts.Items.Should().HaveCount(5);
        Facts.Risks.Should().HaveCount(3).And.OnlyContain(r => r.Likelihood == ItemLevel.NotStated);
        Facts.Contacts.Should().HaveCount(9);
        Facts.Drills.Select(d => d.Logs.Length).Should().Equal(1, 2);
        Facts.Registers.Single(r => r.Key == "evidence-queries").Rows.Should().HaveCount(7);
        Facts.Registers.Single(r => r.Key == "documents").Rows.Should().HaveCount(20);
    }

    [Fact]
    public void The_inventory_cites_26_files_and_six_of_them_are_in_hand()
    {
        var cited = Facts.Evidence.Where(e => e.CitedAs is not null).ToList();

        cited.Should().HaveCount(26);
        cited.Where(e => e.IsInHand).Select(e => e.Key).Should().Equal(
            "drill-1-log", "drill-2-log", "soc2-control-evidence", "e2e-test-results", "load-test-results",
            "security-scan-results");
        Facts.Evidence.Where(e => e.CitedAs is null).Select(e => e.Key)
            .Should().Equal("dependency-scan", "cost-export");
    }

    [Fact]
    public async Task Every_file_in_hand_says_that_it_was_made_for_the_demo()
    {
        foreach (var file in DemoPackage.Package.Files)
        {
            await using var bytes = file.Open();
            using var text = new StreamReader(bytes, Encoding.UTF8);

            (await text.ReadToEndAsync()).Should().ContainEquivalentOf("made for the demo", file.Path);
        }
    }

    [Fact]
    public void Every_file_in_hand_is_called_a_demo_file_wherever_its_title_or_note_is_shown()
    {
        Facts.Evidence.Where(e => e.IsInHand).Should()
            .OnlyContain(e => e.Title.EndsWith("(demo)") && e.Note!.StartsWith("Made for the demo"));
        Facts.Evidence.Where(e => !e.IsInHand).Should().NotContain(e => e.Title.Contains("demo"));
        Facts.Registers.Single(r => r.Key == "demo-files").Rows.Select(r => r.Cells["file"]).Should()
            .BeEquivalentTo(Facts.Evidence.Where(e => e.IsInHand).Select(e => e.FileName));
    }

    [Fact]
    public void Leads_and_owners_that_the_report_does_not_name_are_said_to_be_the_demos()
    {
        Facts.Categories.Where(c => c.Lead is not null).Should()
            .OnlyContain(c => c.Note!.Contains("Lead assigned for the demo"));
        Facts.Criteria.Where(c => c.Owner is not null).Should()
            .OnlyContain(c => c.Statements.Any(s => s.Text.StartsWith("Owner assigned for the demo")));
    }

    [Fact]
    public void What_the_report_says_without_naming_anybody_is_the_reports_word()
    {
        Facts.Categories.SelectMany(c => c.Scores).Should().OnlyContain(s => s.Assessor == Assessor.Source);
        Facts.Criteria.Should().OnlyContain(c => c.ResultBy == Assessor.Source);
    }

    [Fact]
    public void A_file_is_dated_only_in_hand_and_assumed_unless_the_report_gives_the_day()
    {
        var dated = Facts.Evidence.Where(e => e.CapturedOn is not null).ToList();

        dated.Should().OnlyContain(e => e.IsInHand);
        dated.Where(e => !e.CapturedAssumed).Select(e => e.Key).Should()
            .Equal("drill-1-log", "drill-2-log", "cost-export");
    }

    [Fact]
    public void Every_recorded_output_says_that_nobody_ran_it_again_and_assumes_the_day_unless_the_report_gives_it()
    {
        var recorded = Facts.Criteria.SelectMany(c => c.Validations).Where(v => v.Output is not null).ToList();

        recorded.Should().OnlyContain(v => v.Note!.StartsWith("As printed"));
        recorded.Where(v => !v.DateAssumed).Select(v => v.Title).Should().Equal("Log of the restore test",
            "Residency check of 15 November", "Excerpt of the second drill's log", "Spend of the month so far");
    }
}
