namespace ReadinessPortal.Domain.Criteria;

/// <summary>
/// The run that brought a validation's output: when, by whom, and how often it was reproduced until then. It says
/// nothing any more of an output that somebody typed over it.
/// </summary>
public sealed record ValidationRun
{
    /// <summary>When the command ran.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who posted it, as they were called then.</summary>
    public required string By { get; init; }

    /// <summary>Address of the pipeline's run; null where it did not say.</summary>
    public string? Source { get; init; }

    /// <summary>SHA-256 of the output, lower-case hex; of nothing where it printed nothing.</summary>
    public string Output { get; init; } = "";

    /// <summary>SHA-256 of command and comparison that <see cref="Times"/> is of, lower-case hex.</summary>
    public string Asked { get; init; } = "";

    /// <summary>How many runs in a row gave what is expected, this one the last; 0 where it did not, or was not
    /// compared.</summary>
    public int Times { get; init; }

    /// <summary>When the first of them ran; null where there are none.</summary>
    public DateTimeOffset? Since { get; init; }
}
