using System.Collections.Immutable;
using ReadinessPortal.Readings.Json;

namespace ReadinessPortal.Readings.Attestations;

/// <summary>Sets of digests (https://github.com/in-toto/attestation/blob/main/spec/v1/digest_set.md).</summary>
internal static class Digests
{
    private const int Most = 32;
    private const int Longest = 256;

    // In hexadecimal digits. Of what is not listed here the length is not known.
    private static readonly Dictionary<string, int[]> _lengths = new(StringComparer.OrdinalIgnoreCase)
    {
        ["md5"] = [32],
        ["sha1"] = [40],
        ["sha224"] = [56],
        ["sha256"] = [64],
        ["sha384"] = [96],
        ["sha512"] = [128],
        ["sha512_224"] = [56],
        ["sha512_256"] = [64],
        ["sha3_256"] = [64],
        ["sha3_384"] = [96],
        ["sha3_512"] = [128],
        ["gitCommit"] = [40, 64],
        ["gitTree"] = [40, 64],
        ["gitBlob"] = [40, 64],
        ["gitTag"] = [40, 64],
    };

    // Of a folder, as Go writes it: the one that is base64, behind a mark.
    private const string OfFolder = "dirHash";

    public static ImmutableSortedDictionary<string, string> None { get; } =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>By algorithm, in lower case.</summary>
    /// <exception cref="UnreadableEvidenceException">One is no digest, or there are too many.</exception>
    public static ImmutableSortedDictionary<string, string> Of(JsonPart set)
    {
        var digests = None.ToBuilder();
        foreach (var (algorithm, digest) in set.Members())
        {
            if (digests.Count == Most || algorithm.Length > Longest)
            {
                throw set.Wrong($"has more than {Most} digests, or names longer than {Longest} characters");
            }

            digests[algorithm] = algorithm == OfFolder ? digest.Short() : Hex(algorithm, digest);
        }

        return digests.ToImmutable();
    }

    private static string Hex(string algorithm, JsonPart digest)
    {
        var text = digest.Text();
        return text.Length is 0 or > Longest || !text.All(char.IsAsciiHexDigit)
            ? throw digest.Wrong("is no digest in hexadecimal")
            : _lengths.TryGetValue(algorithm, out var lengths) && !lengths.Contains(text.Length)
                ? throw digest.Wrong($"has {text.Length} digits, and must have {string.Join(" or ", lengths)}")
            : text.ToLowerInvariant();
    }
}
