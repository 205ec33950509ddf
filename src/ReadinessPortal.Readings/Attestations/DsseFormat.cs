using System.Text.Json;
using ReadinessPortal.Readings.Json;

namespace ReadinessPortal.Readings.Attestations;

/// <summary>Envelopes that sign a payload together with its type
/// (https://github.com/secure-systems-lab/dsse/blob/master/envelope.md).</summary>
public sealed class DsseFormat : ISignedFormat
{
    public string Name => "dsse";

    public bool Claims(JsonElement root) => root.ValueKind == JsonValueKind.Object
        && root.TryGetProperty("payloadType", out var type) && type.ValueKind == JsonValueKind.String
        && root.TryGetProperty("payload", out _) && root.TryGetProperty("signatures", out _);

    public Attested Read(JsonPart root, TrustedSigners trusted, AttestationRemarks remarks) =>
        Envelope.Read(root, certificate: null, trusted, remarks);
}

/// <summary>An envelope, by itself or in a bundle.</summary>
internal static class Envelope
{
    private const string OfStatement = "application/vnd.in-toto+json";

    /// <exception cref="UnreadableEvidenceException">It is no envelope, or its statement is broken.</exception>
    public static Attested Read(
        JsonPart root, SigningCertificate? certificate, TrustedSigners trusted, AttestationRemarks remarks)
    {
        var type = root.Required("payloadType").Short();
        var part = root.Required("payload");
        var payload = part.Base64(int.MaxValue);
        var said = root.Items("signatures").Select(s => s.Required("sig")).ToList();
        if (said.Count == 0)
        {
            remarks.Add(WarningCodes.SignatureMissing, $"{root.Path}.signatures is empty");
        }

        var signatures = new Signatures(SignedMessage.OfEnvelope(type, payload), certificate, trusted, remarks);
        signatures.Check(said);
        return Payload(type, payload, part, remarks) with
        {
            SignaturesVerified = signatures.Verified,
            SignedBy = signatures.SignedBy is { } name ? [name] : [],
        };
    }

    // Links, which older in-toto signs as the same type, are no statements and just as well signed.
    private static Attested Payload(string type, byte[] payload, JsonPart part, AttestationRemarks remarks)
    {
        if (type == OfStatement)
        {
            using var document = UntrustedJson.Within(part.Path, payload);
            if (Statement.IsOne(document.RootElement))
            {
                return Statement.Read(new JsonPart(document.RootElement, $"{part.Path}: $"), remarks);
            }
        }

        remarks.Add(WarningCodes.PayloadUnread, $"{part.Path} is '{ReadingCollector.Clean(type, 80)}'"
            + (type == OfStatement ? " of another kind" : ""));
        return new Attested();
    }
}
