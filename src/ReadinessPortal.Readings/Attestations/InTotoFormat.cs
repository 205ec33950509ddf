using System.Text.Json;
using ReadinessPortal.Readings.Json;

namespace ReadinessPortal.Readings.Attestations;

/// <summary>Statements of in-toto, v0.1 and v1, without the envelope that signs them
/// (https://github.com/in-toto/attestation/blob/main/spec/v1/statement.md).</summary>
public sealed class InTotoFormat : ISignedFormat
{
    public string Name => "intoto";

    public bool Claims(JsonElement root) => Statement.IsOne(root);

    public Attested Read(JsonPart root, TrustedSigners trusted, AttestationRemarks remarks)
    {
        remarks.Add(WarningCodes.SignatureMissing, $"{root.Path} is a bare statement");
        return Statement.Read(root, remarks);
    }
}
