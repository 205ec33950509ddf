using System.Collections.Immutable;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Domain;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.UnitTests.Demo;
using static ReadinessPortal.UnitTests.ALaunch;

namespace ReadinessPortal.UnitTests.Launches;

/// <summary>A page draws a section again when it is another object than before.</summary>
public sealed class KeepingWhatDidNotChange
{
    private static readonly LaunchBoard _before = Board(DemoPackage.Facts) with { Waivers = [Waiver()] };

    [Fact]
    public void A_board_of_equal_facts_is_the_same_section_by_section()
    {
        var (kept, length) = BoardSections.Of(ReadAgain(), _before);

        foreach (var (of, was) in new (object Of, object Was)[] { (kept, _before), (kept.Facts, _before.Facts) })
        {
            var arrays = of.GetType().GetProperties().Where(p => EquatableArrays.IsOne(p.PropertyType)).ToList();
            arrays.Should().HaveCountGreaterThan(10);
            arrays.Where(p => !IsSame((dynamic)p.GetValue(of)!, (dynamic)p.GetValue(was)!)).Should().BeEmpty();
        }

        length.Should().Be(BoardSections.Of(_before, null).JsonLength);
    }

    [Fact]
    public void One_fact_that_changed_is_new_and_its_neighbours_are_the_same()
    {
        var read = ReadAgain();
        var changed = read.Facts.Risks[1] with { Title = "Another one" };
        var (kept, _) = BoardSections.Of(
            read with { Facts = read.Facts with { Risks = read.Facts.Risks.SetItem(1, changed) } }, _before);

        kept.Facts.Risks[1].Should().BeSameAs(changed);
        kept.Facts.Risks[0].Should().BeSameAs(_before.Facts.Risks[0]);
        IsSame(kept.Facts.Criteria, _before.Facts.Criteria).Should().BeTrue();
    }

    [Fact]
    public void A_cell_makes_its_register_new()
    {
        var read = ReadAgain();
        var register = read.Facts.Registers[0];
        var row = register.Rows[0] with { Cells = register.Rows[0].Cells.SetItem(register.Columns[0].Key, "Another") };
        var changed = register with { Rows = register.Rows.SetItem(0, row) };
        var (kept, _) = BoardSections.Of(
            read with { Facts = read.Facts with { Registers = read.Facts.Registers.SetItem(0, changed) } }, _before);

        kept.Facts.Registers[0].Should().BeSameAs(changed);
        kept.Facts.Registers[1].Should().BeSameAs(_before.Facts.Registers[1]);
    }

    /// <summary>Objects of their own, as from the database.</summary>
    private static LaunchBoard ReadAgain()
    {
        var facts = _before.Facts;
        return _before with
        {
            Holdings = [.. _before.Holdings.Select(h => h with { })],
            Waivers = [.. _before.Waivers.Select(w => w with { Accepts = [.. w.Accepts.ToList()] })],
            Facts = facts with
            {
                Roles = Copies(facts.Roles),
                Categories = [.. facts.Categories.Select(c => c with { Scores = Copies(c.Scores) })],
                Criteria = [.. facts.Criteria.Select(c => c with { Measurements = Copies(c.Measurements) })],
                Gates = [.. facts.Gates.Select(g => g with { Criteria = [.. g.Criteria.ToList()] })],
                Registers = [.. facts.Registers.Select(r => r with
                {
                    Rows = [.. r.Rows.Select(w => w with { Cells = w.Cells.ToImmutableSortedDictionary() })],
                })],
                Drills = [.. facts.Drills.Select(d => d with { Logs = Copies(d.Logs) })],
                Items = Copies(facts.Items),
                Risks = Copies(facts.Risks),
                Milestones = Copies(facts.Milestones),
                Narratives = Copies(facts.Narratives),
                Recommendations = Copies(facts.Recommendations),
                Contacts = Copies(facts.Contacts),
                Figures = Copies(facts.Figures),
                Claims = Copies(facts.Claims),
                Evidence = Copies(facts.Evidence),
            },
        };
    }

    private static EquatableArray<T> Copies<T>(EquatableArray<T> all)
        where T : Fact => [.. all.Select(f => (T)((Fact)f with { }))];

    private static bool IsSame<T>(EquatableArray<T> one, EquatableArray<T> other) =>
        (ImmutableArray<T>)one == (ImmutableArray<T>)other;
}
