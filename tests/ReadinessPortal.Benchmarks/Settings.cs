using System.Globalization;

namespace ReadinessPortal.Benchmarks;

/// <summary>What the environment says of how to measure.</summary>
internal static class Settings
{
    /// <summary>How often everything is measured, in turn with what it is compared to; the median counts.</summary>
    public const int Rounds = 3;

    /// <summary>Seconds that one load lasts, from <c>BENCH_SECONDS</c>.</summary>
    public static int Seconds { get; } = Number("BENCH_SECONDS", 5);

    /// <summary>Pages that are open while a change reaches them all, from <c>BENCH_PAGES</c>.</summary>
    public static int Pages { get; } = Number("BENCH_PAGES", 1000);

    /// <exception cref="NotMeasuredException">It is not set.</exception>
    public static string Server(string name) => Text(name)
        ?? throw new NotMeasuredException($"{name} is not set: run eval \"$(./portal db)\" first.");

    public static string? Text(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? text : null;

    private static int Number(string name, int standard) =>
        Text(name) is not { } text ? standard
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number
        : throw new NotMeasuredException($"{name} is '{text}': give a whole number from 1.");
}
