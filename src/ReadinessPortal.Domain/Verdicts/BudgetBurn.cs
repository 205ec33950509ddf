using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Registers;

namespace ReadinessPortal.Domain.Verdicts;

/// <summary>
/// What was spent of a budget by a day of its period, beside a straight-line plan and what is projected for the
/// period's end.
/// </summary>
/// <param name="From">First day of the period.</param>
/// <param name="To">Its last day.</param>
/// <param name="On">Day the amount spent is of: within the period.</param>
/// <param name="Projected">For the last day; null where nobody projects it.</param>
public sealed record BudgetBurn(
    DateOnly From, DateOnly To, DateOnly On, Quantity Budget, Quantity Spent, Quantity? Projected)
{
    /// <summary>The day of the period, from 1.</summary>
    public int Day => On.DayNumber - From.DayNumber + 1;

    /// <summary>How many days the period has.</summary>
    public int Days => To.DayNumber - From.DayNumber + 1;

    /// <summary>What a straight-line plan has spent by then: as much of the budget as is over of the period.</summary>
    public Quantity Plan => new(Budget.Amount * Day / Days, Budget.Unit);

    /// <summary>What the whole period costs if the days to come cost as much as those that are over.</summary>
    public Quantity RunRate => new(Spent.Amount * Days / Day, Spent.Unit);

    /// <summary>What the projection supposes of the days to come, where they are to cost less than those that are over
    /// and the run rate would not keep the budget: <c>which leaves $7,632 for the other 15 days</c>; null otherwise.
    /// </summary>
    public string? Supposes =>
        Projected is not { } end || end.InBase >= RunRate.InBase || RunRate.InBase <= Budget.InBase ? null
        : end.InBase < Spent.InBase ? "less than is spent already"
        : $"which leaves {Format.Quantity(new(end.Amount - Spent.Amount, Spent.Unit))} for the other "
            + Counted.Of(Days - Day, "day", "days");

    /// <summary><c>day 15 of 30</c>.</summary>
    public string OnDay => $"day {Day} of {Days}";

    /// <summary><c>15 Nov 2025, day 15 of 30; a straight-line plan has spent $23,500</c>.</summary>
    public string Shown => $"{Format.Day(On)}, {OnDay}; a straight-line plan has spent {Format.Quantity(Plan)}";

    /// <summary><c>As of 15 Nov 2025, day 15 of 30: run rate $75,136 for the period,
    /// projected $45,200, which leaves $7,632 for the other 15 days</c>.</summary>
    public string InShort => $"As of {Format.Day(On)}, {OnDay}: run rate {Format.Quantity(RunRate)} for the period"
        + (Projected is { } projected ? $", projected {Format.Quantity(projected)}" : "")
        + (Supposes is { } supposes ? $", {supposes}" : "")
        + (Projected is { } end && end.InBase > Budget.InBase ? ", over the budget" : "");

    /// <summary>Null where the register does not state its period, the budget or what was spent in one currency.
    /// </summary>
    internal static BudgetBurn? Of(Register register, Figure spent, Figure? budget, Quantity? projected) =>
        register is { PeriodFrom: { } from, PeriodTo: { } to, StateOf: { } on } && from <= on && on <= to
            && Quantity.TryParse(spent.Value, null, out var amount)
            && Quantity.TryParse(budget?.Value, null, out var whole)
            && whole.InBase > 0 && amount.Unit.IsComparableTo(whole.Unit)
            ? new(from, to, on, whole, amount, projected)
            : null;

    /// <summary>What the first column says that projects a budget: its total, or its only cell.</summary>
    internal static Quantity? ProjectedIn(LaunchFacts facts, Readiness readiness)
    {
        foreach (var (register, table) in facts.Registers.Zip(readiness.Registers))
        {
            if (register.Columns.Index().FirstOrDefault(c => c.Item.BudgetRole == BudgetRole.Projected)
                is { Item: not null, Index: var place })
            {
                var total = table.Totals is { } totals ? totals[place].Value : null;
                var cells = table.Rows.Select(r => r.Cells[place].Value).OfType<string>().ToList();
                return (total is null ? cells : [total]) is [var only]
                    && Quantity.TryParse(only, null, out var amount) ? amount : null;
            }
        }

        return null;
    }
}
