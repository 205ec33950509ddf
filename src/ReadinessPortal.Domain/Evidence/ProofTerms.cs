using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Domain.Evidence;

/// <summary>What evidence of a launch is held against.</summary>
/// <param name="Today">The day that counts as today.</param>
/// <param name="Target">Day of the launch.</param>
/// <param name="Release">Under test; null where evidence of any counts.</param>
/// <param name="Validity">Days of the launch's own; null for the standard ones.</param>
public sealed record ProofTerms(
    DateOnly Today, DateOnly Target, Release? Release = null, EvidenceValidity? Validity = null)
{
    public static ProofTerms Of(Launch launch, DateOnly today) =>
        new(today, launch.TargetDate, launch.Release, launch.Validity);
}
