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

    public EquatableArray<Role> Roles { get; init; } = [];

    public EquatableArray<Category> Categories { get; init; } = [];

    public EquatableArray<Criterion> Criteria { get; init; } = [];

    public EquatableArray<Gate> Gates { get; init; } = [];

    public EquatableArray<Register> Registers { get; init; } = [];

    public EquatableArray<Drill> Drills { get; init; } = [];

    public EquatableArray<OutstandingItem> Items { get; init; } = [];

    public EquatableArray<Risk> Risks { get; init; } = [];

    public EquatableArray<Milestone> Milestones { get; init; } = [];

    public EquatableArray<Narrative> Narratives { get; init; } = [];

    public EquatableArray<Recommendation> Recommendations { get; init; } = [];

    public EquatableArray<Contact> Contacts { get; init; } = [];

    public EquatableArray<FigureDefinition> Figures { get; init; } = [];

    public EquatableArray<Claim> Claims { get; init; } = [];

    public EquatableArray<EvidenceItem> Evidence { get; init; } = [];
}
