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

    public bool HasUnit => Kind is ColumnKind.Count or ColumnKind.Number or ColumnKind.Money or ColumnKind.Duration
        or ColumnKind.Bytes;

    public static ColumnDraft Of(RegisterColumn column) => new()
    {
        Title = column.Title, Kind = column.Kind, Unit = column.Unit, Formula = column.Formula, Total = column.Total,
        TotalFormula = column.TotalFormula, Comparator = column.Comparator, Target = column.Target,
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
    };

    private static string? NullIfBlank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
