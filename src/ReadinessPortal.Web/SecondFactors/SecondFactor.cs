namespace ReadinessPortal.Web.SecondFactors;

/// <summary>An authenticator app of somebody: their password alone lets nobody in any more.</summary>
public sealed class SecondFactor
{
    /// <summary>Whose it is; one each.</summary>
    public required Guid UserId { get; init; }

    /// <summary>What the app shares with the portal (RFC 6238), encrypted with the keys that protect cookies.</summary>
    public required string Secret { get; init; }

    /// <summary>Of the recovery codes.</summary>
    public required byte[] Salt { get; set; }

    public required DateTimeOffset AddedAt { get; init; }

    /// <summary>The step of time whose code was taken last: no code is taken twice (RFC 6238, section 5.2).</summary>
    public required long LastStep { get; set; }
}

/// <summary>A code that stands in for the authenticator app once, when the phone is lost. Only its hash is kept.
/// </summary>
public sealed class RecoveryCode
{
    public required Guid UserId { get; init; }

    public required byte[] Hash { get; init; }

    /// <summary>Null while it can be used.</summary>
    public DateTimeOffset? UsedAt { get; set; }
}
