using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Registers;

namespace ReadinessPortal.Domain.Verdicts;

// Registers, whose columns ask something too.
public static partial class Loosening
{
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

        // What a formula asks is known only to its author: another one is another question, and none asks nothing, nor
        // does one that no longer says yes or no.
        var isSameKind = same >= 0 && (column.Kind != ColumnKind.Flag || other!.Columns[same].Kind == ColumnKind.Flag);
        if (column.Formula is { } formula && (isSameKind ? other!.Columns[same].Formula : null) is var asked
            && asked != formula)
        {
            yield return ReadsBetter.Of(SubjectKind.Register, register.Key,
                $"{register.Title}, {column.Title}: asks {formula} \u2192 {asked ?? "nothing"}");
        }

        var isAsked = same >= 0 && RegisterTables.IsJudged(other!.Columns[same]);
        var cells = same < 0 ? null : next!.Rows.ToDictionary(r => r.Key, r => r.Cells[same], StringComparer.Ordinal);
        foreach (var (row, shown) in register.Rows.Zip(table.Rows))
        {
            var (was, cell) = (shown.Cells[at], cells?.GetValueOrDefault(row.Key));
            if ((was.Met == false && cell?.Met != false) || (was.Met == true && isAsked && cell?.Met is null)
                || HasMoreRoom(column, was, cell))
            {
                yield return ReadsBetter.Of(SubjectKind.RegisterRow, $"{register.Key}/{row.Key}",
                    $"{register.Title}, {RegisterFacts.Title(register, row)}, {column.Title}: "
                    + $"{was.Shown}, {(was.Met == false ? "missed" : "met")} \u2192 {Word(cell)}");
            }
        }
    }

    // The target is as it was: that it eased is said above, once for the column.
    private static bool HasMoreRoom(RegisterColumn column, TableCell was, TableCell? becomes) =>
        TargetOf(column) is { } target && RoomOf(was, column, target) is { } room
        && becomes is not null && RoomOf(becomes, column, target) > room;

    private static decimal? RoomOf(TableCell cell, RegisterColumn column, ValueTarget target) =>
        CellParser.Parse(cell.Value, column).Value is FigureValue.Number(var quantity)
            ? Targets.Distance(quantity, target.Comparator, target.Limit)
            : null;

    private static string Word(TableCell? cell) => cell switch
    {
        null => "removed",
        { Met: { } met } => $"{cell.Shown}, {(met ? "met" : "missed")}",
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
