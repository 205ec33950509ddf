using ReadinessPortal.Application.Packages;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Application.Evidence;

/// <summary>How much evidence is taken in, and how slowly; one limit, whichever way a file comes.</summary>
/// <param name="MaxFileBytes">Largest file, in bytes.</param>
public sealed record EvidenceLimits(long MaxFileBytes = EvidenceLimits.StandardFileBytes)
{
    /// <summary>250 MiB.</summary>
    public const long StandardFileBytes = 250L << 20;

    /// <summary>The limit can be set to so much: what is larger could not travel in a package.</summary>
    public const long MostFileBytes = PackageSource.MaxFileBytes;

    /// <summary>10 GiB.</summary>
    public const long StandardLaunchBytes = 10L << 30;

    /// <summary>The limit of a launch can be set to so much: 1 TiB.</summary>
    public const long MostLaunchBytes = 1L << 40;

    public const int StandardUploads = 8;

    public const int MostUploads = 32;

    /// <summary>What may stand around the files in the body of a request, in bytes.</summary>
    private const long AroundFiles = 1 << 20;

    public const int StandardBytesPerSecond = 4096;

    public const int StandardMinutes = 30;

    /// <summary>Evidence in hand of one launch, in bytes.</summary>
    public long MaxLaunchBytes { get; init; } = StandardLaunchBytes;

    /// <summary>Uploads that are received at once, of everybody.</summary>
    public int UploadsAtOnce { get; init; } = StandardUploads;

    /// <summary>Largest body of a request that brings files, in bytes.</summary>
    public long MaxBodyBytes => MaxFileBytes + AroundFiles;

    /// <summary>An upload brings so many at least, over each <see cref="Window"/>.</summary>
    public int MinBytesPerSecond { get; init; } = StandardBytesPerSecond;

    /// <summary>An upload takes so long at most.</summary>
    public TimeSpan Longest { get; init; } = TimeSpan.FromMinutes(StandardMinutes);

    /// <summary>How long an upload may falter before that counts.</summary>
    public TimeSpan Window { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>What a launch has no room for; null where it has.</summary>
    /// <param name="length">Bytes that come to what the launch holds.</param>
    internal Refusal? WhyNoRoom(LaunchBoard board, long length) =>
        board.Facts.Evidence.Sum(e => e.IsInHand ? e.Size ?? 0 : 0) + length > MaxLaunchBytes
            ? new NoRoomForEvidence(length, MaxLaunchBytes)
            : null;

    /// <summary>Bytes of files that a body of this length brings at least.</summary>
    internal static long LeastOf(long body) => Math.Max(0, body - AroundFiles);

    /// <summary>What is said of a larger one.</summary>
    /// <param name="file">Its name, or null where it is not known yet.</param>
    public string TooLarge(string? file = null) =>
        $"{VisibleText.Line(file ?? "The file")} is larger than {Format.Bytes(MaxFileBytes)}, the most one file may "
        + "have.";
}
