using System.Collections.Immutable;
using ReadinessPortal.Domain.Claims;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Verdicts;
using BudgetRegister = ReadinessPortal.Domain.Registers.Budget;

namespace ReadinessPortal.Web.Money;

/// <summary>What the launch has cost against what it may cost, and who says otherwise.</summary>
/// <param name="Register">Key of the register that says so.</param>
/// <param name="Share">Of the budget, as a fraction; null where one of the two is not known.</param>
/// <param name="Unreconciled">Open findings about the amount spent.</param>
public sealed record MoneyLine(
    string Register, Figure Spent, Figure? Budget, decimal? Share, ImmutableArray<Finding> Unreconciled)
{
    /// <summary>Null for a launch without a budget.</summary>
    public static MoneyLine? Of(LaunchFacts facts, Readiness readiness)
    {
        if (BudgetRegister.Of(facts.Registers) is not { } known
            || readiness.Figure(known.SpentTotal) is not { } spent)
        {
            return null;
        }

        var budget = known.BudgetTotal is { } name ? readiness.Figure(name) : null;
        return new(known.Register.Key, spent, budget, BudgetRegister.ShareOf(spent.Value, budget?.Value),
            [.. readiness.Findings.Where(f => f.Figure == spent.Name && f.Status == FindingStatus.Open)]);
    }
}
