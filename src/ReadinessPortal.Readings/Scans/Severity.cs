namespace ReadinessPortal.Readings.Scans;

/// <summary>How bad a finding is, in the words that scanners share.</summary>
internal enum Severity
{
    Critical,
    High,
    Medium,
    Low,
    Unknown,
}

/// <summary>Findings counted by severity.</summary>
/// <param name="group">What is counted: <c>vulnerabilities</c>, <c>misconfigurations</c>.</param>
internal sealed class SeverityTally(string group)
{
    private static readonly Severity[] _all = Enum.GetValues<Severity>();

    private readonly long[] _counts = new long[_all.Length];

    public long Total => _counts.Sum();

    public long this[Severity severity] => _counts[(int)severity];

    public void Add(Severity severity) => _counts[(int)severity]++;

    /// <summary>Adds a count for every severity, zero too: somebody has looked.</summary>
    public void AddTo(ReadingCollector into)
    {
        foreach (var severity in _all)
        {
            into.Add($"{group}.{severity.ToString().ToLowerInvariant()}", this[severity], "count");
        }

        into.Add($"{group}.total", Total, "count");
    }

    /// <summary>npm and OWASP say moderate for medium; negligible and informational are the lowest of the low; what
    /// says nothing is unknown, which is not the same.</summary>
    public static Severity Of(string? word) => word?.Trim().ToUpperInvariant() switch
    {
        "CRITICAL" => Severity.Critical,
        "HIGH" => Severity.High,
        "MEDIUM" or "MODERATE" => Severity.Medium,
        "LOW" or "NEGLIGIBLE" or "INFO" or "INFORMATIONAL" => Severity.Low,
        _ => Severity.Unknown,
    };
}
