using ReadinessPortal.Domain.Figures;

namespace ReadinessPortal.Domain.Registers;

/// <summary>A register with its computed cells and totals, ready to be shown.</summary>
/// <param name="Rows">In the order of the register's rows; cells in the order of its columns.</param>
/// <param name="Totals">One per column, or null where the register has none.</param>
public sealed record RegisterTable(string Key, EquatableArray<TableRow> Rows, EquatableArray<TableCell>? Totals);

public sealed record TableRow(string Key, EquatableArray<TableCell> Cells);

/// <param name="Shown">Formatted; empty for a blank.</param>
/// <param name="Value">Canonical text; null for a blank or a problem.</param>
/// <param name="Met">Against the column's target, or the truth of a computed met-column; null where there is
/// none.</param>
/// <param name="Problem">Why a cell cannot be read or computed.</param>
/// <param name="Why">Arithmetic of a computed cell or total.</param>
public sealed record TableCell(
    string Shown, string? Value = null, bool? Met = null, string? Problem = null, Explanation? Why = null);
