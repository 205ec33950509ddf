using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ReadinessPortal.Readings.Attestations;

/// <summary>What was signed, as the hashes of it that signatures are made of; each is made once.</summary>
internal sealed class SignedMessage
{
    private readonly Dictionary<HashAlgorithmName, byte[]> _hashes = [];
    private readonly byte[] _head = [];
    private readonly byte[]? _body;

    private SignedMessage(byte[] head, byte[] body) => (_head, _body) = (head, body);

    private SignedMessage(HashAlgorithmName algorithm, byte[] hash) => _hashes.Add(algorithm, hash);

    /// <summary>A payload with its type (https://github.com/secure-systems-lab/dsse/blob/master/protocol.md):
    /// "DSSEv1", length of the type, type, length of the payload, payload, with a space between.</summary>
    public static SignedMessage OfEnvelope(string type, byte[] payload) => new(
        Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture,
            $"DSSEv1 {Encoding.UTF8.GetByteCount(type)} {type} {payload.Length} ")),
        payload);

    /// <summary>Bytes that are somewhere else, of which only the hash is here.</summary>
    public static SignedMessage OfHash(HashAlgorithmName algorithm, byte[] hash) => new(algorithm, hash);

    /// <summary>The hash, or null where it cannot be had.</summary>
    public byte[]? Hash(HashAlgorithmName algorithm)
    {
        if (!_hashes.TryGetValue(algorithm, out var hash) && _body is not null)
        {
            using var hashing = IncrementalHash.CreateHash(algorithm);
            hashing.AppendData(_head);
            hashing.AppendData(_body);
            _hashes[algorithm] = hash = hashing.GetHashAndReset();
        }

        return hash;
    }
}
