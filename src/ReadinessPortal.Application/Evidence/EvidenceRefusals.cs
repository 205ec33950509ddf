using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Application.Evidence;

/// <summary>Its sender held a place that others need.</summary>
public sealed record UploadTooSlow(EvidenceLimits Limits) : Refusal
{
    public override string Text =>
        $"The file came too slowly: {Format.Bytes(Limits.MinBytesPerSecond)} a second are needed, and an upload may "
        + $"take {Counted.Of((int)Limits.Longest.TotalMinutes, "minute", "minutes")}. Nothing was attached; send it "
        + "again over a better line.";
}

/// <summary>Too many uploads wait for a place already, or this one has waited for too long.</summary>
public sealed record NoPlaceForUpload : Refusal
{
    public override string Text =>
        "Too many uploads are under way just now. Nothing was attached; try again in a moment.";
}

/// <summary>The disk that uploads are received on is full.</summary>
public sealed record SpoolIsFull : Refusal
{
    public override string Text =>
        "The portal has no room on its disk for this just now. Nothing was kept; try again in a moment, and tell "
        + "whoever runs the portal if it stays.";
}
