using System.Collections.Immutable;
using Bunit;
using Microsoft.JSInterop;
using ReadinessPortal.Application;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Registers;
using ReadinessPortal.Web.Drafts;
using ReadinessPortal.Web.Registers;

namespace ReadinessPortal.ComponentTests.Registers;

public sealed class PastingABlock : BunitContext
{
    private static readonly Register _budget = DemoLaunch.Facts.Registers.First(r => r.Key == "budget");
    private static readonly DraftKey _draft = new(Guid.Empty, "GA", new(SubjectKind.Register, "budget"), "paste");

    private readonly List<ImmutableArray<FactChange>> _sent = [];
    private Pasted? _changed;

    [Fact]
    public void What_changes_is_shown_from_and_to_and_what_is_new_is_marked()
    {
        var preview = Preview("Monitoring (Datadog)\t2,100\t$1,600\nLogging\t5\t4", "ai", "line");

        preview.Find("h2").TextContent.Should().Be("Paste: 2 cells in 1 row change, 1 row is new");
        var first = preview.FindAll("tbody tr")[0];
        first.QuerySelector("th")!.TextContent.Should().StartWith("Monitoring (Datadog)");
        first.QuerySelector("del")!.TextContent.Should().Be("$2,000");
        first.QuerySelector("ins")!.TextContent.Trim().Should().Be("$2,100");
        preview.FindAll("tbody tr")[1].TextContent.Should().Contain("new");
        preview.FindAll(".note").Should().Contain(n => n.TextContent == "5 rows are not in the block and stay.");
    }

    [Fact]
    public void A_name_whose_white_space_differs_is_said_to_have_found_its_row()
    {
        var preview = Preview("AWS\u00a0infrastructure\t1\nMonitoring (Datadog)\t2000", "aws", "line");

        preview.Find("h2").TextContent.Should().Be("Paste: 1 cell in 1 row changes");
        preview.FindAll(".note").Select(n => n.TextContent).Should().Contain(
            "1 line finds its row although spaces or marks in the name are written in another way; the name stays as "
            + "it is: AWS infrastructure (line 1).");
    }

    [Fact]
    public void Line_breaks_in_cells_are_said_to_be_kept()
    {
        var preview = Preview("\"Logging\nand traces\"\t5\t4", "ai", "line");

        preview.FindAll(".note").Select(n => n.TextContent).Should()
            .Contain("1 cell holds line breaks, which are kept.");
        preview.Find("tbody ins").TextContent.Should().Contain("Logging\nand traces");
    }

    [Fact]
    public void Evidence_behind_a_row_that_changes_is_named()
    {
        var preview = Preview("AWS infrastructure\t1\nMonitoring (Datadog)\t2000", null, null);

        preview.Find("[role=status]").TextContent.Should().Contain("Evidence supports a row that changes")
            .And.Contain("AWS infrastructure");
        preview.FindAll("tbody tr")[0].QuerySelector(".tag")!.TextContent.Should().Be("evidence");
    }

    [Fact]
    public void Lines_without_a_name_are_not_pasted_before_it_is_said_where_they_go()
    {
        var preview = Preview("1\t2\n3\t4", "ai", "budget");
        preview.Find("h2").TextContent.Should().Be("Paste: which rows?");
        IsPasteable(preview).Should().BeFalse();
        preview.FindAll(".rows-by label").Select(l => l.TextContent.Trim()).Should().Equal(
            "Each line finds its row by BudgetActual",
            "Line by line from AI/ML (OpenAI, Anthropic) on, whatever stands there",
            "Every line is a new row");

        preview.FindAll("input[type=radio]")[1].Change(true);
        preview.Render(p => p.Add(c => c.Pasted, _changed!.Over(_budget)));

        preview.Find("h2").TextContent.Should().Be("Paste: 4 cells in 2 rows change");
        IsPasteable(preview).Should().BeTrue();
    }

    [Fact]
    public void Without_a_chosen_cell_no_row_can_be_overwritten_by_place() =>
        Preview("1\t2\n3\t4", null, "budget").FindAll("input[type=radio]").Should().HaveCount(2);

    [Fact]
    public void A_name_that_stands_twice_says_its_line()
    {
        var preview = Preview("Line\tBudget\nMonitoring\t1\nMonitoring\t2", null, null);

        preview.Find("tbody th .reason").TextContent.Should().Be("line 3: 'Monitoring' stands in line 2 already");
        IsPasteable(preview).Should().BeFalse();
    }

    [Fact]
    public void What_does_not_fit_says_why_at_its_cell_and_nothing_can_be_pasted()
    {
        var preview = Preview("5\ta lot", "aws", "budget");

        preview.Find("td.unfit").TextContent.Should().Contain("'a lot' is not an amount in USD");
        IsPasteable(preview).Should().BeFalse();
    }

    [Fact]
    public void Conflicts_are_listed_with_who_and_what_and_theirs_can_be_left()
    {
        var pasted = Pasted.Of(_budget, "5\t6", new("aws", "budget")) with
        {
            Conflicts =
                [new(RegisterFacts.Row("budget", "aws"), "cells.actual", "21", "6", "Pat", DateTimeOffset.UnixEpoch)],
        };
        var preview = Preview(pasted);

        preview.Find(".banner.hold li").TextContent.Should()
            .Be("AWS infrastructure, Actual: Pat set it to 21 then; yours is 6");
        preview.FindAll(".banner.hold button")[1].Click();

        _changed!.Over(_budget).Plan.Changes().Should().Equal(
            FactChange.Setting(RegisterFacts.Row("budget", "aws"), "cells.budget", "25000", "5"));
    }

    [Fact]
    public async Task A_register_without_columns_gets_them_from_the_block_and_their_kinds_can_be_changed()
    {
        var page = await FirstPasteAsync("Service\tPods\nAPI\t12\nWeb\t9\n");

        page.Find(".actions .btn").TextContent.Should().Be("Add 2 columns and 2 rows");
        page.FindAll("td select")[1].Change("Flag");
        page.Find(".firsts small").TextContent.Should().Contain("neither yes nor no");
        page.FindAll("td select")[1].Change("Text");
        page.Find(".actions .btn").Click();

        Added().Should().Equal("registers/new/columns/service", "registers/new/columns/pods", "registers/new/rows/api",
            "registers/new/rows/web");
    }

    [Fact]
    public async Task A_title_over_the_columns_is_no_heading()
    {
        var page = await FirstPasteAsync("Capacity of 2025\t\nService\tPods\nAPI\t12\n");

        page.FindAll("th input").Select(i => i.GetAttribute("value")).Should().Equal("Service", "Pods");
        page.Find(".how + .note").TextContent.Should().Be("Left out, above the headings: Capacity of 2025");
    }

    [Fact]
    public async Task A_list_that_may_have_a_heading_is_not_taken_before_that_is_said_and_then_keeps_its_first_item()
    {
        var page = await FirstPasteAsync("API\nWeb\nQueue\n");
        page.FindAll(".actions .btn").Should().BeEmpty();
        page.Find(".how + .banner").TextContent.Should().Contain("Choose the line with the headings, or none");

        page.Find("[data-headings]").Change("0");

        page.Find(".actions .btn").Click();
        Added().Should().Equal("registers/new/columns/column-1", "registers/new/rows/api", "registers/new/rows/web",
            "registers/new/rows/queue");
    }

    [Fact]
    public async Task A_block_of_any_size_arrives_whole()
    {
        var block = "Service\tPods\n"
            + string.Concat(Enumerable.Range(0, 4000).Select(i => $"Service number {i}\t{i}\n"));

        var page = await FirstPasteAsync(block);

        page.Find(".actions .btn").TextContent.Should().Be("Add 2 columns and 4,000 rows");
    }

    private static bool IsPasteable(IRenderedComponent<PastePreview> preview) =>
        !preview.Find(".actions .btn").HasAttribute("disabled");

    private IEnumerable<string> Added() => _sent[0].OfType<FactChange.Add>().Select(a => a.Fact.ToString());

    private IRenderedComponent<PastePreview> Preview(string block, string? row, string? column) =>
        Preview(Pasted.Of(_budget, block, new(row, column)));

    private IRenderedComponent<PastePreview> Preview(Pasted pasted) => Render<PastePreview>(p => p
        .Add(c => c.Register, _budget)
        .Add(c => c.Pasted, pasted)
        .Add(c => c.Behind, RowEvidence.Behind(DemoLaunch.Facts, "budget"))
        .Add(c => c.When, _ => "then")
        .Add(c => c.Change, changed => _changed = changed)
        .Add(c => c.Save, () => Task.CompletedTask)
        .Add(c => c.Close, () => Task.CompletedTask));

    private async Task<IRenderedComponent<PasteColumns>> FirstPasteAsync(string block)
    {
        var box = JSInterop.SetupModule("./registers/box.js").SetupModule("attach", _ => true);
        box.Setup<IJSStreamReference?>("text").SetResult(new Sent(block));
        box.SetupVoid("clear").SetVoidResult();
        var page = Render<PasteColumns>(p => p
            .Add(c => c.Register, _budget with { Key = "new", Columns = [], Rows = [] })
            .Add(c => c.Draft, _draft)
            .Add(c => c.Save, (changes, _) =>
            {
                _sent.Add(changes);
                return Task.FromResult<Outcome>(new Outcome.Done(2, null));
            }));
        await page.InvokeAsync(() => page.FindComponent<BlockBox>().Instance.ChangedAsync(true));
        return page;
    }
}
