using System.Collections.Immutable;
using Bunit;
using ReadinessPortal.Application;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Registers;
using ReadinessPortal.Web.Registers;

namespace ReadinessPortal.ComponentTests.Registers;

public sealed class PastingABlock : BunitContext
{
    private static readonly Register _budget = DemoLaunch.Facts.Registers.First(r => r.Key == "budget");

    private readonly List<ImmutableArray<FactChange>> _sent = [];
    private Pasted? _changed;

    [Fact]
    public void What_changes_is_shown_from_and_to_and_what_is_added_is_marked()
    {
        var preview = Preview(Pasted.Of(_budget, "2,100\t$1,600\n5\t4", "monitoring", "budget"));

        preview.Find("h2").TextContent.Should().Be("Paste: 2 cells change, 1 row is added");
        var first = preview.FindAll("tbody tr")[0];
        first.QuerySelector("del")!.TextContent.Should().Be("$2,000");
        first.QuerySelector("ins")!.TextContent.Trim().Should().Be("$2,100");
        preview.FindAll("tbody tr")[1].TextContent.Should().Contain("added");
    }

    [Fact]
    public void What_does_not_fit_says_why_at_its_cell_and_nothing_can_be_pasted()
    {
        var preview = Preview(Pasted.Of(_budget, "5\ta lot", "aws", "budget"));

        preview.Find("td.unfit").TextContent.Should().Contain("'a lot' is not an amount in USD");
        preview.Find(".actions .btn").HasAttribute("disabled").Should().BeTrue();
    }

    [Fact]
    public void Conflicts_are_listed_with_who_and_what_and_theirs_can_be_left()
    {
        var pasted = Pasted.Of(_budget, "5\t6", "aws", "budget") with
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
    public void A_register_without_columns_gets_them_from_the_block_and_their_kinds_can_be_changed()
    {
        var page = Render<PasteColumns>(p => p
            .Add(c => c.Register, _budget with { Key = "new", Columns = [], Rows = [] })
            .Add(c => c.Save, changes =>
            {
                _sent.Add(changes);
                return Task.FromResult<Outcome>(new Outcome.Done(2, null));
            }));
        page.Find("textarea").Input("Service\tPods\nAPI\t12\nWeb\t9\n");

        page.Find(".actions .btn").TextContent.Should().Be("Add 2 columns and 2 rows");
        page.FindAll("select")[1].Change("Flag");
        page.Find(".firsts small").TextContent.Should().Contain("neither yes nor no");
        page.FindAll("select")[1].Change("Text");
        page.Find(".actions .btn").Click();

        _sent[0].OfType<FactChange.Add>().Select(a => a.Fact.ToString()).Should().Equal(
            "registers/new/columns/service", "registers/new/columns/pods", "registers/new/rows/api",
            "registers/new/rows/web");
    }

    private IRenderedComponent<PastePreview> Preview(Pasted pasted) => Render<PastePreview>(p => p
        .Add(c => c.Register, _budget)
        .Add(c => c.Pasted, pasted)
        .Add(c => c.When, _ => "then")
        .Add(c => c.Change, changed => _changed = changed)
        .Add(c => c.Save, () => Task.CompletedTask)
        .Add(c => c.Close, () => Task.CompletedTask));
}
