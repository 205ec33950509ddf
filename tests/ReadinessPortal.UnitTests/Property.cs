using CsCheck;
using Xunit.Sdk;

namespace ReadinessPortal.UnitTests;

/// <summary>
/// Property tests whose every sample follows from one seed, so that two runs try the same. PORTAL_SEED=random tries
/// others, PORTAL_SEED=SEED those that a failure names.
/// </summary>
internal static class Property
{
    private const string Usual = "0N0XIzNsQ0O2";

    /// <exception cref="XunitException">Names the shortest sample for which it does not hold, and the seed.</exception>
    public static void Holds<T>(this Gen<T> samples, Func<T, bool> holds, int count) =>
        samples.Holds(holds, count, Environment.GetEnvironmentVariable("PORTAL_SEED"));

    public static void Holds<T>(this Gen<T> samples, Func<T, bool> holds, int count, string? chosen)
    {
        var seed = chosen switch
        {
            null or "" => Usual,
            "random" => new PCG((uint)Random.Shared.Next(), (ulong)Random.Shared.NextInt64()).ToString(),
            _ => chosen,
        };
        var generator = PCG.Parse(seed);
        var failures = new List<string>();
        for (var i = 0; i < count; i++)
        {
            var sample = samples.Generate(generator, null, out _);
            if (WhyNot(sample, holds) is { } reason)
            {
                failures.Add($"{Check.Print(sample)}{reason}");
            }
        }

        if (failures.MinBy(f => f.Length) is { } shortest)
        {
            throw new XunitException(
                $"{failures.Count} of {count} samples fail. The shortest: {shortest}\nAgain: PORTAL_SEED={seed}");
        }
    }

    private static string? WhyNot<T>(T sample, Func<T, bool> holds)
    {
        try
        {
            return holds(sample) ? null : "";
        }
        catch (Exception problem)
        {
            return $"\n{problem}";
        }
    }
}
