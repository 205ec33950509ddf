namespace ReadinessPortal.Readings;

/// <summary>A file claims a format and is broken. The message says what is wrong, where, and what to do.</summary>
public sealed class UnreadableEvidenceException : Exception
{
    public UnreadableEvidenceException(string message) : base(message)
    {
    }

    public UnreadableEvidenceException(string message, Exception cause) : base(message, cause)
    {
    }
}
