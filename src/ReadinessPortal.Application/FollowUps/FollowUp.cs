namespace ReadinessPortal.Application.FollowUps;

/// <summary>
/// Something that follows from what is committed and is made after it: it can be made again at any time from what the
/// database holds, and making it once more changes nothing.
/// </summary>
public interface IFollowUp
{
    /// <summary>Makes what is missing for a launch.</summary>
    /// <param name="number">Change that has to be in it at least.</param>
    Task RunAsync(Guid launchId, long number, CancellationToken ct);

    /// <summary>Launches for which it is missing or too old, whoever was to make it.</summary>
    /// <param name="most">So many at most; the rest is asked for later.</param>
    Task<IReadOnlyList<LaunchToFollow>> MissingAsync(int most, CancellationToken ct);
}

/// <param name="Number">The launch's change number.</param>
public sealed record LaunchToFollow(Guid LaunchId, long Number);
