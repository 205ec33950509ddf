using ReadinessPortal.Application.Packages;
using ReadinessPortal.Domain;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Registers;

namespace ReadinessPortal.Benchmarks;

/// <summary>The demo launch, and launches of its shape that are larger or smaller; figures and claims as they are,
/// because a larger launch has more facts and not more kinds of them.</summary>
internal static class DemoLaunch
{
    public static async Task<LaunchFacts> FactsAsync() => (await LaunchPackage.ReadAsync(Folder)).Facts;

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Demo", DemoPaths.Key);

    /// <summary>The same as a launch of its own, without files.</summary>
    public static LaunchFacts Named(this LaunchFacts facts, string key) => facts with
    {
        Launch = facts.Launch with { Id = Guid.CreateVersion7(), Key = key },
        Evidence = [.. facts.Evidence.Select(e => e with { Sha256 = null, Size = null, MediaType = null })],
    };

    /// <summary>With its criteria and the rows of every register <paramref name="times"/> over.</summary>
    public static LaunchFacts Times(this LaunchFacts facts, int times) => facts.Named($"TIMES-{times}")
        .WithCriteria(facts.Criteria.Length * times)
        .WithRows(_ => true, register => register.Rows.Length * times);

    public static LaunchFacts WithCriteria(this LaunchFacts facts, int count)
    {
        var criteria = Filled(facts.Criteria, count, (criterion, i) => criterion with
        {
            Key = $"{criterion.Key}-{i}",
            Title = $"{criterion.Title} {i}",
        });
        return facts with { Criteria = criteria };
    }

    /// <summary>With one register grown to <paramref name="count"/> rows.</summary>
    public static LaunchFacts WithRows(this LaunchFacts facts, string register, int count) =>
        facts.WithRows(r => r.Key == register, _ => count);

    private static LaunchFacts WithRows(
        this LaunchFacts facts, Func<Register, bool> which, Func<Register, int> count)
    {
        var registers = facts.Registers.Select(r => !which(r) ? r : r with
        {
            Rows = Filled(r.Rows, count(r), (row, i) => row with { Key = $"{row.Key}-{i}" }),
        });
        return facts with { Registers = [.. registers] };
    }

    // The same again and again, and from the second time on with the number of the time.
    private static EquatableArray<T> Filled<T>(EquatableArray<T> facts, int count, Func<T, int, T> again) =>
    [
        .. Enumerable.Range(0, count).Select(i =>
            i < facts.Length ? facts[i] : again(facts[i % facts.Length], i / facts.Length)),
    ];
}
