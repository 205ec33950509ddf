namespace ReadinessPortal.Domain.Seals;

/// <summary>From where, and when, somebody proved who they are to sign. It decides nothing of what is signed.</summary>
/// <param name="AuthenticatedAt">When they proved it; an identity provider says it of its own proof.</param>
/// <param name="IpAddress">That the request came from, as the portal or its configured proxy saw it.</param>
/// <param name="UserAgent">What their browser calls itself.</param>
public sealed record SigningCircumstances(
    DateTimeOffset? AuthenticatedAt = null, string? IpAddress = null, string? UserAgent = null)
{
    /// <summary>Nothing is known: not by a browser.</summary>
    public static SigningCircumstances Unknown { get; } = new();
}

/// <summary>A page of the launch that a signer opened while the revision was open for signature.</summary>
/// <param name="Section">Last part of its address; <c>brief</c> for the first page.</param>
/// <param name="At">The first time.</param>
public sealed record OpenedSection(string Section, DateTimeOffset At);
