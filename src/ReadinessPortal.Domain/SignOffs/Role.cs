using System.Text.Json.Serialization;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Launches;
using static ReadinessPortal.Domain.Facts.FactField;

namespace ReadinessPortal.Domain.SignOffs;

public enum RoleKind { Technical, Business }

/// <summary>A role that signs. The accountable executive's role also takes the final decision.</summary>
public sealed record Role : Fact
{
    public static FactKind Descriptor { get; } = new FactKind<LaunchFacts, Role>(
        "roles", "role", facts => facts.Roles, (facts, all) => facts with { Roles = all })
    {
        Subject = SubjectKind.Role,
        Link = "sign-off#role-{key}",
        Title = r => r.Title,
        NamedBy = "title",
        Fields =
        [
            Key(),
            Text("title", "Title"),
            new("kind", "Kind", "Technical roles sign before business roles."),
            new("accountable", "Takes the final decision", "Exactly one role does."),
            Text("printedName", "Name printed in the source", "Empty where the source left a blank."),
            Prose("meaning", "Meaning of its signature", "Printed with it."),
        ],
    };

    public required string Title { get; init; }

    public RoleKind Kind { get; init; }

    /// <summary>Exactly one role of a launch: its sign-off and YES or NO are one act.</summary>
    public bool Accountable { get; init; }

    /// <summary>Name printed in the source, or null where it left a blank.</summary>
    public string? PrintedName { get; init; }

    /// <summary>What a signature in this role means, printed with it.</summary>
    public string? Meaning { get; init; }
}

/// <summary>Who fills a role here, and who may stand in. Not part of a package: people belong to a portal.</summary>
public sealed record RoleHolding
{
    [JsonIgnore]
    public Guid Id { get; init; } = Guid.CreateVersion7();

    [JsonIgnore]
    public Guid LaunchId { get; init; }

    /// <summary>Key of the role; one holding per role.</summary>
    public required string Role { get; init; }

    public Guid? HolderId { get; init; }

    public string? Holder { get; init; }

    public Guid? DeputyId { get; init; }

    public string? Deputy { get; init; }

    /// <summary>Last day the deputy may sign.</summary>
    public DateOnly? DeputyUntil { get; init; }

    /// <summary>Set when the manager made the role not required, before the freeze.</summary>
    public string? NotRequiredReason { get; init; }
}
