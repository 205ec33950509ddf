namespace ReadinessPortal.Pdf.Infrastructure;

/// <summary>
/// What the file says about itself. Dates are left out on purpose, so that the bytes depend on the content only.
/// </summary>
public sealed class DocumentMetadata
{
    public string? Title { get; set; }

    public string? Author { get; set; }

    public string? Subject { get; set; }

    public string? Keywords { get; set; }

    public string? Creator { get; set; }

    public string? Producer { get; set; }

    /// <summary>A language tag such as <c>en-GB</c>. Kept for the finisher; this engine does not write it.</summary>
    public string? Language { get; set; }

    /// <summary>Kept for the finisher; this engine does not write it.</summary>
    public DateTimeOffset CreationDate { get; set; }

    /// <summary>Kept for the finisher; this engine does not write it.</summary>
    public DateTimeOffset ModifiedDate { get; set; }

    public static DocumentMetadata Default => new();
}

/// <summary>How the file is written.</summary>
public sealed class DocumentSettings
{
    public bool CompressDocument { get; set; } = true;

    /// <summary>The resolution, in dots per inch, of anything that has to be drawn as pixels.</summary>
    public int ImageRasterDpi { get; set; } = 288;

    public static DocumentSettings Default => new();
}
