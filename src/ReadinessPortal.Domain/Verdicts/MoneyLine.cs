using System.Collections.Immutable;
using ReadinessPortal.Domain.Claims;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Registers;

namespace ReadinessPortal.Domain.Verdicts;

/// <summary>What the launch has cost against what it may cost, and who says otherwise: on the brief and in the report.
/// </summary>
/// <param name="Register">The one that says so.</param>
/// <param name="Budget">Null where the register does not say it, as <paramref name="ShareSpent"/>.</param>
/// <param name="ShareSpent">As the register computes and prints it.</param>
/// <param name="Projected">For the end of the period, in the currency of what was spent; null where nobody projects it.
/// </param>
/// <param name="Unreconciled">Open findings about the amount spent.</param>
public sealed record MoneyLine(
    Register Register, Figure Spent, Figure? Budget, Figure? ShareSpent, Quantity? Projected,
    ImmutableArray<Finding> Unreconciled)
{
    /// <summary>Null where the register does not state its period.</summary>
    public BudgetBurn? Burn => BudgetBurn.Of(Register, Spent, Budget, Projected);

    /// <summary>Of the budget, as a fraction; null where one of the two is not known.</summary>
    public decimal? Share => Registers.Budget.ShareOf(Spent.Value, Budget?.Value);

    /// <summary><c>$37,568 spent of $47,000</c>.</summary>
    internal string Shown => $"{Spent.Shown} spent{(Budget is null ? "" : $" of {Budget.Shown}")}"
        + (Projected is { } end ? $", {Format.Quantity(end)} projected" : "")
        + (Burn is { } burn ? $", as of {burn.OnDay}" : "");

    /// <summary>Null for a launch without a budget.</summary>
    /// <param name="readiness">Of these facts.</param>
    public static MoneyLine? Of(LaunchFacts facts, Readiness readiness)
    {
        if (Registers.Budget.Of(facts.Registers) is not { } known
            || readiness.Figure(known.SpentTotal) is not { } spent)
        {
            return null;
        }

        return new(known.Register, spent, Named(known.BudgetTotal), Named(known.ShareTotal),
            Comparable(BudgetBurn.ProjectedIn(facts, readiness)),
            [.. readiness.Findings.Where(f => f.Figure == spent.Name && f.Status == FindingStatus.Open)]);

        // In another currency it says nothing of this money.
        Quantity? Comparable(Quantity? projected) => Quantity.TryParse(spent.Value, null, out var amount)
            && projected?.Unit.IsComparableTo(amount.Unit) == true ? projected : null;

        Figure? Named(string? name) => name is null ? null : readiness.Figure(name);
    }
}
