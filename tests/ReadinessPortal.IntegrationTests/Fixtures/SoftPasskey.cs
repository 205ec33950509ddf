using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace ReadinessPortal.IntegrationTests.Fixtures;

/// <summary>
/// A passkey that does not count its uses, as those do that people carry from device to device: what was recorded of it
/// looks as good the second time. It answers as a browser would at <paramref name="at"/> (Web Authentication, section
/// 6.1; the little CBOR it needs is written by hand).
/// </summary>
public sealed class SoftPasskey(Uri at) : IDisposable
{
    private const byte IsPresent = 1, IsVerified = 4, HasKey = 64;

    private static readonly string[] _transports = ["internal"];

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] _id = RandomNumberGenerator.GetBytes(16);
    private string _owner = "";

    /// <returns>The answer to a question for a new one.</returns>
    public string Made(string options)
    {
        using var asked = JsonDocument.Parse(options);
        _owner = asked.RootElement.GetProperty("user").GetProperty("id").GetString()!;
        var key = _key.ExportParameters(false).Q;
        byte[] cose = [0xA5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 32, .. key.X!, 0x22, 0x58, 32, .. key.Y!];
        var length = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)_id.Length);
        byte[] data = [.. Head(IsPresent | IsVerified | HasKey), .. new byte[16], .. length, .. _id, .. cose];
        byte[] attestation =
        [
            0xA3, .. Text("fmt"), .. Text("none"), .. Text("attStmt"), 0xA0, .. Text("authData"), 0x58,
            (byte)data.Length, .. data,
        ];
        return Answer(new()
        {
            ["clientDataJSON"] = Base64Url.EncodeToString(Said("webauthn.create", asked)),
            ["attestationObject"] = Base64Url.EncodeToString(attestation),
            ["transports"] = _transports,
        });
    }

    /// <returns>The answer to a question for this one.</returns>
    public string Used(string options)
    {
        using var asked = JsonDocument.Parse(options);
        var (said, data) = (Said("webauthn.get", asked), Head(IsPresent | IsVerified));
        return Answer(new()
        {
            ["clientDataJSON"] = Base64Url.EncodeToString(said),
            ["authenticatorData"] = Base64Url.EncodeToString(data),
            ["signature"] = Base64Url.EncodeToString(_key.SignData(
                [.. data, .. SHA256.HashData(said)], HashAlgorithmName.SHA256,
                DSASignatureFormat.Rfc3279DerSequence)),
            ["userHandle"] = _owner,
        });
    }

    public void Dispose() => _key.Dispose();

    private string Answer(Dictionary<string, object> response) => JsonSerializer.Serialize(
        new Dictionary<string, object>
        {
            ["id"] = Base64Url.EncodeToString(_id),
            ["rawId"] = Base64Url.EncodeToString(_id),
            ["type"] = "public-key",
            ["clientExtensionResults"] = new Dictionary<string, object>(),
            ["response"] = response,
        });

    private byte[] Head(byte flags) => [.. SHA256.HashData(Encoding.UTF8.GetBytes(at.Host)), flags, 0, 0, 0, 0];

    private byte[] Said(string type, JsonDocument asked) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        type,
        challenge = asked.RootElement.GetProperty("challenge").GetString(),
        origin = at.GetLeftPart(UriPartial.Authority),
        crossOrigin = false,
    });

    private static byte[] Text(string text) => [(byte)(0x60 + text.Length), .. Encoding.ASCII.GetBytes(text)];
}
