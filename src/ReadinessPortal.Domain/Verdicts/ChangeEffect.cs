using System.Collections.Immutable;
using ReadinessPortal.Domain.Claims;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Gates;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Domain.Verdicts;

/// <summary>What a change would do to how a frozen launch reads: what whoever approves it has to see.</summary>
/// <param name="Better">Nothing where it needs nobody else; the rest is then not looked at.</param>
/// <param name="Worse">What stands against the launch after it and did not before, or not as badly.</param>
/// <param name="Totals">Each count and sum that it moves, before and after: <c>Gates green: 4 → 5 of 9</c>.</param>
public sealed record ChangeEffect(
    ImmutableArray<ReadsBetter> Better, ImmutableArray<string> Worse, ImmutableArray<string> Totals)
{
    public static ChangeEffect None { get; } = new([], [], []);

    public static ChangeEffect Of(LaunchBoard before, LaunchBoard after, DateTimeOffset now)
    {
        var better = Loosening.Of(before, after, now);
        if (better.IsEmpty)
        {
            return None;
        }

        var (was, becomes) = (Readiness.At(before, now), Readiness.At(after, now));
        return new(
            better,
            [
                .. GotWorse.Between(before.Facts, was, after.Facts, becomes)
                    .Where(r => r.Subject.Kind != SubjectKind.Claim).Select(r => r.Text),
                .. NewFindings(was, becomes),
            ],
            [.. TotalsOf(was, becomes), .. TotalsOfRegisters(after.Facts, was, becomes)]);
    }

    // One by one: their number is among the totals, and has to follow from what is listed.
    private static IEnumerable<string> NewFindings(Readiness was, Readiness becomes)
    {
        var known = was.Findings.Where(f => f.Status == FindingStatus.Open).Select(f => f.Claim)
            .ToHashSet(StringComparer.Ordinal);
        return becomes.Findings.Where(f => f.Status == FindingStatus.Open && !known.Contains(f.Claim))
            .Select(f => $"A new open finding: {f.About(becomes.Figure(f.Figure)?.Title)}. {f.Text}");
    }

    private static IEnumerable<string> TotalsOf(Readiness was, Readiness becomes) =>
        new[]
        {
            Moved("Readiness", Format.Word(was.Level), Format.Word(becomes.Level)),
            Moved("Gates green", OfAll(Green(was), was.Gates.Length), OfAll(Green(becomes), becomes.Gates.Length)),
            Moved("Criteria proven", OfAll(was.Tally.Proven, was.Tally.All),
                OfAll(becomes.Tally.Proven, becomes.Tally.All)),
            Moved("Open findings", $"{Open(was)}", $"{Open(becomes)}"),
            Moved("Score", Score(was), Score(becomes)),
        }.OfType<string>();

    private static IEnumerable<string> TotalsOfRegisters(LaunchFacts facts, Readiness was, Readiness becomes) =>
        from register in facts.Registers
        let totals = becomes.Registers.First(r => r.Key == register.Key).Totals
        let before = was.Registers.FirstOrDefault(r => r.Key == register.Key)?.Totals
        where totals is not null && before is not null && totals.Value.Length == before.Value.Length
        from column in register.Columns.Zip(before.Value.Zip(totals.Value))
        let moved = Moved($"{register.Title}, {column.First.Title}", column.Second.First.Shown,
            column.Second.Second.Shown)
        where moved is not null
        select moved;

    private static int Green(Readiness readiness) => readiness.Gates.Count(g => g.Colour == GateColour.Green);

    private static int Open(Readiness readiness) => readiness.Findings.Count(f => f.Status == FindingStatus.Open);

    private static string OfAll(int some, int all) => $"{some} of {all}";

    private static string Score(Readiness readiness) => readiness.Score.Value is { } value ? $"{value}" : "none";

    private static string? Moved(string what, string from, string to) =>
        from == to ? null : $"{what}: {from} \u2192 {to}";
}
