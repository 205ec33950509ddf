using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Registers;

namespace ReadinessPortal.Domain.Verdicts;

// What a computed column compares with stands in formulas, cells and figures, in its own register and elsewhere.
public static partial class Loosening
{
    private static readonly EqualityComparer<Register> _sameCells = EqualityComparer<Register>.Create((one, other) =>
        one?.Key == other?.Key && one!.Columns.SequenceEqual(other!.Columns)
        && one.Rows.Length == other.Rows.Length && one.Rows.Zip(other.Rows).All(r =>
            r.First.Key == r.Second.Key && r.First.Cells.SequenceEqual(r.Second.Cells)));

    private static IEnumerable<ReadsBetter> OfFlags(Reading was, Reading becomes)
    {
        var columns = ComputedColumns(was.Facts, becomes.Facts).ToList();
        foreach (var (register, _, column, grounds) in columns)
        {
            // Another definition is another question, as the column's own formula is.
            foreach (var moved in grounds.Definitions
                .Select(g => g.Moved(was.Facts, becomes.Facts, register.Key)).OfType<string>())
            {
                yield return ReadsBetter.Of(SubjectKind.Register, register.Key,
                    $"{register.Title}, {column.Title}: depends on {moved}");
            }
        }

        if (!HasMoved(was, becomes, columns.SelectMany(c => c.Inputs.Outside)))
        {
            yield break;
        }

        // They are eased when they would meet where they did not, had another value been otherwise.
        var trials = new RowTrials(was.Values, becomes.Values);
        foreach (var (register, next, column, _) in columns)
        {
            var rows = next.Rows.Select(r => r.Key).Except(BecameMissed(was, becomes, register, next, column))
                .ToHashSet(StringComparer.Ordinal);
            foreach (var row in register.Rows.Where(r => rows.Contains(r.Key)))
            {
                if (string.Join(", ", trials.Eased(register, row, column)) is { Length: > 0 } eased)
                {
                    yield return ReadsBetter.Of(SubjectKind.RegisterRow, $"{register.Key}/{row.Key}",
                        $"{register.Title}, {RegisterFacts.Title(register, row)}, {column.Title}: "
                        + $"with more room, {eased}");
                }
            }
        }
    }

    // Those that ask something before and after, and by the same formula.
    private static IEnumerable<(Register Register, Register Next, RegisterColumn Column, FormulaInputs Inputs)>
        ComputedColumns(LaunchFacts was, LaunchFacts becomes) =>
        from register in was.Registers
        let next = becomes.Registers.FirstOrDefault(r => r.Key == register.Key)
        where next is not null
        from column in register.Columns
        where column.Formula is not null && RegisterTables.IsJudged(column)
            && next.Columns.Any(n => n.Key == column.Key && n.Formula == column.Formula)
        select (register, next, column, FormulaInputs.Of(was, register, column));

    private static bool HasMoved(Reading was, Reading becomes, IEnumerable<string> outside)
    {
        if (!was.Facts.Registers.SequenceEqual(becomes.Facts.Registers, _sameCells))
        {
            return true;
        }

        var names = outside.ToHashSet(StringComparer.Ordinal);
        return names.Count > 0 && !Shown(was).SetEquals(Shown(becomes));

        HashSet<(string, string?)> Shown(Reading reading) =>
            [.. reading.Readiness.Figures.Where(f => names.Contains(f.Name)).Select(f => (f.Name, f.Value))];
    }

    // Bad news is no ease.
    private static IEnumerable<string> BecameMissed(
        Reading was, Reading becomes, Register register, Register next, RegisterColumn column)
    {
        var missed = Rows(becomes, next, false).ToHashSet(StringComparer.Ordinal);
        return Rows(was, register, true).Where(missed.Contains);

        IEnumerable<string> Rows(Reading reading, Register here, bool met)
        {
            var at = here.Columns.ToList().FindIndex(c => c.Key == column.Key);
            return reading.Readiness.Registers.First(t => t.Key == here.Key).Rows
                .Where(r => r.Cells[at].Met == met).Select(r => r.Key);
        }
    }
}
