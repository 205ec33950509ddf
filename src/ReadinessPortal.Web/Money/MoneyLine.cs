using System.Collections.Immutable;
using ReadinessPortal.Domain.Claims;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Registers;
using ReadinessPortal.Domain.Verdicts;

namespace ReadinessPortal.Web.Money;

/// <summary>What the launch has cost against what it may cost, and who says otherwise.</summary>
/// <param name="Share">Of the budget, as a fraction; null where one of the two is not known.</param>
/// <param name="Unreconciled">Open findings about the amount spent.</param>
public sealed record MoneyLine(Figure Spent, Figure? Budget, decimal? Share, ImmutableArray<Finding> Unreconciled)
{
    /// <summary>Null for a launch without a budget register.</summary>
    public static MoneyLine? Of(Readiness readiness) => readiness.Figure(BudgetRegister.SpentTotal) is { } spent
        ? new(
            spent,
            readiness.Figure(BudgetRegister.BudgetTotal),
            Amount(spent) is { } part && Amount(readiness.Figure(BudgetRegister.BudgetTotal)) is { } whole && whole != 0
                ? part / whole
                : null,
            [.. readiness.Findings.Where(f => f.Figure == BudgetRegister.SpentTotal && f.Status == FindingStatus.Open)])
        : null;

    private static decimal? Amount(Figure? figure) =>
        Quantity.TryParse(figure?.Value, null, out var quantity) ? quantity.InBase : null;
}
