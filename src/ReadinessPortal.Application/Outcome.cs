using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Application;

/// <summary>How a use case ended: committed, or refused with a reason.</summary>
public abstract record Outcome
{
    private Outcome()
    {
    }

    /// <param name="ChangeNumber">Of the launch, after the change.</param>
    /// <param name="Key">Of what was made, where something was: the evidence, the revision's number, the
    /// launch.</param>
    /// <param name="WasThere">It was there before and was used again instead of made anew.</param>
    /// <param name="IsRepeat">The same request had done it before; this time nothing was done.</param>
    public sealed record Done(
        long ChangeNumber, string? Key = null, bool WasThere = false, bool IsRepeat = false) : Outcome;

    public sealed record Refused(Refusal Refusal) : Outcome;
}
