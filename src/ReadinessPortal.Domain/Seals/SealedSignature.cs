using System.Collections.Immutable;

namespace ReadinessPortal.Domain.Seals;

/// <summary>A signature record with what proves it.</summary>
/// <param name="Sha256">Lower-case hex of the record as it was sealed: with it the seal is checked by anybody who may
/// not read the record itself.</param>
/// <param name="Seal">ECDSA over that hash, DER in Base64.</param>
public sealed record SealedSignature(SignatureRecord Record, string Sha256, string Seal);

/// <summary>A public key that something was sealed with.</summary>
/// <param name="Id">Lower-case SHA-256 of it.</param>
/// <param name="PublicKey">SubjectPublicKeyInfo, DER in Base64.</param>
public sealed record PublicSealingKey(string Id, string PublicKey, bool IsDevelopment);

/// <summary>What happened on the way from the freeze to the decision, as the audit has it.</summary>
/// <param name="Entry">Its number in the launch's audit.</param>
/// <param name="Sha256">Lower-case hex of the entry, which is chained to all before it.</param>
public sealed record SigningEvent(long Entry, DateTimeOffset At, string Actor, string Summary, string Sha256);

/// <summary>Everything that was sealed and done on one revision until it was decided.</summary>
public sealed record SigningHistory(
    ImmutableArray<SealedSignature> Signatures, ImmutableArray<PublicSealingKey> Keys,
    ImmutableArray<SigningEvent> Events)
{
    public static SigningHistory None { get; } = new([], [], []);
}
