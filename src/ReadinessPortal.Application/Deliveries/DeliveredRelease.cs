using ReadinessPortal.Domain.Evidence;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Application.Deliveries;

/// <summary>What a pipeline says it tested.</summary>
internal static class DeliveredRelease
{
    /// <summary>Of two names, the one that the release under test has otherwise: then it is of another build.</summary>
    /// <returns>Null where it names neither.</returns>
    public static string? Of(string? version, string? commit, Release? release)
    {
        string?[] names = [version, commit];
        return names.FirstOrDefault(n => Builds.OtherThan(release, n) is not null)
            ?? names.FirstOrDefault(n => n is not null);
    }
}
