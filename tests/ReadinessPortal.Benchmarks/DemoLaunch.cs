using ReadinessPortal.Application.Packages;
using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Registers;

namespace ReadinessPortal.Benchmarks;

/// <summary>The demo launch, and launches of its shape that are larger.</summary>
internal static class DemoLaunch
{
    public static async Task<LaunchFacts> FactsAsync() => (await LaunchPackage.ReadAsync(Folder)).Facts;

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Demo", "GA-2025-001");

    /// <summary>
    /// The same launch with its criteria and register rows <paramref name="times"/> over; figures and claims as they
    /// were, because a larger launch has more facts and not more kinds of them.
    /// </summary>
    public static LaunchFacts Times(this LaunchFacts facts, int times) => facts with
    {
        Launch = facts.Launch with { Id = Guid.CreateVersion7(), Key = $"TIMES-{times}" },
        Evidence = [.. facts.Evidence.Select(e => e with { Sha256 = null, Size = null, MediaType = null })],
        Criteria = [.. Enumerable.Range(0, times).SelectMany(i => facts.Criteria.Select(c => Again(c, i)))],
        Registers =
        [
            .. facts.Registers.Select(r => r with
            {
                Rows = [.. Enumerable.Range(0, times).SelectMany(i => r.Rows.Select(row => Again(row, i)))],
            }),
        ],
    };

    private static Criterion Again(Criterion criterion, int i) =>
        i == 0 ? criterion : criterion with { Key = $"{criterion.Key}-{i}", Title = $"{criterion.Title} {i}" };

    private static RegisterRow Again(RegisterRow row, int i) => i == 0 ? row : row with { Key = $"{row.Key}-{i}" };
}
