using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Registers;

namespace ReadinessPortal.Web.Registers;

/// <summary>A column while somebody types it.</summary>
public sealed class ColumnDraft
{
    public string? Title { get; set; }

    public ColumnKind Kind { get; set; }

    public string? Unit { get; set; }

    public string? Formula { get; set; }

    public ColumnTotal Total { get; set; }

    public string? TotalFormula { get; set; }

    public Comparator? Comparator { get; set; }

    public string? Target { get; set; }

    public BudgetRole? BudgetRole { get; set; }

    /// <summary>What a column of this kind can say of a budget.</summary>
    public IReadOnlyList<BudgetRole> BudgetRoles => Kind switch
    {
        ColumnKind.Money => [Domain.Registers.BudgetRole.Budget, Domain.Registers.BudgetRole.Spent,
            Domain.Registers.BudgetRole.Projected],
        ColumnKind.Percent => [Domain.Registers.BudgetRole.ShareSpent],
        _ => [],
    };

    public bool HasUnit => Kind is ColumnKind.Count or ColumnKind.Number or ColumnKind.Money or ColumnKind.Duration
        or ColumnKind.Bytes;

    /// <summary>A field by the name of its input, as text; null for an empty one.</summary>
    public string? this[string name]
    {
        get => name switch
        {
            "title" => Title,
            "kind" => $"{Kind}",
            "unit" => Unit,
            "formula" => Formula,
            "total" => $"{Total}",
            "totalFormula" => TotalFormula,
            "comparator" => Comparator?.ToString(),
            "target" => Target,
            "budgetRole" => BudgetRole?.ToString(),
            _ => null,
        };
        set
        {
            switch (name)
            {
                case "title": Title = value; break;
                case "kind": Kind = Read<ColumnKind>(value) ?? Kind; break;
                case "unit": Unit = value; break;
                case "formula": Formula = value; break;
                case "total": Total = Read<ColumnTotal>(value) ?? Total; break;
                case "totalFormula": TotalFormula = value; break;
                case "comparator": Comparator = Read<Comparator>(value); break;
                case "target": Target = value; break;
                case "budgetRole": BudgetRole = Read<BudgetRole>(value); break;
            }
        }
    }

    public static ColumnDraft Of(RegisterColumn column) => new()
    {
        Title = column.Title, Kind = column.Kind, Unit = column.Unit, Formula = column.Formula, Total = column.Total,
        TotalFormula = column.TotalFormula, Comparator = column.Comparator, Target = column.Target,
        BudgetRole = column.BudgetRole,
    };

    /// <summary>What the fields say; those that the kind has no use for are unset.</summary>
    public RegisterColumn Column(string key) => new()
    {
        Key = key,
        Title = Title?.Trim() ?? "",
        Kind = Kind,
        Unit = HasUnit ? NullIfBlank(Unit) : null,
        Formula = NullIfBlank(Formula),
        Total = Total,
        TotalFormula = Total == ColumnTotal.Formula ? NullIfBlank(TotalFormula) : null,
        Comparator = NullIfBlank(Target) is null ? null : Comparator,
        Target = Comparator is null ? null : NullIfBlank(Target),
        BudgetRole = BudgetRole is { } role && BudgetRoles.Contains(role) ? role : null,
    };

    private static T? Read<T>(string? text)
        where T : struct, Enum => Enum.TryParse<T>(text, out var value) ? value : null;

    private static string? NullIfBlank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
