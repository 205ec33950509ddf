using ReadinessPortal.Domain.Evidence;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Domain.Criteria;

/// <summary>Which of two runs of a validation counts: the newer one about this release, as with files of a slot.
/// </summary>
public static class RunRules
{
    /// <summary>Why a run is kept in the history alone and changes nothing, as the middle of a sentence; null where it
    /// counts from now on.</summary>
    /// <param name="stands">The validation as it is.</param>
    /// <param name="at">When the command ran.</param>
    /// <param name="release">What it ran against, where it says so.</param>
    public static string? WhyOnlyHistory(
        Validation stands, DateTimeOffset at, string? release, Launch launch, ProofTerms terms)
    {
        if (ValidationStanding.Of(stands).Outcome == ValidationOutcome.NeverRun)
        {
            return null;
        }

        var on = launch.Day(at);
        var whyNotAbout =
            Builds.OtherThan(terms.Release, release) is { } other ? $"it is about another build, {other}"
            : on > terms.Today ? $"it ran on {Format.Day(on)}, after the as-of date"
            : null;
        var isAbout = Builds.OtherThan(terms.Release, stands.Release) is null && !(stands.RecordedOn > terms.Today);
        return isAbout == whyNotAbout is null ? WhyOlder()
            : isAbout ? whyNotAbout
            : null;

        string? WhyOlder() =>
            ValidationStanding.RunOf(stands) is { } run
                ? at < run.At ? "a newer run is there" : null
            : on < stands.RecordedOn ? $"a newer output is there, of {Format.Day(stands.RecordedOn.Value)}"
            : null;
    }
}
