using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace ReadinessPortal.UnitTests.Readings.Attestations;

/// <summary>Attestations written and signed for these tests.</summary>
internal static class AnAttestation
{
    public const string Digest = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    public const string StatementType = "application/vnd.in-toto+json";

    /// <summary>Provenance of SLSA v1 about <c>app</c>.</summary>
    public const string Statement = $$$"""
        {"_type": "https://in-toto.io/Statement/v1", "predicateType": "https://slsa.dev/provenance/v1",
         "subject": [{"name": "app", "digest": {"sha256": "{{{Digest}}}"}}],
         "predicate": {"buildDefinition": {"resolvedDependencies": [{"uri": "git+https://example.org/app",
           "digest": {"gitCommit": "A94A8FE5CCB19BA61C4C0873D391E987982FBBD3"}}]},
          "runDetails": {"builder": {"id": "https://example.org/builder"},
           "metadata": {"finishedOn": "2025-11-02T10:00:00Z"} } } }
        """;

    /// <summary>A statement about other subjects.</summary>
    /// <param name="subjects">JSON of a list.</param>
    public static string About(string subjects) => $$$"""
        {"_type": "https://in-toto.io/Statement/v0.1", "predicateType": "https://example.org/any",
         "subject": {{{subjects}}}}
        """;

    /// <summary>What signers of an envelope sign: written here apart from the code that is tested.</summary>
    public static byte[] Signed(string payload, string type = StatementType) =>
        Encoding.UTF8.GetBytes($"DSSEv1 {type.Length} {type} {Encoding.UTF8.GetByteCount(payload)} {payload}");

    public static string Envelope(string payload, params byte[][] signatures) =>
        Envelope(payload, StatementType, signatures);

    public static string Envelope(string payload, string type, params byte[][] signatures) =>
        JsonSerializer.Serialize(new
        {
            payloadType = type,
            payload = Convert.ToBase64String(Encoding.UTF8.GetBytes(payload)),
            signatures = signatures.Select(s => new { keyid = "", sig = Convert.ToBase64String(s) }),
        });

    /// <param name="material">JSON of what it was signed with.</param>
    /// <param name="content">JSON of members, such as <c>"dsseEnvelope": {}</c>.</param>
    public static string Bundle(string material, string content, string version = ".v0.3+json") => $$$"""
        {"mediaType": "application/vnd.dev.sigstore.bundle{{{version}}}", 
         "verificationMaterial": {{{material}}}, {{{content}}}}
        """;

    /// <summary>The signature of an artifact that is somewhere else.</summary>
    public static string OfArtifact(byte[] artifact, byte[] signature) => $$$"""
        "messageSignature": {"messageDigest": {"algorithm": "SHA2_256",
          "digest": "{{{Convert.ToBase64String(SHA256.HashData(artifact))}}}"},
          "signature": "{{{Convert.ToBase64String(signature)}}}"}
        """;

    public static byte[] SignedBy(this byte[] data, ECDsa key, HashAlgorithmName? hash = null) =>
        key.SignData(data, hash ?? HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
}
