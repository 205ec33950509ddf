using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Verdicts;

namespace ReadinessPortal.Domain.Revisions;

/// <summary>A frozen, numbered snapshot, without its content.</summary>
public sealed record RevisionHead
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid LaunchId { get; init; }

    /// <summary>From 1.</summary>
    public required int Number { get; init; }

    /// <summary>Lower-case hex of the canonical JSON.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Change number of the launch whose facts it holds.</summary>
    public required long ChangeNumber { get; init; }

    /// <summary>
    /// The launch's <see cref="Launch.FactsNumber"/> then: the difference is how far live data has moved.
    /// </summary>
    public long FactsNumber { get; init; }

    public required DateTimeOffset FrozenAt { get; init; }

    public required Guid FrozenById { get; init; }

    public required string FrozenBy { get; init; }

    public required ReadinessLevel Readiness { get; init; }

    /// <summary>Criteria that were proven then; null for revisions from before they were counted.</summary>
    public int? Proven { get; init; }

    /// <summary>Criteria in all.</summary>
    public int? Criteria { get; init; }

    /// <summary>Readiness and what it stood on: <c>GO, 23 of 23 criteria proven</c>.</summary>
    public string ReadinessInWords => Proven is { } proven && Criteria is { } all
        ? $"{Format.Word(Readiness)}, {CriteriaTally.InWords(proven, all)}"
        : Format.Word(Readiness);
}
