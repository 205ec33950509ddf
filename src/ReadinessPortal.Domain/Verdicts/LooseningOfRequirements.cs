using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Registers;

namespace ReadinessPortal.Domain.Verdicts;

// What is asked of the launch, whether it is met today or not; and the registers, whose columns ask something too.
public static partial class Loosening
{
    private static IEnumerable<ReadsBetter> OfRequirements(Reading was, Reading becomes)
    {
        var sameGates = Shape(was.Facts).SequenceEqual(Shape(becomes.Facts), StringComparer.Ordinal);
        foreach (var criterion in was.Facts.Criteria)
        {
            if (becomes.Facts.Criteria.FirstOrDefault(c => c.Key == criterion.Key) is not { } next)
            {
                continue;
            }

            var here = new SubjectRef(SubjectKind.Criterion, criterion.Key);
            foreach (var drill in criterion.Drills.Except(next.Drills, StringComparer.Ordinal))
            {
                var title = was.Facts.Drills.FirstOrDefault(d => d.Key == drill)?.Title ?? drill;
                yield return new(here, $"{criterion.Title} no longer stands on {title}");
            }

            if (!sameGates && (was.IfFailed(criterion.Key), becomes.IfFailed(criterion.Key)) is var (stands, would)
                && would < stands)
            {
                yield return new(here,
                    $"{criterion.Title}, if it failed: {Moves(stands, would)}");
            }
        }

        foreach (var role in was.Required.ExceptBy(becomes.Required.Select(r => r.Key), r => r.Key))
        {
            yield return ReadsBetter.Of(
                SubjectKind.Role, role.Key, $"The sign-off of {role.Title} is no longer required");
        }
    }

    private static IEnumerable<string> Shape(LaunchFacts facts) =>
        facts.Gates.Select(g => $"{g.Kind} {string.Join(' ', g.Criteria)}").Concat(facts.Criteria.Select(c => c.Key));

    private static IEnumerable<ReadsBetter> OfRegisters(Reading was, Reading becomes) =>
        from pair in was.Facts.Registers.Zip(was.Readiness.Registers)
        let other = becomes.Facts.Registers.FirstOrDefault(r => r.Key == pair.First.Key)
        let next = becomes.Readiness.Registers.FirstOrDefault(t => t.Key == pair.First.Key)
        from column in pair.First.Columns.Index().Where(c => RegisterTables.IsJudged(c.Item))
        from line in OfColumn(pair.First, pair.Second, column.Index, other, next)
        select line;

    private static IEnumerable<ReadsBetter> OfColumn(
        Register register, RegisterTable table, int at, Register? other, RegisterTable? next)
    {
        var column = register.Columns[at];
        var same = other?.Columns.ToList().FindIndex(c => c.Key == column.Key) ?? -1;
        if (TargetOf(column) is { } target && Targets.IsEased(target, same < 0 ? null : TargetOf(other!.Columns[same])))
        {
            yield return ReadsBetter.Of(SubjectKind.Register, register.Key,
                $"{register.Title}, {column.Title}: target {Shown(column)} \u2192 "
                + (same < 0 ? "none" : Shown(other!.Columns[same])));
        }

        // What a formula asks is known only to its author: another one is another question, and none asks nothing.
        if (column.Formula is { } formula && (same < 0 ? null : other!.Columns[same].Formula) is var asked
            && asked != formula)
        {
            yield return ReadsBetter.Of(SubjectKind.Register, register.Key,
                $"{register.Title}, {column.Title}: asks {formula} \u2192 {asked ?? "nothing"}");
        }

        var cells = same < 0 ? null : next!.Rows.ToDictionary(r => r.Key, r => r.Cells[same], StringComparer.Ordinal);
        foreach (var (row, shown) in register.Rows.Zip(table.Rows).Where(r => r.Second.Cells[at].Met == false))
        {
            var cell = cells?.GetValueOrDefault(row.Key);
            if (cell?.Met != false)
            {
                yield return ReadsBetter.Of(SubjectKind.RegisterRow, $"{register.Key}/{row.Key}",
                    $"{register.Title}, {RegisterFacts.Title(register, row)}, {column.Title}: "
                    + $"{shown.Cells[at].Shown}, missed \u2192 {Word(cell)}");
            }
        }
    }

    private static string Word(TableCell? cell) => cell switch
    {
        null => "taken away",
        { Met: true } => $"{cell.Shown}, met",
        { Shown: "" } => "nothing",
        _ => $"{cell.Shown}, without a target",
    };

    private static ValueTarget? TargetOf(RegisterColumn column) =>
        column is { Target.Length: > 0, Comparator: { } comparator }
            && CellParser.Parse(column.Target, column).Value is FigureValue.Number(var limit)
            ? new(comparator, limit)
            : null;

    private static string Shown(RegisterColumn column) =>
        TargetOf(column) is { } target ? Format.Target(target.Comparator, target.Limit)! : "none";
}
