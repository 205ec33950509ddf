using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Registers;

namespace ReadinessPortal.Web.Registers;

/// <summary>How columns are shown wherever a register is.</summary>
internal static class ColumnText
{
    public static bool IsNumeric(RegisterColumn column) => column.Kind is ColumnKind.Count or ColumnKind.Number
        or ColumnKind.Percent or ColumnKind.Money or ColumnKind.Duration or ColumnKind.Bytes or ColumnKind.Quantity;

    public static string? Class(RegisterColumn column) => IsNumeric(column) ? "num" : null;

    public static string? Target(RegisterColumn column) => column.Target is not { } text ? null
        : Quantity.TryParse(text, null, out var bare)
            ? Format.Target(column.Comparator, bare.Unit == Unit.None && column.Unit is { } unit
                ? Quantity.Of(bare.Amount, unit)
                : bare)
            : text;

    public static string Word(BudgetRole role) => role switch
    {
        BudgetRole.Budget => "the budget",
        BudgetRole.Spent => "amount spent",
        BudgetRole.Projected => "amount projected",
        _ => "share spent",
    };

    public static bool IsLink(string text) =>
        text.StartsWith("https://", StringComparison.Ordinal) && !text.Contains(' ', StringComparison.Ordinal);

    /// <summary>
    /// What becomes of a text that fits but is not stored as it was typed: <c>2.3 s, converted from 2300 ms</c>.
    /// </summary>
    public static string? Note(string typed, ParsedCell parsed, RegisterColumn column)
    {
        var text = typed.Trim();
        if (parsed.Canonical is null || parsed.Canonical == text || parsed.Value.Shown == text
            || column.Kind is ColumnKind.Text or ColumnKind.Status or ColumnKind.Link)
        {
            return null;
        }

        var isConverted = IsNumeric(column) && QuantityText.TryParse(text, out var quantity)
            && parsed.Value is FigureValue.Number(var stored) && quantity.Unit != stored.Unit
            && quantity.Unit != Unit.None;
        return isConverted ? $"{parsed.Value.Shown}, converted from {text}" : $"= {parsed.Value.Shown}";
    }
}
