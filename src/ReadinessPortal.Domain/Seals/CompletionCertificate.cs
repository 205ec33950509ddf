using System.Text.Json;
using ReadinessPortal.Domain.Revisions;
using ReadinessPortal.Domain.SignOffs;

namespace ReadinessPortal.Domain.Seals;

/// <summary>
/// The certificate of completion for programs: what was sealed on a decided revision. It is attached to the report, and
/// leaves out of each record from where people signed, so that whoever reads the report may read it.
/// </summary>
public sealed record CompletionCertificate
{
    public const string CurrentFormat = "readiness-certificate/1";

    public required string Format { get; init; }

    /// <summary>Key of the launch.</summary>
    public required string Launch { get; init; }

    public required int Revision { get; init; }

    /// <summary>Lower-case hex of the revision's canonical JSON.</summary>
    public required string RevisionSha256 { get; init; }

    public required EquatableArray<CertifiedSignature> Signatures { get; init; }

    public required EquatableArray<PublicSealingKey> Keys { get; init; }

    public required EquatableArray<SigningEvent> Events { get; init; }

    public static CompletionCertificate Of(
        string launch, int revision, string revisionSha256, SigningHistory history) =>
        new()
        {
            Format = CurrentFormat,
            Launch = launch,
            Revision = revision,
            RevisionSha256 = revisionSha256,
            Signatures = [.. history.Signatures.Select(CertifiedSignature.Of)],
            Keys = [.. history.Keys],
            Events = [.. history.Events],
        };

    /// <summary>UTF-8, canonical: the same certificate gives the same bytes.</summary>
    public byte[] Write() => System.Text.Encoding.UTF8.GetBytes(CanonicalJson.Of(this));

    /// <returns>Null where the bytes are no certificate of this format.</returns>
    public static CompletionCertificate? Read(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize<CompletionCertificate>(json, FactsJson.Options) is
            { Format: CurrentFormat } read ? read : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <param name="Sha256">Lower-case hex of the whole record.</param>
/// <param name="Seal">ECDSA over that hash with <paramref name="Key"/>, DER in Base64.</param>
/// <param name="Name">As printed, with whom the signer stood in for.</param>
public sealed record CertifiedSignature(
    int Number, long Entry, int Revision, SignedAct Act, string Role, string RoleTitle, string Name, string Meaning,
    string Authentication, DateTimeOffset At, string Key, string Sha256, string Seal,
    SignOffDecision? Decision = null, bool? Proceed = null)
{
    public static CertifiedSignature Of(SealedSignature signature)
    {
        ArgumentNullException.ThrowIfNull(signature);
        var r = signature.Record;
        return new(r.Number, r.Entry, r.Revision, r.Act, r.Role, r.RoleTitle, r.PrintedName, r.Meaning,
            r.Authentication, r.At, r.Key, signature.Sha256, signature.Seal, r.Decision, r.Proceed);
    }
}
