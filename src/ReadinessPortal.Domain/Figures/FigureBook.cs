using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Registers;

namespace ReadinessPortal.Domain.Figures;

/// <summary>
/// Every figure of a launch, by name, in ordinal order: what <see cref="StandingFigures"/> adds, rows and totals of
/// registers, their cells with a number or a date, and the launch's own definitions. Blanks, cells of text and
/// aggregates that a register does not show are there only when a claim or a text names them; formulas may use them all.
/// </summary>
public static partial class FigureBook
{
    public static ImmutableArray<Figure> Build(FigureSources sources)
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
        }

        AddTargets(book, titles, sources);
        var kept = NamesQuoted(facts).ToHashSet(StringComparer.Ordinal);
        foreach (var name in kept.Where(book.Has))
        {
            titles.TryAdd(name, null);
        }

        AddDefinitions(book, titles, facts.Figures);
        kept.UnionWith(facts.Figures.Select(f => f.Key));
        return
        [
            .. titles.Select(t => (t.Key, Title: t.Value, Found: book.Find(t.Key)!))
                .Where(t => t.Found.Value is not FigureValue.Blank || kept.Contains(t.Key))
                .Select(t => Shown(t.Key, t.Title, t.Found)),
        ];
    }

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

    private static void AddTargets(Workbook book, SortedDictionary<string, string?> titles, FigureSources sources)
    {
        foreach (var (register, table) in sources.Facts.Registers.Zip(sources.Tables))
        {
            for (var c = 0; c < register.Columns.Length; c++)
            {
                var column = register.Columns[c];
                var cells = table.Rows.Select(r => r.Cells[c].Met).ToList();
                if (!cells.Exists(met => met is not null))
                {
                    continue;
                }

                foreach (var (word, wanted) in new[] { ("met", true), ("missed", false) })
                {
                    var name = $"{register.Key}.{column.Key}.{word}";
                    var title = $"{register.Title}: {column.Title}, {word}";
                    var value = FigureValue.Of(cells.Count(met => met == wanted));
                    var parts = register.Rows.Where((_, r) => cells[r] == wanted).Select(r => Explanations.Fact(
                        RegisterBook.Title(register, r), FigureValue.Of(word),
                        new(SubjectKind.RegisterRow, $"{register.Key}/{r.Key}")));
                    book.Set(name, new(value, Explanations.Made(title, value, parts, $"rows with target {word}",
                        new(SubjectKind.Register, register.Key))));
                    titles.TryAdd(name, title);
                }
            }
        }
    }

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
                    v => v is FigureValue.Many
                        ? new FigureValue.Problem("gives a whole column; use sum(...) or the like")
                        : Shapes.In(v, definition.Unit),
                    subject);
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
