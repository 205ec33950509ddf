using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace ReadinessPortal.Application.Tokens;

/// <summary>What a token is made of: 32 random bytes, behind a prefix by which scanners know a leaked key.</summary>
public static class TokenSecret
{
    /// <summary>What every token begins with.</summary>
    public const string Prefix = "rp_";

    private const int RandomBytes = 32;

    /// <summary>A new one. Whoever asks is the only one who ever knows it.</summary>
    public static string New() => Prefix + Random();

    /// <summary>What nobody can guess, in letters that an address can hold.</summary>
    public static string Random() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(RandomBytes));

    /// <summary>What is kept of it. Looked up as a whole, so that no comparison tells how much of a guess was right; it
    /// needs no salt, because nobody can try 256 random bits.</summary>
    public static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}
