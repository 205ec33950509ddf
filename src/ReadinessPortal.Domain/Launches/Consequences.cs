using System.Collections.Immutable;
using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Evidence;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Verdicts;
using ReadinessPortal.Domain.Waivers;

namespace ReadinessPortal.Domain.Launches;

/// <summary>What another target date or another release under test would change, said before it is saved.</summary>
public static class Consequences
{
    private const int MostNamed = 12;

    /// <summary>One sentence each without a full stop, the weightiest first; empty when nothing changes.</summary>
    public static ImmutableArray<string> OfMoving(LaunchBoard board, DateOnly to, DateTimeOffset now)
    {
        var from = board.Launch.TargetDate;
        return to == from
            ? []
            : [
                .. InThePast(board.Launch.Today(now), to),
                .. Derived(board, board.Launch with { TargetDate = to }, now),
                .. Waivers(board, from, to),
                .. GoingOutOfDate(board, from, to, now),
                .. Frozen(board, $"says {Format.Day(from)}"),
            ];
    }

    /// <inheritdoc cref="OfMoving"/>
    public static ImmutableArray<string> OfChanging(LaunchBoard board, Release? to, DateTimeOffset now) =>
        to == board.Launch.Release
            ? []
            : [
                .. Derived(board, board.Launch with { Release = to }, now),
                .. ProvingNothing(board, to, now),
                .. ProvenAgain(board, to, now),
                .. Frozen(board, $"is about {board.Launch.Release?.Name ?? "no named release"}"),
            ];

    private static IEnumerable<string> InThePast(DateOnly today, DateOnly to) => to < today
        ? [$"{Format.Day(to)} is in the past: today is {Format.Day(today)}"]
        : [];

    private static IEnumerable<string> Derived(LaunchBoard board, Launch next, DateTimeOffset now)
    {
        var before = Readiness.At(board, now);
        var after = Readiness.At(board with { Facts = board.Facts with { Launch = next } }, now);
        if (before.Level != after.Level)
        {
            yield return $"Readiness: {Format.Word(before.Level)} \u2192 {Format.Word(after.Level)}";
        }

        foreach (var (was, becomes) in before.Gates.Zip(after.Gates).Where(g => g.First.Colour != g.Second.Colour))
        {
            yield return $"Gate {board.Facts.Gates.First(g => g.Key == was.Key).Title}: "
                + $"{Format.Word(was.Colour)} \u2192 "
                + Format.Word(becomes.Colour);
        }

        foreach (var (was, becomes) in before.Criteria.Zip(after.Criteria).Where(c => c.First.State != c.Second.State))
        {
            var why = becomes.Why.Except(was.Why, StringComparer.Ordinal).FirstOrDefault();
            yield return $"{TitleOf(board, was.Key)}: {Format.Word(was.State)} \u2192 {Format.Word(becomes.State)}"
                + (why is null ? "" : $", {char.ToLowerInvariant(why[0])}{why[1..].TrimEnd('.')}");
        }
    }

    // Those that count today are named by the state they take with them; these are still open, or would be.
    private static IEnumerable<string> Waivers(LaunchBoard board, DateOnly was, DateOnly to) =>
        board.Waivers
            .Where(w => w.Answer == WaiverAnswer.Pending && w.ExpiresOn >= was && w.ExpiresOn < to)
            .Select(w => $"The waiver of {TitleOf(board, w.Criterion)} that waits for an answer ends on "
                + $"{Format.Day(w.ExpiresOn)}, before the new date: it could not be approved");

    private static IEnumerable<string> GoingOutOfDate(LaunchBoard board, DateOnly from, DateOnly to, DateTimeOffset now)
    {
        ImmutableArray<ProofLine> old =
        [
            .. Readiness.At(board, now).Criteria.SelectMany(c => c.Proofs)
                .Where(p => p.Proves && p.InDateUntil >= from && p.InDateUntil < to)
                .DistinctBy(p => (p.Subject, p.Title)).OrderBy(p => p.InDateUntil),
        ];
        if (!old.IsEmpty)
        {
            yield return $"{Pieces(old.Length)} of evidence will be out of date before the new date: "
                + Counted.List([.. old.Select(p => $"{p.Title} ({Format.Day(p.InDateUntil!.Value)})")]);
        }
    }

    private static IEnumerable<string> ProvingNothing(LaunchBoard board, Release? to, DateTimeOffset now)
    {
        var next = board with { Facts = board.Facts with { Launch = board.Launch with { Release = to } } };
        var after = Proving(next, now);
        var gone = Proving(board, now).Except(after).Select(p => p.Title).Distinct(StringComparer.Ordinal).ToList();
        if (gone.Count > 0)
        {
            yield return $"{Pieces(gone.Count)} of evidence would prove nothing any more, because "
                + $"{(gone.Count == 1 ? "it names" : "they name")} another release: {Counted.List(gone)}";
        }

        // Nobody can tell whether it is about the new one.
        var silent = board.Facts.Evidence
            .Where(e => e.Release is null && !Builds.IsNamedBy(e)
                && after.Any(p => p.Subject == new SubjectRef(SubjectKind.Evidence, e.Key)))
            .Select(e => e.Title).ToList();
        if (to is not null && silent.Count > 0)
        {
            yield return $"{Pieces(silent.Count)} of evidence {(silent.Count == 1 ? "names" : "name")} no release and "
                + $"would go on proving: {Counted.List(silent, most: MostNamed)}";
        }
    }

    // As the re-run plan will list them once it is saved; those that are so already are not new.
    private static IEnumerable<string> ProvenAgain(LaunchBoard board, Release? to, DateTimeOffset now)
    {
        var before = OfOtherBuilds(board).Select(c => c.Key).ToHashSet(StringComparer.Ordinal);
        var again = OfOtherBuilds(board.With(board.Launch with { Release = to }))
            .Where(c => !before.Contains(c.Key)).Select(c => c.Title).ToList();
        if (again.Count > 0)
        {
            yield return $"{Counted.Capital(Counted.Of(again.Count, "criterion", "criteria"))} would have to be proven "
                + $"again, by evidence of the new release: {Counted.List(again, most: MostNamed)}";
        }

        IEnumerable<RerunCriterion> OfOtherBuilds(LaunchBoard of) =>
            RerunPlan.Of(of.Facts, Readiness.At(of, now), of.Holdings).OfOtherBuilds;
    }

    private static HashSet<(SubjectRef Subject, string Title)> Proving(LaunchBoard board, DateTimeOffset now) =>
        [.. Readiness.At(board, now).Criteria.SelectMany(c => c.Proofs).Where(p => p.Proves)
            .Select(p => (p.Subject, p.Title))];

    private static IEnumerable<string> Frozen(LaunchBoard board, string says)
    {
        if (board.NewestRevision is { } newest)
        {
            yield return $"Revision {newest.Number} stays as it was signed and {says}; "
                + "the next one asks everybody again";
        }
    }

    private static string Pieces(int count) => Counted.Capital(Counted.Of(count, "piece"));

    private static string TitleOf(LaunchBoard board, string criterion) =>
        board.Facts.Criteria.FirstOrDefault(c => c.Key == criterion)?.Title ?? criterion;
}
