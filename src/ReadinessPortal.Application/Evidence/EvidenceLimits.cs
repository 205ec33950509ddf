using ReadinessPortal.Application.Packages;
using ReadinessPortal.Domain.Figures;

namespace ReadinessPortal.Application.Evidence;

/// <summary>How much evidence is taken in, and how slowly; one limit, whichever way a file comes.</summary>
/// <param name="MaxFileBytes">Largest file, in bytes.</param>
public sealed record EvidenceLimits(long MaxFileBytes = EvidenceLimits.StandardFileBytes)
{
    /// <summary>250 MiB.</summary>
    public const long StandardFileBytes = 250L << 20;

    /// <summary>The limit can be set to so much: what is larger could not travel in a package.</summary>
    public const long MostFileBytes = PackageSource.MaxFileBytes;

    /// <summary>Bytes of evidence in one launch.</summary>
    public const long MaxLaunchBytes = 20L << 30;

    public const int StandardBytesPerSecond = 4096;

    public const int StandardMinutes = 30;

    /// <summary>An upload brings so many at least, over each <see cref="Window"/>.</summary>
    public int MinBytesPerSecond { get; init; } = StandardBytesPerSecond;

    /// <summary>An upload takes so long at most.</summary>
    public TimeSpan Longest { get; init; } = TimeSpan.FromMinutes(StandardMinutes);

    /// <summary>How long an upload may falter before that counts.</summary>
    public TimeSpan Window { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>What is said of a larger one.</summary>
    /// <param name="file">Its name, or null where it is not known yet.</param>
    public string TooLarge(string? file = null) =>
        $"{VisibleText.Line(file ?? "The file")} is larger than {Format.Bytes(MaxFileBytes)}, the most one file may "
        + "have.";
}
