namespace ReadinessPortal.Domain.Launches;

/// <summary>
/// Why an action is not allowed now. One sealed record per reason; the text says why and what would change it, for a
/// person.
/// </summary>
public abstract record Refusal
{
    public abstract string Text { get; }

    /// <summary>Stable name for programs: <c>RoleHasSigned</c>.</summary>
    public string Name => GetType().Name;
}

/// <summary>A refused action was carried out all the same: a bug in whoever did not ask first.</summary>
public sealed class RefusedException(Refusal refusal) : InvalidOperationException(refusal.Text)
{
    public Refusal Refusal { get; } = refusal;
}
