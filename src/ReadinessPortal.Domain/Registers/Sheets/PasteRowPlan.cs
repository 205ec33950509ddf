using System.Collections.Immutable;
using ReadinessPortal.Domain.Figures;

namespace ReadinessPortal.Domain.Registers.Sheets;

/// <summary>
/// Finds the row of each line of a block. A row is what stands in it and not where it stands, so the order of the block
/// moves nothing; only who chose a cell may say that the lines go by place.
/// </summary>
/// <param name="lines">Without headings.</param>
/// <param name="columns">Of each cell of a line; null for cells that are left out.</param>
internal sealed class PasteRowPlan(
    Register register, ImmutableArray<ImmutableArray<string>> lines, ImmutableArray<RegisterColumn?> columns,
    PastePlace at)
{
    private readonly HashSet<string> _taken = register.Rows.Select(r => r.Key).ToHashSet(StringComparer.Ordinal);

    public PastePlan Of(PastePlan plan, PasteChoices choices)
    {
        var matchable = columns.OfType<RegisterColumn>().Where(c => c.Formula is null).ToImmutableArray();
        var key = RegisterFacts.KeyColumn(register) is { } own && matchable.Contains(own) ? own : null;
        var by = matchable.FirstOrDefault(c => c.Key == choices.MatchedBy) ?? key;
        plan = plan with { Matchable = register.Rows.IsEmpty ? [] : matchable, How = How(choices.Rows, by) };
        return plan.How switch
        {
            PasteRows.Matched => Matched(plan with { MatchedBy = by }, by!),
            PasteRows.FromCell => FromCell(plan),
            PasteRows.Added => plan with { Rows = [.. Said().Select(l => Added(l.Number, l.Cells))] },
            _ => plan,
        };

        IEnumerable<(int Number, ImmutableArray<string> Cells)> Said() =>
            Numbered(plan.Headings).Where(l => !l.Cells.All(string.IsNullOrWhiteSpace));
    }

    // Of one line under a chosen cell it is clear where it goes; of several it has to be said.
    private PasteRows? How(PasteRows? chosen, RegisterColumn? by) =>
        register.Rows.IsEmpty ? PasteRows.Added
        : chosen is PasteRows.Matched && by is null ? null
        : chosen is PasteRows.FromCell && at.Row is null ? null
        : chosen ?? (by is not null ? PasteRows.Matched
            : at.Row is not null && lines.Length == 1 ? PasteRows.FromCell : null);

    private PastePlan FromCell(PastePlan plan)
    {
        var start = register.Rows.Index().Where(r => r.Item.Key == at.Row).Select(r => r.Index).FirstOrDefault(-1);
        return start < 0
            ? plan with { Problem = "The row it goes to is not there any more." }
            : plan with
            {
                Rows = [.. Numbered(plan.Headings).Select((l, i) => start + i < register.Rows.Length
                    ? There(l.Number, register.Rows[start + i], l.Cells) : Added(l.Number, l.Cells))],
            };
    }

    private PastePlan Matched(PastePlan plan, RegisterColumn by)
    {
        var place = columns.IndexOf(by);
        var standing = register.Rows.Where(r => r.Cells.ContainsKey(by.Key))
            .ToLookup(r => r.Cells[by.Key], LooseText.Comparer);
        var seen = new Dictionary<string, int>(LooseText.Comparer);
        var rows = ImmutableArray.CreateBuilder<PastedRow>();
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (number, cells) in Numbered(plan.Headings).Where(l => !l.Cells.All(string.IsNullOrWhiteSpace)))
        {
            var typed = place < cells.Length ? Pasting.Plain(cells[place]) : "";
            var name = CellParser.Parse(typed, by).Canonical;
            var problem = WhyNot(name, typed, by, standing, seen);
            seen.TryAdd(name ?? "", number);
            var row = problem is null && name is not null ? standing[name].FirstOrDefault() : null;
            found.Add(row?.Key ?? "");
            rows.Add(problem is not null ? Lost(number, typed, problem, cells)
                : row is null ? Added(number, cells) : Named(There(number, row, cells), by));
        }

        return plan with { Rows = rows.ToImmutable(), Missing = register.Rows.Count(r => !found.Contains(r.Key)) };
    }

    // A name that looks like the one that stands there does not replace it: nobody could see what that changes.
    private static PastedRow Named(PastedRow row, RegisterColumn by)
    {
        var name = row.Cells.First(c => c.Column == by);
        return name.IsChange && LooseText.Of(name.From ?? "") == LooseText.Of(name.To ?? "")
            ? row with { Cells = row.Cells.Replace(name, name with { To = name.From }), KeepsName = true } : row;
    }

    // What does not fit its column says so at its cell.
    private static string? WhyNot(
        string? name, string typed, RegisterColumn by, ILookup<string, RegisterRow> standing,
        Dictionary<string, int> seen) =>
        name is null ? typed.Length > 0 ? null : $"has no {by.Title}, by which it would find its row"
        : seen.TryGetValue(name, out var line) ? $"'{name}' stands in line {line} already"
        : standing[name].Count() is > 1 and var rows
            ? $"'{name}' stands in {Counted.Of(rows, "row")} of the register"
        : null;

    private IEnumerable<(int Number, ImmutableArray<string> Cells)> Numbered(int headings) =>
        lines.Select((cells, i) => (headings + i + 1, cells));

    private PastedRow There(int line, RegisterRow row, ImmutableArray<string> texts) =>
        new(line, row.Key, RegisterFacts.Title(register, row), IsNew: false, Cells(texts, row));

    private PastedRow Lost(int line, string typed, string problem, ImmutableArray<string> texts) =>
        new(line, "", typed.Length > 0 ? typed : $"Line {line}", IsNew: false, Cells(texts, null), problem);

    private PastedRow Added(int line, ImmutableArray<string> texts)
    {
        var cells = Cells(texts, null);
        var key = RegisterFacts.KeyOfRow(
            register.Columns, c => cells.FirstOrDefault(p => p.Column.Key == c.Key)?.To, _taken);
        _taken.Add(key);
        return new(line, key, cells.Select(c => c.To).FirstOrDefault(t => t is not null) ?? key, IsNew: true, cells);
    }

    private ImmutableArray<PastedCell> Cells(ImmutableArray<string> texts, RegisterRow? row) =>
        [.. texts.Zip(columns).Where(c => c.Second is not null).Select(c => Cell(c.First, c.Second!, row))];

    private static PastedCell Cell(string text, RegisterColumn column, RegisterRow? row)
    {
        var typed = Pasting.Plain(text);
        var parsed = CellParser.Parse(typed, column);
        return column.Formula is not null
            ? new(column, null, null, typed, null)
            : new(column, row?.Cells.GetValueOrDefault(column.Key), parsed.Canonical, typed, parsed.Problem);
    }
}
