using ReadinessPortal.Application.Seals;
using ReadinessPortal.Domain.Seals;

namespace ReadinessPortal.Web.Checking;

/// <summary>The keys that a file may be signed with: this portal's own, or the one that somebody gave.</summary>
/// <param name="Given">SubjectPublicKeyInfo, DER; null asks of this portal's.</param>
internal sealed record Keyring(SealingKeys Own, byte[]? Given)
{
    public string Whose => Given is null ? "this portal" : "the key that was given";

    public async Task<PublicSealingKey?> FindAsync(string? id, CancellationToken ct) =>
        id is null ? null
        : Given is null ? await Own.FindAsync(id, ct)
        : SealingKey.IdOf(Given) == id ? new(id, Convert.ToBase64String(Given), IsDevelopment: false)
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
