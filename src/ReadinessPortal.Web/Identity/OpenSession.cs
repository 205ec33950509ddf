namespace ReadinessPortal.Web.Identity;

/// <summary>A sign-in of somebody, as long as its cookie may still be good.</summary>
public sealed class OpenSession
{
    /// <summary>Most characters of <see cref="Browser"/>.</summary>
    public const int BrowserLength = 80;

    /// <summary>How long one lives that is not used: as its cookie.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(8);

    /// <summary>As the cookie names it.</summary>
    public required string Session { get; init; }

    public required Guid UserId { get; init; }

    /// <summary>For a person to know it again: <c>Firefox on Windows</c>.</summary>
    public required string Browser { get; init; }

    public required DateTimeOffset BeganAt { get; init; }

    /// <summary>When its cookie was made or renewed last, which is within four hours of its last use.</summary>
    public required DateTimeOffset SeenAt { get; set; }
}
