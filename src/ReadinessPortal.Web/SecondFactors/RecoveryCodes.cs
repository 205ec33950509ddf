using System.Security.Cryptography;
using System.Text;
using ReadinessPortal.Web.Starting;

namespace ReadinessPortal.Web.SecondFactors;

/// <summary>
/// Codes for the day the phone is lost: ten, each good once. They are short enough to be copied by hand, so they are
/// hashed like passwords (NIST SP 800-63B-4, section 3.1.2.2), all of a set with one salt.
/// </summary>
internal sealed class RecoveryCodes(PortalSettings settings)
{
    /// <summary>How many are made at once.</summary>
    public const int Count = 10;

    private const int Letters = 10;
    private const int HashBytes = 32;

    // Without those that are read for another: 0 and o, 1 and l and i.
    private const string Alphabet = "abcdefghjkmnpqrstuvwxyz23456789";

    /// <summary>A salt, and codes as they are shown: <c>abcde-fghjk</c>.</summary>
    public static (byte[] Salt, IReadOnlyList<string> Codes) Make() =>
        (RandomNumberGenerator.GetBytes(16), [.. Enumerable.Range(0, Count).Select(_ => One())]);

    /// <summary>As it is kept; null where it cannot be one.</summary>
    public byte[]? Hash(string code, byte[] salt)
    {
        var letters = new string([.. code.ToLowerInvariant().Where(char.IsAsciiLetterOrDigit)]);
        return letters.Length != Letters ? null : Rfc2898DeriveBytes.Pbkdf2(
            Encoding.ASCII.GetBytes(letters), salt, settings.HashIterations, HashAlgorithmName.SHA512, HashBytes);
    }

    /// <summary>Whether somebody may have meant one, in the place of another code.</summary>
    public static bool LooksLikeOne(string code) =>
        code.Count(char.IsAsciiLetterOrDigit) == Letters && code.Any(char.IsAsciiLetter);

    private static string One()
    {
        var letters = RandomNumberGenerator.GetString(Alphabet, Letters);
        return $"{letters[..(Letters / 2)]}-{letters[(Letters / 2)..]}";
    }
}
