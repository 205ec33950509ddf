using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Registers;

namespace ReadinessPortal.Domain.Figures;

/// <summary>
/// Every figure of a launch, by name, in ordinal order: what <see cref="StandingFigures"/> adds, rows and totals of
/// registers, their cells with a number or a date, and the launch's own definitions. Blanks, cells of text and
/// aggregates that a register does not show are there only when a claim or a text names them; formulas may use them
/// all.
/// </summary>
public static partial class FigureBook
{
    private static readonly (string Word, bool Met)[] _outcomes = [("met", true), ("missed", false)];

    /// <returns>The registers as they are shown, and the figures, out of one computation: a cell and the figure of its
    /// name cannot differ.</returns>
    public static (ImmutableArray<RegisterTable> Tables, ImmutableArray<Figure> Figures) Build(FigureSources sources)
    {
        var facts = sources.Facts;
        var book = new Workbook();
        var titles = new SortedDictionary<string, string?>(StringComparer.Ordinal);
        StandingFigures.Add(sources, (name, title, value, why) =>
        {
            book.Set(name, new(value, why));
            titles[name] = title;
        });
        foreach (var register in facts.Registers)
        {
            RegisterBook.Add(book, register);
            AddRegister(titles, register);
            AddTargets(book, register);
        }

        var kept = NamesQuoted(facts).ToHashSet(StringComparer.Ordinal);
        foreach (var name in kept.Where(book.Has))
        {
            titles.TryAdd(name, null);
        }

        AddDefinitions(book, titles, facts.Figures);
        kept.UnionWith(facts.Figures.Select(f => f.Key));
        var tables = RegisterTables.Of(book, facts.Registers);
        NameTargets(titles, facts.Registers, tables);
        return (tables,
        [
            .. titles.Select(t => (t.Key, Title: t.Value, Found: book.Find(t.Key)!))
                .Where(t => t.Found.Value is not FigureValue.Blank || kept.Contains(t.Key))
                .Select(t => Shown(t.Key, t.Title, t.Found)),
        ]);
    }

    /// <summary>All that a formula may name, and none of it computed yet.</summary>
    internal static Workbook Open(FigureSources sources)
    {
        var book = new Workbook();
        StandingFigures.Add(sources, (name, _, value, why) => book.Set(name, new(value, why)));
        foreach (var register in sources.Facts.Registers)
        {
            RegisterBook.Add(book, register);
            AddTargets(book, register);
        }

        AddDefinitions(book, new(StringComparer.Ordinal), sources.Facts.Figures);
        return book;
    }

    /// <summary>What a figure's formula gives, in the unit that the figure is kept in.</summary>
    internal static FigureValue Shaped(FigureValue value, FigureDefinition definition) => value is FigureValue.Many
        ? new FigureValue.Problem("gives a whole column; use sum(...) or the like")
        : ResultUnit.In(value, definition.Unit);

    private static void AddRegister(SortedDictionary<string, string?> titles, Register register)
    {
        titles.TryAdd($"{register.Key}.rows", null);
        foreach (var column in register.Columns)
        {
            if (column.Total != ColumnTotal.None)
            {
                titles.TryAdd(RegisterBook.Total(register, column), $"{register.Title}: {column.Title}, total");
            }

            if (column.Total is not ColumnTotal.None and not ColumnTotal.Formula)
            {
                var kind = Format.Word(column.Total);
                titles.TryAdd($"{register.Key}.{column.Key}.{kind}", $"{register.Title}: {column.Title}, {kind}");
            }

            if (column.Kind is ColumnKind.Text or ColumnKind.Status or ColumnKind.Link or ColumnKind.Flag)
            {
                continue;
            }

            foreach (var row in register.Rows)
            {
                titles.TryAdd(RegisterBook.Cell(register, row, column),
                    $"{register.Title}: {RegisterBook.Title(register, row)}, {column.Title}");
            }
        }
    }

    private static void AddTargets(Workbook book, Register register)
    {
        foreach (var column in register.Columns.Where(RegisterTables.IsJudged))
        {
            var cells = register.Rows.Select(r => (Row: r, Name: RegisterBook.Cell(register, r, column))).ToList();
            foreach (var (word, wanted) in _outcomes)
            {
                var title = $"{register.Title}: {column.Title}, {word}";
                book.Define(TargetName(register, column, word), title, cells.Select(c => c.Name), find =>
                {
                    var rows = cells.Where(c => find(c.Name) is { } cell
                        && RegisterTables.Met(cell.Value, column) == wanted).Select(c => c.Row).ToList();
                    var value = FigureValue.Of(rows.Count);
                    var parts = rows.Select(r => Explanations.Fact(RegisterBook.Title(register, r),
                        FigureValue.Of(word), new(SubjectKind.RegisterRow, $"{register.Key}/{r.Key}")));
                    return new(value, Explanations.Made(title, value, parts, $"rows with target {word}",
                        new(SubjectKind.Register, register.Key)));
                });
            }
        }
    }

    // Where no row has been judged there is nothing to count.
    private static void NameTargets(
        SortedDictionary<string, string?> titles, ImmutableArray<Register> registers,
        ImmutableArray<RegisterTable> tables)
    {
        foreach (var (register, table) in registers.Zip(tables))
        {
            foreach (var (c, column) in register.Columns.Index().Where(c => table.Rows.Any(r =>
                r.Cells[c.Index].Met is not null)))
            {
                foreach (var (word, _) in _outcomes)
                {
                    titles.TryAdd(
                        TargetName(register, column, word), $"{register.Title}: {column.Title}, {word}");
                }
            }
        }
    }

    private static string TargetName(Register register, RegisterColumn column, string word) =>
        $"{register.Key}.{column.Key}.{word}";

    // A name that is taken is said to be taken under that very name: neither meaning may stand in for the other.
    private static void AddDefinitions(
        Workbook book, SortedDictionary<string, string?> titles, ImmutableArray<FigureDefinition> definitions)
    {
        foreach (var definition in definitions)
        {
            var subject = new SubjectRef(SubjectKind.Figure, definition.Key);
            if (book.Has(definition.Key))
            {
                book.Replace(definition.Key, definition.Title,
                    new FigureValue.Problem($"The name {definition.Key} is taken; give the figure another"), subject);
            }
            else
            {
                book.DefineFormula(definition.Key, definition.Title, definition.Formula, n => n,
                    v => Shaped(v, definition), subject);
            }

            titles[definition.Key] = definition.Title;
        }
    }

    private static Figure Shown(string name, string? title, Evaluated figure)
    {
        var problem = figure.Value switch
        {
            FigureValue.Problem why => why.Sentence,
            FigureValue.Blank => "There is no value for it",
            FigureValue.Many => "It stands for several values",
            _ => null,
        };
        return new(name, title ?? figure.Why.Label, figure.Value.Canonical,
            problem is null ? figure.Why.Value : Format.NotKnown, problem, figure.Why);
    }

    private static IEnumerable<string> NamesQuoted(LaunchFacts facts) =>
        facts.Narratives.Select(n => n.Text)
            .Concat(facts.Gates.Select(g => g.EvidenceSentence).OfType<string>())
            .SelectMany(t => Quoted().Matches(t).Select(m => m.Groups[1].Value))
            .Concat(facts.Claims.Select(c => c.Figure));

    [GeneratedRegex(@"\{\{\s*([^{}|]+?)\s*(?:\|[^{}]*)?\}\}", RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();
}
