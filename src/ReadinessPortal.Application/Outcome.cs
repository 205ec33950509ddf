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
    /// <param name="Waits">The part of it that was not done, because a second person has to agree; null when all of it
    /// was.</param>
    public sealed record Done(
        long ChangeNumber, string? Key = null, bool WasThere = false, bool IsRepeat = false,
        WaitsForSecond? Waits = null) : Outcome;

    public sealed record Refused(Refusal Refusal) : Outcome;

    /// <summary>
    /// For a form, which is drawn anew around what its sender typed: sent again after its answer was lost, it is what
    /// was done before, whatever it shows by now.
    /// </summary>
    public Outcome OrBefore() =>
        this is Refused { Refusal: Launches.IdempotencyKeyReused { Before: { } done } } ? done : this;
}

/// <summary>What is left of a change that is otherwise committed.</summary>
/// <param name="Needs">What would be improved by it.</param>
/// <param name="Request">Id of the guarded change that asks for it; null where nobody was asked, because no reason was
/// given.</param>
public sealed record WaitsForSecond(NeedsSecondPerson Needs, Guid? Request = null);
