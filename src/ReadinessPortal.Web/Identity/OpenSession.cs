namespace ReadinessPortal.Web.Identity;

/// <summary>A sign-in of somebody, as long as its cookie may still be good.</summary>
public sealed class OpenSession
{
    /// <summary>Most characters of <see cref="Browser"/>.</summary>
    public const int BrowserLength = 80;

    /// <summary>How long one lives that is not used: as its cookie.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(8);

    /// <summary>Most characters of <see cref="ProviderSession"/>.</summary>
    public const int ProviderSessionLength = 255;

    /// <summary>As the cookie names it.</summary>
    public required string Session { get; init; }

    public required Guid UserId { get; init; }

    /// <summary>For a person to know it again: <c>Firefox on Windows</c>.</summary>
    public required string Browser { get; init; }

    public required DateTimeOffset BeganAt { get; init; }

    /// <summary>When its cookie was made or renewed last, which is within four hours of its last use.</summary>
    public required DateTimeOffset SeenAt { get; set; }

    /// <summary>Key of the identity provider that somebody came in by, or confirmed by last; null for those the portal
    /// asked itself.</summary>
    public string? Provider { get; init; }

    /// <summary>What the provider calls its own session (claim <c>sid</c>); null where it does not say.</summary>
    public string? ProviderSession { get; init; }

    /// <summary>When the provider last said, at the moment it was asked, that this is still that person. What is signed
    /// uses it up.</summary>
    public DateTimeOffset? ConfirmedAt { get; set; }
}
