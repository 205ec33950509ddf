using Bunit;
using ReadinessPortal.Application;
using ReadinessPortal.Domain.Registers;
using ReadinessPortal.Web.Registers;
using ReadinessPortal.Web.Shell;

namespace ReadinessPortal.ComponentTests.Registers;

/// <summary>A register that is longer than a page.</summary>
public sealed class TurningPages : EditingTheBudget
{
    [Theory]
    [InlineData(1, 0, 100)]
    [InlineData(2, 100, 200)]
    [InlineData(3, 200, 250)]
    [InlineData(9, 200, 250)]
    public void A_page_begins_with_a_hundred_rows(int page, int first, int end)
    {
        var shown = new GridPage();

        shown.Follow(Rows(250), page);

        Names(shown).Should().Equal(Names(first, end));
    }

    [Fact]
    public void While_it_is_shown_it_keeps_its_rows_whatever_comes_and_goes_elsewhere()
    {
        var shown = new GridPage();
        shown.Follow(Rows(350), 2);

        shown.Follow([.. Begun("~a", "~b"), .. Rows(350)], 2);
        Names(shown).Should().Equal(Names(100, 200));

        shown.Follow([.. Rows(350).Skip(5), .. Begun("~a")], 2);
        Names(shown).Should().Equal(Names(100, 200));
    }

    [Fact]
    public void It_has_room_for_rows_that_come_between_and_fills_up_when_some_go()
    {
        var shown = new GridPage();
        shown.Follow(Rows(350), 2);

        shown.Follow([.. Rows(350).Take(150), .. Begun("~a"), .. Rows(350).Skip(150)], 2);
        Names(shown).Should().Equal([.. Names(100, 150), "~a", .. Names(150, 200)]);

        shown.Follow([.. Rows(350).Take(110), .. Rows(350).Skip(190)], 2);
        Names(shown).Should().Equal([.. Names(100, 110), .. Names(190, 280)]);
    }

    [Fact]
    public void A_row_that_is_moved_far_away_takes_the_page_with_it_in_neither_direction()
    {
        var shown = new GridPage();
        shown.Follow(Rows(1000), 2);
        var (first, other) = (Rows(1000)[100], Rows(1000)[150]);

        shown.Follow([other, .. Rows(1000).Where(r => r.Id != first.Id && r.Id != other.Id), first], 2);

        Names(shown).Should().HaveCount(100).And.StartWith("r101").And.NotContain("r150");
    }

    [Fact]
    public void A_page_that_is_gone_shows_what_is_there_now()
    {
        var shown = new GridPage();
        shown.Follow(Rows(250), 3);

        shown.Follow(Rows(120), 3);
        Names(shown).Should().Equal(Names(100, 120));

        shown.Follow([], 3);
        Names(shown).Should().BeEmpty();
    }

    [Fact]
    public async Task A_new_row_is_shown_on_the_page_it_stands_on()
    {
        var editor = Editor(other: Budget with
        {
            Rows = [.. Rows(250).Select(r => new RegisterRow { Id = Guid.NewGuid(), Key = r.Key })],
        });
        editor.FindAll("tbody tr").Should().HaveCount(100);
        editor.Find("p.note").TextContent.Should().Contain("Rows 1 to 100 of 250");

        var answer = await editor.InvokeAsync(() => editor.Instance.DoAsync("n", "add-last", null, null));
        Turned.Should().Equal(3);
        editor.Render(p => p.Add(d => d.Page, 3));

        editor.FindAll("tbody tr").Should().HaveCount(51);
        editor.Find("tr.begun").GetAttribute("data-r").Should().Be(answer!.Row);
    }

    [Theory]
    [InlineData(1, 3, "1 2 3")]
    [InlineData(1, 30, "1 2 3 … 30 Next")]
    [InlineData(15, 30, "Previous 1 … 13 14 15 16 17 … 30 Next")]
    [InlineData(30, 30, "Previous 1 … 28 29 30")]
    public void Of_many_pages_those_about_the_one_that_is_shown_are_named(int page, int pages, string named)
    {
        var nav = Render<Pages>(p => p.Add(n => n.Label, "Pages").Add(n => n.Of, new Paging(pages * 10, 10, page))
            .Add(n => n.Address, n => $"/?page={n}"));

        string.Join(' ', nav.FindAll("nav > *").Select(e => e.TextContent)).Should().Be(named);
        nav.Find("[aria-current]").GetAttribute("href").Should().Be($"/?page={page}");
    }

    private static List<GridRow> Rows(int count) =>
        [.. Enumerable.Range(0, count).Select(i => new GridRow($"r{i}", $"r{i}", null, null))];

    private static IEnumerable<GridRow> Begun(params string[] ids) => ids.Select(id => new GridRow(id, id, null, null));

    private static IEnumerable<string> Names(GridPage page) => page.Rows.Select(r => r.Id);

    private static IEnumerable<string> Names(int first, int end) =>
        Enumerable.Range(first, end - first).Select(i => $"r{i}");
}
