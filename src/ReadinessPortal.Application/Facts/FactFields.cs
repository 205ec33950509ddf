using System.Text.Json.Nodes;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Figures.Formulas;
using ReadinessPortal.Domain.Registers;

namespace ReadinessPortal.Application.Facts;

/// <summary>Reads the text of a field as its value.</summary>
internal sealed class FactFields(FactLists lists, Action<FieldProblem> report)
{
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

        return (value, FactText.Of(value));
    }

    private (JsonNode? Value, string? Problem) Cell(FactPath row, string name, string text)
    {
        var register = row.Parent!.Value;
        var key = RegisterFacts.ColumnOf(name);
        if (key is null || lists.Of(register.Part("columns", key))?.Find(key) is not RegisterColumn column)
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

    private static string? WhyNoFormula(string field, string text) =>
        field is "formula" or "totalFormula" ? Formula.Parse(text).Problem?.Sentence : null;
}
