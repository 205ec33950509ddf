using System.Collections.Immutable;
using ReadinessPortal.Application.Verification;
using ReadinessPortal.Domain.Seals;

namespace ReadinessPortal.Web.Checking;

/// <summary>What a file that somebody has is found to be.</summary>
/// <param name="Result">Whether it is genuine, with everything that was checked.</param>
internal sealed record CheckedFile(Verification Result)
{
    /// <summary>Key of the launch; null where the file is not genuine, and so says nothing.</summary>
    public string? Launch { get; init; }

    /// <summary>The revision that the signatures in it are of; null where there is none.</summary>
    public int? Revision { get; init; }

    /// <summary>Lower-case hex.</summary>
    public string? RevisionSha256 { get; init; }

    /// <summary>In order of time.</summary>
    public ImmutableArray<CertifiedSignature> Signatures { get; init; } = [];

    /// <summary>What has changed at this portal since, a sentence each; empty where nothing has, or nothing is known of
    /// the launch here.</summary>
    public ImmutableArray<string> Since { get; init; } = [];

    public static CheckedFile Unreadable(string name, string why) =>
        new(new Verification(name, [new("it is a report or a package of a portal", 1, [why])]));
}

/// <summary>The keys that a file may be signed with: this portal's own, or the one that somebody gave.</summary>
/// <param name="Given">SubjectPublicKeyInfo, DER; null asks of this portal's.</param>
internal sealed record Keyring(Application.Seals.SealingKeys Own, byte[]? Given)
{
    public string Whose => Given is null ? "this portal" : "the key that was given";

    public async Task<PublicSealingKey?> FindAsync(string? id, CancellationToken ct) =>
        id is null ? null
        : Given is null ? await Own.FindAsync(id, ct)
        : Application.Seals.SealingKey.IdOf(Given) == id ? new(id, Convert.ToBase64String(Given), IsDevelopment: false)
        : null;

    /// <summary>Why a file by another key is not genuine, or null for one by this.</summary>
    public string? WhyNot(PublicSealingKey? found, string? id) => found is not null ? null
        : id is null ? "There is no key to ask after."
        : Given is null
            ? $"The key is none of this portal's: {id}. A file of another portal is checked with its public key."
            : $"It is by another key than the one given: {id}.";

    public static string Name(PublicSealingKey? key) =>
        key is null ? "" : key.IsDevelopment ? $": {key.Id} (development key)" : $": {key.Id}";
}
