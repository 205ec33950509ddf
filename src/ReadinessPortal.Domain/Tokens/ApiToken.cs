namespace ReadinessPortal.Domain.Tokens;

/// <summary>
/// A key that a launch manager made for a pipeline. What it was made of is shown once and known to nobody: only its
/// hash is kept.
/// </summary>
public sealed record ApiToken
{
    /// <summary>Most characters of a name.</summary>
    public const int NameLength = 60;

    /// <summary>Days that a token lasts where nobody says otherwise.</summary>
    public const int UsualDays = 90;

    /// <summary>Most days that a token may last.</summary>
    public const int MostDays = 365;

    /// <summary>Stands for the token wherever a person's id does.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The only launch it is good for.</summary>
    public Guid LaunchId { get; init; }

    /// <summary>As its manager calls it: <c>ci-main</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Of the whole token.</summary>
    public required byte[] Sha256 { get; init; }

    /// <summary>What it may do.</summary>
    public required TokenScope Scope { get; init; }

    /// <summary>Keys of the categories whose criteria it may deliver evidence for; empty for all of them.</summary>
    public EquatableArray<string> Categories { get; init; } = [];

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Name of whoever made it.</summary>
    public required string CreatedBy { get; init; }

    /// <summary>That person; null for tokens from before this was kept.</summary>
    public Guid? CreatedById { get; init; }

    /// <summary>From then on it opens nothing.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>When somebody ended it before its time; null while nobody did.</summary>
    public DateTimeOffset? RevokedAt { get; init; }

    /// <summary>Name of whoever ended it.</summary>
    public string? RevokedBy { get; init; }

    /// <summary>Its last use, to the minute; null for none. No fact, and not in the audit.</summary>
    public DateTimeOffset? LastUsedAt { get; init; }
}
