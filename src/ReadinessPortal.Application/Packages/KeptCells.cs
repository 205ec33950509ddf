using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Registers;

namespace ReadinessPortal.Application.Packages;

/// <summary>
/// Cells of a package in the form in which a column keeps them, as if they had been typed: <c>10.10</c> is 10.1. What
/// does not fit its column stays as it is written, for the checks to say so.
/// </summary>
internal static class KeptCells
{
    public static LaunchFacts Of(LaunchFacts facts) => facts with
    {
        Registers = [.. facts.Registers.Select(register => register with
        {
            Rows = [.. register.Rows.Select(row => row with
            {
                Cells = row.Cells.SetItems(
                    row.Cells.Select(cell => KeyValuePair.Create(cell.Key, Kept(register, cell)))),
            })],
        })],
    };

    private static string Kept(Register register, KeyValuePair<string, string> cell) =>
        register.Columns.FirstOrDefault(c => c.Key == cell.Key) is { } column
            && (column.Unit is null || RegisterChecks.UnitOf(column.Unit) is not null)
            ? CellParser.Parse(cell.Value, column).Canonical ?? cell.Value
            : cell.Value;
}
