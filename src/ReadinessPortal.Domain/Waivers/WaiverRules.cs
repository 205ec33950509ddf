using System.Collections.Immutable;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Domain.Waivers;

/// <summary>An accepted failure counts when somebody else approved it and it lasts to the launch.</summary>
public static partial class WaiverRules
{
    public static bool IsValid(Waiver waiver, Launch launch, DateOnly today) =>
        WhyNotValid(waiver, launch, today) is null;

    /// <summary>The waiver that counts for a criterion, the one that lasts longest; null without a valid one.</summary>
    public static Waiver? ValidFor(string criterion, ImmutableArray<Waiver> waivers, Launch launch, DateOnly today) =>
        waivers.Where(w => w.Criterion == criterion && IsValid(w, launch, today)).MaxBy(w => w.ExpiresOn);

    /// <summary>In words, without a full stop; null when it counts.</summary>
    public static string? WhyNotValid(Waiver waiver, Launch launch, DateOnly today) =>
        waiver.WithdrawnAt is not null
            ? $"the waiver asked for by {waiver.RequestedBy} was taken back by {waiver.WithdrawnBy}"
        : waiver.Answer == WaiverAnswer.Declined ? $"the waiver asked for by {waiver.RequestedBy} was declined"
        : waiver.Answer == WaiverAnswer.Pending ? $"the waiver asked for by {waiver.RequestedBy} is not answered"
        : waiver.AnsweredById is not { } by || by == waiver.RequestedById
            ? "its waiver was approved by the person who asked for it"
        : waiver.ExpiresOn < today ? $"its waiver ran out on {Format.Day(waiver.ExpiresOn)}"
        : waiver.ExpiresOn < launch.TargetDate
            ? $"its waiver runs out on {Format.Day(waiver.ExpiresOn)}, before the launch"
        : null;
}
