using ReadinessPortal.Application.Facts;
using ReadinessPortal.Domain.Registers;

namespace ReadinessPortal.Web.Registers;

/// <summary>Where two values of a register stand against each other.</summary>
internal static class ConflictPlace
{
    /// <summary><c>AWS, Actual</c>; of a column its title and the field.</summary>
    public static string Of(Register register, FieldConflict conflict)
    {
        var (key, cell) = (conflict.Fact.Key, RegisterFacts.ColumnOf(conflict.Field));
        var whole = register.Rows.FirstOrDefault(r => conflict.Fact.List == "rows" && r.Key == key) is { } row
            ? RegisterFacts.Title(register, row)
            : register.Columns.FirstOrDefault(c => c.Key == key)?.Title ?? key;
        var part = register.Columns.FirstOrDefault(c => c.Key == cell)?.Title ?? cell ?? conflict.Field;
        return $"{whole}, {part}";
    }
}
