namespace ReadinessPortal.Web.Facts;

// Registers with their columns and rows; figures and claims.
public static partial class FieldTable
{
    private static string[] Chapters =>
        ["infrastructure", "security", "operations", "finance", "evidence", "appendix"];

    private static IEnumerable<KindSpec> OfRegisters() =>
    [
        new("registers", "register", "registers",
        [
            Key(),
            Text("title", "Title"),
            Text("chapter", "Chapter of the report", null, Chapters),
            Long("note", "Note"),
        ]) { NamedBy = "title", IsQuoted = true },
        new("registers/columns", "column", "registers",
        [
            Key(),
            Text("title", "Title"),
            new("kind", "Kind", "What its cells hold."),
            Text("unit", "Unit", "Of every cell: ms, GB, USD."),
            Formula("formula", "Formula", "For a computed column, over the other columns by key: actual - budget."),
            new("total", "Total"),
            Formula("totalFormula", "Formula of the total", "Over the totals of the other columns."),
            new("comparator", "Every cell has to be"),
            Text("target", "Target", "In the unit of the column."),
        ]) { NamedBy = "title", IsQuoted = true },
        new("registers/rows", "row", "registers",
        [
            Key("Chosen from the first cell when it is added."),
            NotTyped("cells", "Cells", "Typed in the register itself, cell by cell."),
        ]),
        new("figures", "figure", "figures",
        [
            Key(),
            Text("title", "Title"),
            Formula("formula", "Formula", "Over facts and other figures: budget.actual.total / budget.budget.total"),
            Text("unit", "Unit", "To show it in; empty for the formula's own."),
        ]) { NamedBy = "title", IsQuoted = true },
        new("claims", "claim", "findings",
        [
            Key("Numbered as claims are added."),
            Text("figure", "Figure it speaks of", "By name."),
            Text("stated", "Stated value", "38568 USD, 82 %, 2026-Q1, or a word such as green."),
            Text("place", "Where it stands", "Section 5.1, total row."),
            new("headline", "Headline", "It stands in the summary or in the matrix."),
            Long("note", "Note"),
        ]),
    ];
}
