using System.Collections.Immutable;
using ReadinessPortal.Domain.Identity;

namespace ReadinessPortal.Web.SingleSignOn;

/// <summary>A provider of identities that people can come in by, as the settings have it.</summary>
public sealed record IdentityProvider
{
    /// <summary>Short name in addresses and in the database, where it stays: those it let in are known by it.</summary>
    public required string Key { get; init; }

    /// <summary>As people read it.</summary>
    public required string Title { get; init; }

    public required Uri Authority { get; init; }

    public required string ClientId { get; init; }

    /// <summary>Null where the provider knows the portal without one.</summary>
    public string? ClientSecret { get; init; }

    public required ImmutableArray<string> Scopes { get; init; }

    /// <summary>Claim with the name that signatures show.</summary>
    public required string NameClaim { get; init; }

    /// <summary>Claim with the user name of an account that is made at the first entry.</summary>
    public required string UserNameClaim { get; init; }

    /// <summary>Who may enter: whoever has one of the values; with none, whoever the provider lets in.</summary>
    public required ClaimValues Enter { get; init; }

    /// <summary>Who administers the portal; with none, the provider makes nobody an administrator.</summary>
    public required ClaimValues Administrator { get; init; }

    /// <summary>Which parts in launches it gives to whom.</summary>
    public ImmutableArray<PartByClaim> Parts { get; init; } = [];

    /// <summary>As ASP.NET Core knows it.</summary>
    public string Scheme => $"provider:{Key}";

    /// <summary>How a signature says that its signer was asked by this provider.</summary>
    public string By => $"single sign-on ({Title})";

    /// <summary>Without its secret.</summary>
    public override string ToString() => Key;
}

/// <summary>A part in launches for whoever has the value of a claim.</summary>
public sealed record PartByClaim(string Claim, string Value, GivenPart Part);

/// <summary>Values of a claim that open something.</summary>
/// <param name="Claim">Null where there are none.</param>
public readonly record struct ClaimValues(string? Claim, ImmutableArray<string> Values);

/// <summary>Who people can come in by, beside or in place of passwords.</summary>
/// <param name="IsOnly">Nobody comes in in another way.</param>
public sealed record SingleSignOnSettings(ImmutableArray<IdentityProvider> Providers, bool IsOnly)
{
    public static SingleSignOnSettings None { get; } = new([], false);

    /// <returns>Null where there is none, or none any more.</returns>
    public IdentityProvider? Find(string? key) => Providers.FirstOrDefault(p => p.Key == key);
}
