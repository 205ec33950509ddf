using System.Collections.Immutable;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Domain.Registers;

/// <summary>
/// What takes changes of a register back: changes of their own, each of which says what the first one left, so that
/// nothing is taken back of what somebody changed since.
/// </summary>
public static class RegisterReversal
{
    /// <param name="before">As a page knew it before the changes, perhaps without the very last one.</param>
    /// <param name="changes">Of its rows and columns, each from what stood there.</param>
    /// <returns>Nothing for what changes nothing.</returns>
    public static ImmutableArray<FactChange> Of(Register before, ImmutableArray<FactChange> changes)
    {
        var standing = before.Rows.Cast<Fact>().Concat(before.Columns)
            .ToDictionary(f => PathOf(before, f));
        return [.. changes.Reverse().Select(c => Back(before, standing.GetValueOrDefault(c.Fact), c))
            .OfType<FactChange>().OrderBy(Turn)
            .ThenBy(c => c is FactChange.Restore ? standing[c.Fact].Position : 0)];
    }

    // A cell is read by its column, and a row is whole only while its columns are.
    private static int Turn(FactChange change) => (change.Fact.List, change) switch
    {
        ("rows", FactChange.Archive) => 0,
        ("columns", not FactChange.Archive) => 1,
        ("rows", FactChange.Restore) => 2,
        ("rows", _) => 3,
        _ => 4,
    };

    private static FactChange? Back(Register before, Fact? fact, FactChange change) => (change, fact) switch
    {
        (FactChange.Add add, _) => new FactChange.Archive { Fact = add.Fact, From = add.Values },
        (FactChange.Archive, { } was) => new FactChange.Restore { Fact = change.Fact, Id = was.Id },
        (FactChange.Set set, _) when set.To != set.From && (fact is null || set.To != Text(fact, set.Field)) =>
            FactChange.Setting(set.Fact, set.Field, set.To, set.From),
        (FactChange.Move move, { } was) => new FactChange.Move
        {
            Fact = move.Fact, After = Before(before, was), From = move.After ?? "",
        },
        _ => null,
    };

    private static string? Text(Fact fact, string field) => fact switch
    {
        RegisterRow row => row.Cells.GetValueOrDefault(RegisterFacts.ColumnOf(field) ?? ""),
        RegisterColumn column => RegisterFacts.Values(column).GetValueOrDefault(field),
        _ => null,
    };

    private static string? Before(Register register, Fact fact)
    {
        ImmutableArray<Fact> siblings = fact is RegisterRow ? [.. register.Rows] : [.. register.Columns];
        return siblings.IndexOf(fact) is > 0 and var at ? siblings[at - 1].Key : null;
    }

    private static FactPath PathOf(Register register, Fact fact) =>
        fact is RegisterRow ? RegisterFacts.Row(register.Key, fact.Key) : RegisterFacts.Column(register.Key, fact.Key);
}
