using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Registers;

namespace ReadinessPortal.Domain.Verdicts;

// A budget has no target of its own, and stands beside the verdict: less of it may not be spent all at once.
public static partial class Loosening
{
    private static IEnumerable<ReadsBetter> OfBudgets(Reading was, Reading becomes)
    {
        var next = Uses(becomes).ToDictionary(u => (u.Register.Key, u.Use.Row), u => u.Use);
        var lines = Uses(was).Where(u => next.GetValueOrDefault((u.Register.Key, u.Use.Row)) is var other
            && (IsLess(u.Use.Share, other?.Share) || IsLess(u.Use.Used, other?.Used))).ToList();
        return OfMoney(was, becomes, lines.ConvertAll(l => l.Register.Key)).Concat(lines.Select(l =>
            Line(l.Register, l.Use, next.GetValueOrDefault((l.Register.Key, l.Use.Row)))));
    }

    private static ReadsBetter Line(Register register, BudgetUse use, BudgetUse? becomes) => new(
        use.Row is { } row
            ? new(SubjectKind.RegisterRow, $"{register.Key}/{row}")
            : new(SubjectKind.Register, register.Key),
        $"{register.Title}, {use.Title}: {use.Shown} spent \u2192 {becomes?.Shown ?? "removed"}");

    // What brief and report show, whatever its lines say: these know neither what is projected nor the day.
    private static IEnumerable<ReadsBetter> OfMoney(Reading was, Reading becomes, List<string> said)
    {
        if (MoneyLine.Of(was.Facts, was.Readiness) is not { } money)
        {
            yield break;
        }

        var next = MoneyLine.Of(becomes.Facts, becomes.Readiness);
        var title = money.Register.Title;
        if (next is not null && next.Register.Key != money.Register.Key)
        {
            yield return new(new(SubjectKind.Register, next.Register.Key),
                $"{title}: the launch's money is read from it \u2192 from {next.Register.Title}");
        }
        else if (IsLess(money.Projected?.InBase, next?.Projected?.InBase) || IsSpreadOut(money, next)
            || (!said.Contains(money.Register.Key)
                && (!IsAtLeast(next?.Spent, money.Spent) || IsLess(money.Share, next?.Share))))
        {
            yield return new(new(SubjectKind.Register, money.Register.Key),
                $"{title}: {money.Shown} \u2192 {next?.Shown ?? "nothing is said to be spent"}");
        }
    }

    // The same money over more of the period: other days, not further bills.
    private static bool IsSpreadOut(MoneyLine money, MoneyLine? next) => money.Burn is { } burn
        && (next?.Burn is not { } other
            || (other.Plan.InBase > burn.Plan.InBase && other.Spent.InBase <= burn.Spent.InBase));

    private static bool IsAtLeast(Figure? figure, Figure than) => !Quantity.TryParse(than.Value, null, out var least)
        || (Quantity.TryParse(figure?.Value, null, out var amount) && amount.Unit.IsComparableTo(least.Unit)
            && amount.InBase >= least.InBase);

    private static IEnumerable<(Register Register, BudgetUse Use)> Uses(Reading reading) =>
        from pair in reading.Facts.Registers.Zip(reading.Readiness.Registers)
        let budget = Budget.Of(pair.First)
        where budget is not null
        from use in budget.Uses(pair.Second)
        select (pair.First, use);

    private static bool IsLess(decimal? spent, decimal? becomes) => spent is not null && !(becomes >= spent);
}
