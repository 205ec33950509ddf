using System.Diagnostics;

namespace ReadinessPortal.Benchmarks;

/// <summary>Figures of one thing that was done many times; times are in milliseconds.</summary>
internal sealed class Samples(IEnumerable<double> figures)
{
    private readonly double[] _sorted = [.. figures.Order()];

    public double Median => At(0.5);

    public double P95 => At(0.95);

    public static async Task<Samples> OfAsync(int times, Func<Task> work)
    {
        var taken = new List<double>(times);
        for (var i = 0; i < times; i++)
        {
            var watch = Stopwatch.StartNew();
            await work();
            taken.Add(watch.Elapsed.TotalMilliseconds);
        }

        return new(taken);
    }

    private double At(double share) => _sorted[Math.Min((int)(_sorted.Length * share), _sorted.Length - 1)];
}
