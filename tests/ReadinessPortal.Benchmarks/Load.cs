namespace ReadinessPortal.Benchmarks;

/// <summary>What one load found.</summary>
/// <param name="Requests">That were answered.</param>
/// <param name="Rate">Answers per second.</param>
/// <param name="P95">Milliseconds within which 95 of 100 answers came; infinite where none came.</param>
internal sealed record Load(long Requests, double Rate, double P95);
