using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using ReadinessPortal.Domain.Facts;

namespace ReadinessPortal.Domain.Registers;

/// <summary>How changes name the parts of a register.</summary>
public static class RegisterFacts
{
    private const string Cells = "cells.";

    public static FactPath Path(string register) => FactPath.Of("registers", register);

    public static FactPath Row(string register, string row) => Path(register).Part("rows", row);

    public static FactPath Column(string register, string column) => Path(register).Part("columns", column);

    /// <summary>The field of a row that holds the cell of this column.</summary>
    public static string Field(string column) => Cells + column;

    /// <summary>Key of the column whose cell the field holds; null for another field.</summary>
    public static string? ColumnOf(string field) =>
        field.StartsWith(Cells, StringComparison.Ordinal) ? field[Cells.Length..] : null;

    /// <summary>The fields of a column that are set, as text, without its key.</summary>
    public static EquatableMap<string> Values(RegisterColumn column) =>
        ((JsonObject)JsonSerializer.SerializeToNode(column, FactsJson.Options)!).Where(f => f.Key != "key")
            .ToImmutableSortedDictionary(f => f.Key, f => (string)f.Value!, StringComparer.Ordinal);

    /// <summary>A new column after the last one.</summary>
    public static FactChange Adding(string register, RegisterColumn column) =>
        new FactChange.Add { Fact = Column(register, column.Key), Values = Values(column) };

    /// <summary>A column goes, and what stands in it with it.</summary>
    public static ImmutableArray<FactChange> Archiving(Register register, RegisterColumn column) =>
    [
        .. register.Rows.Where(r => r.Cells.ContainsKey(column.Key)).Select(r =>
            FactChange.Setting(Row(register.Key, r.Key), Field(column.Key), r.Cells[column.Key], null)),
        new FactChange.Archive { Fact = Column(register.Key, column.Key) },
    ];

    /// <summary>What a row is called: its first text, else its key.</summary>
    public static string Title(Register register, RegisterRow row) => RegisterBook.Title(register, row);

    /// <summary>What something of a register is called that stands there or is only begun: a row, a column.</summary>
    public static string Title(Register register, FactChange change) => change switch
    {
        FactChange.Add add when Begun(register, add) is { } title => title,
        { Fact: { List: "rows", Key: var key } } when register.Rows.FirstOrDefault(r => r.Key == key) is { } row =>
            Title(register, row),
        { Fact: { List: "columns", Key: var key } } =>
            register.Columns.FirstOrDefault(c => c.Key == key)?.Title ?? key,
        _ => change.Fact.Key,
    };

    private static string? Begun(Register register, FactChange.Add add) => add.Fact.List == "columns"
        ? add.Values.GetValueOrDefault("title")
        : RegisterBook.Naming(register) is { } naming ? add.Values.GetValueOrDefault(Field(naming.Key)) : null;

    /// <summary>
    /// The column that tells rows apart: the one they are called by, where each has a name of its own. Null where they
    /// have not.
    /// </summary>
    public static RegisterColumn? KeyColumn(Register register)
    {
        var names = new HashSet<string>(LooseText.Comparer);
        return RegisterBook.Naming(register) is { } column
            && register.Rows.All(r => r.Cells.TryGetValue(column.Key, out var name) && names.Add(name))
                ? column
                : null;
    }

    /// <summary>
    /// A key for a row that is added, after its first text; <c>row</c>, <c>row-2</c> where it has none.
    /// </summary>
    /// <param name="cells">Text of the cell of a column, or null.</param>
    public static string KeyOfRow(
        IEnumerable<RegisterColumn> columns, Func<RegisterColumn, string?> cells, IReadOnlySet<string> taken) =>
        FactKey.Of(columns.Where(c => c.Kind == ColumnKind.Text && c.Formula is null).Select(cells)
            .FirstOrDefault(t => !string.IsNullOrWhiteSpace(t)), taken, "row");
}
