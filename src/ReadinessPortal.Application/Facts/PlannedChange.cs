using System.Collections.Immutable;
using ReadinessPortal.Application.Changes;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Verdicts;

namespace ReadinessPortal.Application.Facts;

/// <summary>
/// What a change would do, before anything is written: the same for whoever does it, whoever asks a second person for
/// it, and whoever approves it.
/// </summary>
internal abstract record PlannedChange
{
    /// <summary>Why it cannot be done, or null; only then the rest is asked for.</summary>
    public Refusal? Refusal { get; init; }

    /// <summary>The one thing that all of it is about, or the launch.</summary>
    public required SubjectRef Subject { get; init; }

    /// <summary>One sentence without a full stop.</summary>
    public string Summary { get; init; } = "";

    /// <summary>Everything it changes.</summary>
    public abstract ImmutableArray<SubjectRef> Subjects { get; }

    /// <summary>The board as it leaves it.</summary>
    public abstract LaunchBoard On(LaunchBoard board);

    /// <returns>Whether anything differs from what stands.</returns>
    public abstract bool Write(LaunchChange change);

    /// <summary>What it would do to how the launch reads; nothing where it is refused.</summary>
    public ChangeEffect EffectIn(LaunchChange change) =>
        Refusal is null ? ChangeEffect.Of(change.Board, On(change.Board), change.Now) : ChangeEffect.None;
}
