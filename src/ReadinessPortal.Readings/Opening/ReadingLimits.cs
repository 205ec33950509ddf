namespace ReadinessPortal.Readings.Opening;

/// <summary>How much a file may make the reader do. Sizes in bytes.</summary>
public sealed record ReadingLimits
{
    public static ReadingLimits Standard { get; } = new();

    /// <summary>Of one JSON document, which is held in memory as a whole.</summary>
    public int JsonDocument { get; init; } = 64 << 20;

    /// <summary>Of everything that an archive unpacks to.</summary>
    public long Unpacked { get; init; } = 1L << 30;

    /// <summary>Unpacked bytes for each packed one, once <see cref="RatioFrom"/> bytes are unpacked. Reports repeat
    /// themselves and reach 60; bombs begin near 1000.</summary>
    public int Ratio { get; init; } = 200;

    public long RatioFrom { get; init; } = 1 << 20;

    /// <summary>Files in one archive.</summary>
    public int Entries { get; init; } = 10_000;

    /// <summary>Archives inside each other.</summary>
    public int Depth { get; init; } = 2;

    /// <summary>Of an archive inside another one, which is held in memory: its directory stands at its end.</summary>
    public int InnerArchive { get; init; } = 16 << 20;
}
