namespace ReadinessPortal.Domain.Evidence;

/// <summary>Evidence that a report can print as a picture.</summary>
public static class Pictures
{
    /// <param name="mediaType">As detected from the bytes.</param>
    public static bool IsPrinted(string? mediaType) => mediaType is "image/png" or "image/jpeg";
}
