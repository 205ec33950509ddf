namespace ReadinessPortal.Benchmarks;

/// <summary>Something that a measurement needs is missing; says in one sentence what to do.</summary>
internal sealed class NotMeasuredException(string message) : Exception(message);
