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
        $"{register.Title}, {use.Title}: {use.Shown} spent \u2192 {becomes?.Shown ?? "taken away"}");

    // What brief and report show, whatever its lines and its total say.
    private static IEnumerable<ReadsBetter> OfMoney(Reading was, Reading becomes, List<string> said)
    {
        if (Budget.Of(was.Facts.Registers) is not { } money || was.Readiness.Figure(money.SpentTotal) is not { } spent)
        {
            yield break;
        }

        var instead = Budget.Of(becomes.Facts.Registers);
        var subject = new SubjectRef(SubjectKind.Register, money.Register.Key);
        if (instead is not null && instead.Register.Key != money.Register.Key)
        {
            yield return new(new(SubjectKind.Register, instead.Register.Key),
                $"{money.Register.Title}: the launch's money is read from it \u2192 from {instead.Register.Title}");
        }
        else if (!said.Contains(money.Register.Key))
        {
            var (budget, next) = (Of(was, money.BudgetTotal), Of(becomes, instead?.SpentTotal));
            var nextBudget = Of(becomes, instead?.BudgetTotal);
            if (!IsAtLeast(next, spent)
                || IsLess(Budget.ShareOf(spent.Value, budget?.Value), Budget.ShareOf(next?.Value, nextBudget?.Value)))
            {
                yield return new(subject,
                    $"{money.Register.Title}: {Said(spent, budget)} \u2192 {Said(next, nextBudget)}");
            }
        }

        static Figure? Of(Reading reading, string? name) => name is null ? null : reading.Readiness.Figure(name);

        static string Said(Figure? spent, Figure? budget) => spent is null ? "nothing is said to be spent"
            : $"{spent.Shown} spent{(budget is null ? "" : $" of {budget.Shown}")}";
    }

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
