using System.Collections.Immutable;
using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Verdicts;

namespace ReadinessPortal.Domain.Waivers;

/// <summary>
/// An accepted failure counts when somebody else approved it, it lasts to the launch, and everything that fails is what
/// was looked at when it was asked for.
/// </summary>
public static partial class WaiverRules
{
    /// <summary>The waiver that counts for a criterion, the one that lasts longest; null without a valid one.</summary>
    /// <param name="failures">Why the criterion failed, as it stands.</param>
    public static Waiver? ValidFor(
        string criterion, ImmutableArray<Waiver> waivers, Launch launch, DateOnly today,
        ImmutableArray<string> failures) =>
        waivers.Where(w => w.Criterion == criterion && WhyNotValid(w, launch, today, failures) is null)
            .MaxBy(w => w.ExpiresOn);

    /// <summary>In words, without a full stop; null when it counts.</summary>
    public static string? WhyNotValid(Waiver waiver, LaunchFacts facts, Readiness readiness) =>
        WhyNotValid(waiver, facts.Launch, readiness.Today, Failures(waiver, facts, readiness));

    /// <inheritdoc cref="WhyNotValid(Waiver, LaunchFacts, Readiness)"/>
    /// <param name="failures">Why the criterion failed, as it stands.</param>
    public static string? WhyNotValid(
        Waiver waiver, Launch launch, DateOnly today, ImmutableArray<string> failures) =>
        waiver.WithdrawnAt is not null
            ? $"the waiver asked for by {waiver.RequestedBy} was withdrawn by {waiver.WithdrawnBy}"
        : waiver.Answer == WaiverAnswer.Declined ? $"the waiver asked for by {waiver.RequestedBy} was declined"
        : waiver.Answer == WaiverAnswer.Pending ? $"the waiver asked for by {waiver.RequestedBy} is not answered"
        : waiver.AnsweredById is not { } by || by == waiver.RequestedById
            ? "its waiver was approved by the person who asked for it"
        : waiver.ExpiresOn < today ? $"its waiver ran out on {Format.Day(waiver.ExpiresOn)}"
        : waiver.ExpiresOn < launch.TargetDate
            ? $"its waiver runs out on {Format.Day(waiver.ExpiresOn)}, before the launch"
        : WhyNotCovered(waiver, failures) is { } why ? $"its waiver {why}; ask for another one"
        : null;

    // To follow "the waiver": what fails has to be what was asked for, to the value.
    private static string? WhyNotCovered(Waiver waiver, ImmutableArray<string> failures) =>
        failures.Except(waiver.Accepts, StringComparer.Ordinal).FirstOrDefault() is not { } other ? null
        : waiver.Accepts.IsEmpty ? "does not say which failures it was asked for"
        : $"was not asked for this: {other}";

    // A revision from before waivers said what they accept tells by its state that this one counted.
    private static ImmutableArray<string> Failures(Waiver waiver, LaunchFacts facts, Readiness readiness) =>
        facts.Criteria.FirstOrDefault(c => c.Key == waiver.Criterion) is not { } criterion
            || (waiver.Accepts.IsEmpty && readiness.Criterion(criterion.Key).State == CriterionState.Waived)
            ? []
            : CriterionRules.Failures(
                CriterionRules.Weigh(criterion, facts, readiness.Drills, [], readiness.Today).Points);
}
