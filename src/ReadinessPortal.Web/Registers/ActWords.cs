using System.Collections.Immutable;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Registers;

namespace ReadinessPortal.Web.Registers;

/// <summary>What was done to a register in a few words, for the button that takes it back.</summary>
internal static class ActWords
{
    /// <summary>
    /// <c>346 cells blanked</c>, <c>AWS, Actual changed</c>, <c>two rows added, three cells changed</c>.
    /// </summary>
    public static string Of(Register register, ImmutableArray<FactChange> changes)
    {
        var column = changes.FirstOrDefault(c => c.Fact.List == "columns");
        return column is not null ? OfColumns(register, changes, column) : string.Join(", ", OfRows(register, changes));
    }

    private static string OfColumns(Register register, ImmutableArray<FactChange> changes, FactChange first)
    {
        var columns = changes.Where(c => c.Fact.List == "columns").Select(c => c.Fact).Distinct().Count();
        var name = RegisterFacts.Title(register, first);
        var rows = changes.Count(c => c is FactChange.Add && c.Fact.List == "rows");
        return $"{(columns == 1 ? $"column {name}" : Counted.Of(columns, "column"))} "
            + (changes.FirstOrDefault(c => c.Fact.List == "columns" && c is not FactChange.Set) switch
            {
                FactChange.Add => "added",
                FactChange.Archive => "archived",
                FactChange.Move => "moved",
                _ => "changed",
            }) + (rows > 0 ? $" with {Counted.Of(rows, "row")}" : "");
    }

    private static IEnumerable<string> OfRows(Register register, ImmutableArray<FactChange> changes)
    {
        foreach (var group in changes.GroupBy(Done))
        {
            var (count, first) = (group.Count(), group.First());
            var what = (first, count) switch
            {
                (FactChange.Set set, 1) => Cell(register, set),
                (_, 1) => $"row {RegisterFacts.Title(register, first)}",
                (FactChange.Set, _) => Counted.Of(count, "cell"),
                _ => Counted.Of(count, "row"),
            };
            yield return $"{what} {group.Key}";
        }
    }

    private static string Done(FactChange change) => change switch
    {
        FactChange.Add => "added",
        FactChange.Archive => "archived",
        FactChange.Move => "moved",
        FactChange.Set { To: null } => "blanked",
        _ => "changed",
    };

    private static string Cell(Register register, FactChange.Set set)
    {
        var key = RegisterFacts.ColumnOf(set.Field);
        var column = register.Columns.FirstOrDefault(c => c.Key == key)?.Title ?? key;
        return $"{RegisterFacts.Title(register, set)}, {column}";
    }
}
