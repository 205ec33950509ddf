using System.Text.RegularExpressions;

namespace ReadinessPortal.Benchmarks;

/// <summary>What one page costs who asks for it alone.</summary>
/// <param name="Milliseconds">Median of many requests, one after the other.</param>
/// <param name="Kilobytes">Of its HTML.</param>
/// <param name="Elements">In its HTML.</param>
internal sealed partial record PageCost(double Milliseconds, double Kilobytes, int Elements)
{
    private const int Warm = 3;
    private const int Times = 15;

    public static async Task<PageCost> OfAsync(HttpClient client, string path)
    {
        var page = "";
        async Task GetAsync() => page = await client.GetStringAsync(new Uri(path, UriKind.Relative));
        await Samples.OfAsync(Warm, GetAsync);
        var taken = await Samples.OfAsync(Times, GetAsync);
        return new(taken.Median, page.Length / 1000.0, Element().Count(page));
    }

    [GeneratedRegex("<[a-z]")]
    private static partial Regex Element();
}
