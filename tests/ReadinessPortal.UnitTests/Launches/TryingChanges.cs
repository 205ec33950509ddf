using System.Collections.Immutable;
using ReadinessPortal.Application.Facts;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Registers;
using static ReadinessPortal.UnitTests.Registers.ARegister;

namespace ReadinessPortal.UnitTests.Launches;

public sealed class TryingChanges
{
    private static readonly FactPath _oak = RegisterFacts.Row("trees", "oak");
    private static readonly FactPath _elm = RegisterFacts.Row("trees", "elm");

    /// <summary>A cell with a unit of its own, kept when that was still taken.</summary>
    private static readonly LaunchFacts _facts = new()
    {
        Launch = new() { Key = "GA-1", Title = "One", TargetDate = new(2025, 12, 1) },
        Registers =
        [
            Of("trees", [Column("kind", ColumnKind.Text), Column("fruit", ColumnKind.Number)],
                ["oak", "5 apples"], ["elm", "2"]),
        ],
    };

    [Fact]
    public void What_did_not_fit_before_is_not_held_against_a_change_of_something_else() =>
        EditFacts.Try(_facts, FactChange.Setting(_elm, "cells.fruit", "2", "3")).Should().BeEmpty();

    [Fact]
    public void What_does_not_fit_by_the_change_is_said() =>
        EditFacts.Try(_facts, FactChange.Setting(_elm, "cells.fruit", "2", "6 apples")).Should().Equal(
            new FieldProblem(_elm, "cells.fruit", "'6 apples' has a unit and the column has none; write 6"));

    [Fact]
    public void A_unit_of_another_kind_than_its_columns_is_said_with_one_that_fits() =>
        EditFacts.Try(_facts, RegisterFacts.Adding("trees", Column("age", ColumnKind.Duration, "apples")))
            .Should().Equal(new FieldProblem(RegisterFacts.Column("trees", "age"), "unit",
                "'apples' is not a unit of duration; write s, min or h"));

    [Fact]
    public void A_cell_is_read_by_its_column_as_it_is_by_then() =>
        EditFacts.Try(_facts,
            FactChange.Setting(RegisterFacts.Column("trees", "fruit"), "unit", null, "apples"),
            FactChange.Setting(_oak, "cells.fruit", "5 apples", "6 apples")).Should().BeEmpty();

    [Fact]
    public void A_column_whose_key_has_points_takes_cells_like_any_other()
    {
        var changes = ImmutableArray.Create<FactChange>(
            RegisterFacts.Adding("trees", Column("v1.2", ColumnKind.Text)),
            FactChange.Setting(_elm, "cells.v1.2", null, "tall"),
            new FactChange.Archive
            {
                Fact = _elm,
                From = ImmutableSortedDictionary<string, string>.Empty.Add("cells.kind", "elm")
                    .Add("cells.fruit", "2").Add("cells.v1.2", "tall"),
            });

        EditFacts.Try(_facts, [.. changes]).Should().BeEmpty();
    }

    [Fact]
    public void What_names_nothing_since_before_stays_so_whatever_else_comes_near_its_name()
    {
        var facts = _facts with { Gates = [new() { Key = "go", Title = "Go", Criteria = ["load-test"] }] };

        EditFacts.Try(facts,
            new FactChange.Add
            {
                Fact = FactPath.Of("categories", "infra"),
                Values = ImmutableSortedDictionary<string, string>.Empty.Add("title", "Infra"),
            },
            new FactChange.Add
            {
                Fact = FactPath.Of("criteria", "load-tests"),
                Values = ImmutableSortedDictionary<string, string>.Empty.Add("title", "Load")
                    .Add("category", "infra"),
            }).Should().BeEmpty();
    }

    [Theory]
    [InlineData("cells", null)]
    [InlineData("cells", "{}")]
    [InlineData("cells.", "1")]
    [InlineData("cells.none", "1")]
    [InlineData("", "1")]
    [InlineData(".", "1")]
    [InlineData("columns", "1")]
    [InlineData("id", "1")]
    public void What_is_no_field_is_refused_and_never_tried(string field, string? to)
    {
        var was = to is null ? """{"fruit":"2","kind":"elm"}""" : null;

        EditFacts.Try(_facts, FactChange.Setting(_elm, field, was, to)).Should().ContainSingle()
            .Which.Field.Should().Be(field);
        EditFacts.Try(_facts, new FactChange.Add
        {
            Fact = RegisterFacts.Row("trees", "fir"),
            Values = ImmutableSortedDictionary<string, string>.Empty.Add(field, "1"),
        }).Should().ContainSingle().Which.Field.Should().Be(field);
    }

    [Fact]
    public void Thousands_of_rows_are_one_walk()
    {
        var rows = Enumerable.Range(0, 5000).Select(i => new[] { $"r{i}", "1" }).ToArray();
        var facts = _facts with { Registers = [Of("trees", [.. _facts.Registers[0].Columns], rows)] };

        EditFacts.Try(facts, [.. rows.Select(r => new FactChange.Archive { Fact = RegisterFacts.Row("trees", r[0]) })])
            .Should().BeEmpty();
    }
}
