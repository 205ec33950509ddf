using System.Collections.Immutable;
using ReadinessPortal.Domain.Claims;
using ReadinessPortal.Domain.Contacts;
using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Drills;
using ReadinessPortal.Domain.Evidence;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Gates;
using ReadinessPortal.Domain.Items;
using ReadinessPortal.Domain.Milestones;
using ReadinessPortal.Domain.Narratives;
using ReadinessPortal.Domain.Recommendations;
using ReadinessPortal.Domain.Registers;
using ReadinessPortal.Domain.Risks;
using ReadinessPortal.Domain.Scoring;
using ReadinessPortal.Domain.SignOffs;

namespace ReadinessPortal.Domain.Launches;

/// <summary>
/// Everything a launch package carries: facts, in order, nothing derived, nobody's signature. Its properties are the
/// keys of the package format and the sections of a revision.
/// </summary>
public sealed record LaunchFacts
{
    public required Launch Launch { get; init; }

    public ImmutableArray<Role> Roles { get; init; } = [];

    public ImmutableArray<Category> Categories { get; init; } = [];

    public ImmutableArray<Criterion> Criteria { get; init; } = [];

    public ImmutableArray<Gate> Gates { get; init; } = [];

    public ImmutableArray<Register> Registers { get; init; } = [];

    public ImmutableArray<Drill> Drills { get; init; } = [];

    public ImmutableArray<OutstandingItem> Items { get; init; } = [];

    public ImmutableArray<Risk> Risks { get; init; } = [];

    public ImmutableArray<Milestone> Milestones { get; init; } = [];

    public ImmutableArray<Narrative> Narratives { get; init; } = [];

    public ImmutableArray<Recommendation> Recommendations { get; init; } = [];

    public ImmutableArray<Contact> Contacts { get; init; } = [];

    public ImmutableArray<FigureDefinition> Figures { get; init; } = [];

    public ImmutableArray<Claim> Claims { get; init; } = [];

    public ImmutableArray<EvidenceItem> Evidence { get; init; } = [];
}
