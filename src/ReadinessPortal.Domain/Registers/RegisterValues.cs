using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Figures.Formulas;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Domain.Registers;

/// <summary>Every value that a formula of a launch may name, and how it is made.</summary>
internal sealed class RegisterValues(FigureSources sources)
{
    private readonly Dictionary<string, Formula> _formulas = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RegisterPlace?> _places = new(StringComparer.Ordinal);
    private readonly Workbook _book = FigureBook.Open(sources);

    public LaunchFacts Facts => sources.Facts;

    public FigureValue? Find(string name) => _book.Find(name)?.Value;

    /// <summary>How a value is made, that of a row or a figure; null where it is only known.</summary>
    /// <param name="register">Whose row is looked at.</param>
    public Made? Made(string name, Register register, RegisterRow row)
    {
        if (Place(name, register, row) is { } place)
        {
            var (cells, key, column) = (place.Register, place.Row, place.Column);
            return key is null || column.Formula is not { } formula ? null : new(
                Parsed(formula),
                n => cells.Columns.Any(c => c.Key == n) ? $"{cells.Key}.{key}.{n}" : RegisterBook.Scoped(cells, n),
                v => RegisterBook.Shaped(v, column));
        }

        return Facts.Figures.FirstOrDefault(f => f.Key == name) is { } figure && Parsed(figure.Formula) is var made
            && made.Names.Length > 0
                ? new(made, n => n, v => FigureBook.Shaped(v, figure))
                : null;
    }

    public RowInput Input(string name, int slot, Register register, RegisterRow row)
    {
        var (place, value) = (Place(name, register, row), Find(name));
        var isOwn = place?.Register == register && place.Row == row.Key;
        return new(name, isOwn ? place!.Column.Title : name, slot, value,
            place is { Row: not null, Column: var cell } ? cell : Like(name, value),
            place?.Row is null && name.StartsWith($"{register.Key}.", StringComparison.Ordinal));
    }

    // Most names are those of the row itself, and there are many rows.
    private RegisterPlace? Place(string name, Register register, RegisterRow row)
    {
        var prefix = register.Key.Length + row.Key.Length + 2;
        if (name.Length > prefix && name.StartsWith(register.Key, StringComparison.Ordinal)
            && name.AsSpan(register.Key.Length + 1).StartsWith(row.Key, StringComparison.Ordinal)
            && register.Columns.FirstOrDefault(c => name.AsSpan(prefix).SequenceEqual(c.Key)
                && name.Length == prefix + c.Key.Length) is { } column
            && name == RegisterBook.Cell(register, row, column))
        {
            return new(register, column, row.Key, false);
        }

        return _places.TryGetValue(name, out var known)
            ? known
            : _places[name] = RegisterPlace.Of(Facts.Registers, name);
    }

    private static RegisterColumn? Like(string name, FigureValue? value) => value switch
    {
        FigureValue.Number(var quantity) => new()
        {
            Key = name, Title = name, Kind = ColumnKind.Number, Unit = quantity.Unit.Symbol,
        },
        FigureValue.Date => new() { Key = name, Title = name, Kind = ColumnKind.Date },
        FigureValue.Flag => new() { Key = name, Title = name, Kind = ColumnKind.Flag },
        _ => null,
    };

    private Formula Parsed(string text) => _formulas.TryGetValue(text, out var known)
        ? known
        : _formulas[text] = Formula.Parse(text);
}
