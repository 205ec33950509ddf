namespace ReadinessPortal.Benchmarks;

/// <summary>Where the demo launch is found.</summary>
internal static class DemoPaths
{
    public const string Key = "GA-2025-001";

    public const string Brief = $"/launches/{Key}";

    public const string Criteria = $"{Brief}/criteria";

    public const string Verdict = $"/api/v1/launches/{Key}/verdict";

    public static string Register(string launch, string register) => $"/launches/{launch}/registers/{register}";
}
