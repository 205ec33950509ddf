using ReadinessPortal.Domain.SignOffs;

namespace ReadinessPortal.Domain.Seals;

/// <summary>What a signature did.</summary>
public enum SignedAct { SignedOff, Decided, Withdrew, Confirmed, Revoked }

/// <summary>
/// Everything one signature says, in one text that is sealed: its canonical JSON is hashed, signed with the portal's
/// key, and names the record before it. What it holds follows 21 CFR 11.50 (printed name, date and time, meaning) and
/// 11.200 (how the signer was identified).
/// </summary>
public sealed record SignatureRecord
{
    public const string CurrentFormat = "readiness-signature/1";

    public required string Format { get; init; }

    /// <summary>Key of the launch.</summary>
    public required string Launch { get; init; }

    /// <summary>In the launch, from 1 and without a gap.</summary>
    public required int Number { get; init; }

    /// <summary>Lower-case SHA-256 of the record before it in the launch; null for the first one.</summary>
    public string? Previous { get; init; }

    /// <summary>Number of the launch's audit entry that it was committed with.</summary>
    public required long Entry { get; init; }

    public required SignedAct Act { get; init; }

    /// <summary>Id of the sign-off it is, or is about.</summary>
    public required Guid SignOff { get; init; }

    /// <summary>Key of the role.</summary>
    public required string Role { get; init; }

    public required string RoleTitle { get; init; }

    public required Guid UserId { get; init; }

    /// <summary>Printed name at the time.</summary>
    public required string Name { get; init; }

    public string? DeputyFor { get; init; }

    /// <summary>Mail address as the person or an operator gave it; null where there is none.</summary>
    public string? Address { get; init; }

    /// <summary>Of a sign-off.</summary>
    public SignOffDecision? Decision { get; init; }

    /// <summary>Of the final decision and of a later word on it: YES or NO.</summary>
    public bool? Proceed { get; init; }

    /// <summary>Exactly the sentence that was shown.</summary>
    public required string Meaning { get; init; }

    public string? Comment { get; init; }

    /// <summary>Of an override, a withdrawal or a later word on a YES.</summary>
    public string? Reason { get; init; }

    /// <summary>What the decision overrides, or what got worse, as it was listed.</summary>
    public EquatableArray<string> Overridden { get; init; } = [];

    public EquatableArray<SealedCondition> Conditions { get; init; } = [];

    /// <summary>Number of the revision.</summary>
    public required int Revision { get; init; }

    /// <summary>Lower-case hex of that revision's canonical JSON.</summary>
    public required string RevisionSha256 { get; init; }

    /// <summary>How the signer was identified: <c>password</c>, <c>passkey</c>.</summary>
    public required string Authentication { get; init; }

    public DateTimeOffset? AuthenticatedAt { get; init; }

    /// <summary>Pages of the launch opened since the freeze, oldest first.</summary>
    public EquatableArray<OpenedSection> Opened { get; init; } = [];

    public string? IpAddress { get; init; }

    public string? UserAgent { get; init; }

    /// <summary>UTC, in whole microseconds, as it is stored.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Id of the key it is sealed with: SHA-256 of its public half (SubjectPublicKeyInfo).</summary>
    public required string Key { get; init; }

    /// <summary>The key was made by a portal in Development, and proves nothing to anybody.</summary>
    public bool IsDevelopmentKey { get; init; }

    /// <summary>As every page and report prints it.</summary>
    public string PrintedName => SignOffs.SignOff.Printed(Name, DeputyFor);
}

/// <summary>A condition as it was asked for.</summary>
public sealed record SealedCondition(string Text, string Owner, DateOnly Due, string? Criterion = null)
{
    public static SealedCondition Of(Condition condition) =>
        new(condition.Text, condition.Owner, condition.Due, condition.Criterion);
}
