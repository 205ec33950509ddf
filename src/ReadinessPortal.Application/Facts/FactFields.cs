using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using ReadinessPortal.Domain;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Figures.Formulas;
using ReadinessPortal.Domain.Registers;

namespace ReadinessPortal.Application.Facts;

/// <summary>Reads the text of a field as its value, and puts it into its fact.</summary>
internal sealed class FactFields(FactNodes nodes, Action<FieldProblem> report)
{
    private (FactPath Register, ImmutableArray<RegisterColumn> Columns)? _columns;

    /// <summary>After a change: what it moved is read anew.</summary>
    public void Follow(FactChange change)
    {
        if (change.Fact.Lists != "registers/rows")
        {
            _columns = null;
        }
    }

    /// <returns>The value of a text, and the text it reads back as; null where it does not fit, which is
    /// said.</returns>
    public (JsonNode? Value, string? Text)? Typed(FactPath path, FactField field, string name, string? text)
    {
        if (text is null)
        {
            if (!field.IsRequired || field.IsMap)
            {
                return (null, null);
            }

            report(new(path, name, "may not be blank"));
            return null;
        }

        var (value, problem) = field.IsMap && path.Lists == "registers/rows" ? Cell(path, name, text)
            : WhyNoFormula(name, text) is { } why ? (null, why)
            : FactText.Parse(text, field);
        if (problem is not null)
        {
            report(new(path, name, problem));
            return null;
        }

        return (value, FactText.Of(new JsonObject { ["value"] = value?.DeepClone() }, "value"));
    }

    public static void Put(JsonObject fact, string field, JsonNode? value)
    {
        // A key of the inner value may hold points of its own.
        if (field.Split('.', 2) is not [var outer, var name])
        {
            PutOne(fact, field, value);
            return;
        }

        if (fact[outer] is not JsonObject inner)
        {
            fact[outer] = inner = [];
        }

        PutOne(inner, name, value);
        if (inner.Count == 0)
        {
            fact.Remove(outer);
        }
    }

    private static void PutOne(JsonObject fact, string field, JsonNode? value)
    {
        if (value is null)
        {
            fact.Remove(field);
        }
        else
        {
            fact[field] = value;
        }
    }

    private (JsonNode? Value, string? Problem) Cell(FactPath row, string name, string text)
    {
        var key = name[(name.IndexOf('.', StringComparison.Ordinal) + 1)..];
        if (ColumnsOf(row.Parent!.Value).FirstOrDefault(c => c.Key == key) is not { } column)
        {
            return (null, "is no column of this register");
        }

        if (column.Formula is not null)
        {
            return (null, "is computed, and follows from the other cells");
        }

        var cell = CellParser.Parse(text, column);
        return cell.Problem is { } problem ? (null, problem) : (cell.Canonical, null);
    }

    private ImmutableArray<RegisterColumn> ColumnsOf(FactPath register)
    {
        if (_columns is not { } known || known.Register != register)
        {
            _columns = known = (register, (nodes.Find(register)?["columns"])
                .Deserialize<ImmutableArray<RegisterColumn>?>(FactsJson.Options) ?? []);
        }

        return known.Columns;
    }

    private static string? WhyNoFormula(string field, string text) =>
        field is "formula" or "totalFormula" ? Formula.Parse(text).Problem?.Sentence : null;
}
