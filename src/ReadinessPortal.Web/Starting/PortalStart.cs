namespace ReadinessPortal.Web.Starting;

/// <summary>How one portal is to be started, where that differs from what configuration says.</summary>
public sealed record PortalStart
{
    /// <summary>Null: what ASPNETCORE_ENVIRONMENT says, else Production.</summary>
    public string? Environment { get; init; }

    /// <summary>Addresses to listen on, separated by semicolons; null: what configuration says.</summary>
    public string? Urls { get; init; }

    /// <summary>Settings that win over files and environment variables.</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; init; } = new Dictionary<string, string?>();

    /// <summary>Replaces services, such as the clock in tests.</summary>
    public Action<IServiceCollection>? Services { get; init; }

    /// <summary>
    /// False for verbs that answer and end: their standard output is theirs, and logs go to standard error.
    /// </summary>
    public bool Serving { get; init; } = true;
}
